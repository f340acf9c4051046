using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>Reads and sets members of any value by name.</summary>
internal static class Members
{
    public static bool TryGet(in Value owner, string name, TemplateRun run, out Value value)
    {
        value = default;
        switch (owner.Kind)
        {
            case ValueKind.Object:
                if (owner.AsObject.TryGet(name, run, out value)) return true;
                if (name == "empty?") value = Value.FromBoolean(owner.AsObject.Count == 0);
                return name == "empty?";
            case ValueKind.Array when owner.AsList is ScriptArray { Members: { } members } && members.TryGet(name, out value):
                return true;
        }
        if (owner.Type.Find(name) is { } member)
        {
            value = member.Get(owner, run);
            return true;
        }
        if (name == "empty?" && owner.Kind is ValueKind.Boolean or ValueKind.Integer or ValueKind.Double)
        {
            value = Value.False;
            return true;
        }
        return owner.Kind == ValueKind.Array ? owner.AsList.TryGet(name, run, out value)
            : owner.Kind == ValueKind.Host && owner.Type.TryGetDynamic(owner.Reference!, run, name, out value);
    }

    public static bool TrySet(in Value owner, string name, in Value value, TemplateRun run)
    {
        switch (owner.Kind)
        {
            case ValueKind.Object:
                run.Charge(160);
                return owner.AsObject.TrySet(name, value, run);
            case ValueKind.Array when owner.AsList is ScriptArray array:
                array.SetMember(name, value);
                return true;
            default:
                return false;
        }
    }

    public static IEnumerable<string> NamesOf(Value owner, TemplateRun run) => owner.Kind switch
    {
        ValueKind.Object => owner.AsObject.Names,
        ValueKind.Host => owner.Type.MemberNames.Concat(owner.Type.DynamicNames(owner.Reference!, run)),
        ValueKind.Array when owner.AsList is ScriptArray { Members: { } members } =>
            members.Names.Concat(owner.Type.MemberNames),
        _ => owner.Type.MemberNames,
    };
}
