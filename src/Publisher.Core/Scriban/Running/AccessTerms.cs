using Publisher.Diagnostics;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>
/// <c>target.name</c>. Remembers the last type it met and that type's member, which is nearly always the next one too.
/// </summary>
internal sealed class MemberTerm(Span at, Term target, string name, Span nameAt, bool optional, bool strict) : Term(at)
{
    private sealed record Found(ObjectType Type, Member Member);

    private Found? last;

    public override string Name => $"{target.Name}.{name}";

    public Term Target => target;

    public string MemberName => name;

    public override Value Get(TemplateRun run)
    {
        var value = Read(run, strict);
        return value.Kind == ValueKind.Function ? Calls.InvokePlain(value.AsFunction, run, At) : value;
    }

    public override Value GetUncalled(TemplateRun run) => Read(run, strict);

    public override Value GetOptional(TemplateRun run)
    {
        var value = Read(run, strict: false);
        return value.Kind == ValueKind.Function ? Calls.InvokePlain(value.AsFunction, run, At) : value;
    }

    public override void Set(TemplateRun run, in Value value)
    {
        var owner = target.Get(run);
        if (owner.IsNull) throw run.Fault(Messages.MemberOfNull(run.LocationOf(nameAt), target.Name, name));
        if (!Members.TrySet(owner, name, value, run)) throw run.Fault(Messages.CannotAssign(run.LocationOf(nameAt), $"the member '{name}' of {target.Name}"));
    }

    private Value Read(TemplateRun run, bool strict)
    {
        var owner = optional ? target.GetOptional(run) : target.Get(run);
        var found = last;
        if (found is not null && ReferenceEquals(found.Type, owner.Type)) return found.Member.Get(owner, run);
        if (owner.IsNull)
        {
            if (optional) return default;
            throw run.Fault(Messages.MemberOfNull(run.LocationOf(nameAt), target.Name, name));
        }
        if (owner.Kind is not (ValueKind.Object or ValueKind.Array) && owner.Type.Find(name) is { } member)
        {
            last = new Found(owner.Type, member);
            return member.Get(owner, run);
        }
        if (Members.TryGet(owner, name, run, out var value) || !strict || optional) return value;
        if (owner.Kind == ValueKind.Object && !owner.AsObject.IsClosed) return value;
        throw run.Fault(Messages.UnknownMember(run.LocationOf(nameAt), target.Name, name, Members.NamesOf(owner, run)));
    }
}

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
        return owner.Kind == ValueKind.Host && owner.Type.TryGetDynamic(owner.Reference!, run, name, out value);
    }

    public static bool TrySet(in Value owner, string name, in Value value, TemplateRun run)
    {
        switch (owner.Kind)
        {
            case ValueKind.Object:
                run.Charge(64);
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
        ValueKind.Array when owner.AsList is ScriptArray { Members: { } members } => members.Names.Concat(owner.Type.MemberNames),
        _ => owner.Type.MemberNames,
    };
}

/// <summary><c>target[index]</c>: an item of an array, counted from the end when negative, or a member by its name.</summary>
internal sealed class IndexTerm(Span at, Term target, Term index) : Term(at)
{
    public override string Name => $"{target.Name}[…]";

    public override Value Get(TemplateRun run)
    {
        var value = GetUncalled(run);
        return value.Kind == ValueKind.Function ? Calls.InvokePlain(value.AsFunction, run, At) : value;
    }

    public override Value GetUncalled(TemplateRun run)
    {
        var owner = target.Get(run);
        if (owner.IsNull) throw run.Fault(target.At, $"{target.Name} is null, so it has no items");
        var key = index.Get(run);
        if (key.IsNull) throw run.Fault(index.At, "the index is null");
        if (Numbers.TryInteger(key, out var number))
        {
            if (owner.Kind == ValueKind.Array) return ItemAt(owner.AsList, number, run);
            if (Comparison.IsText(owner)) return CharacterAt(ValueText.Of(owner, run), number);
        }
        if (owner.Kind is not (ValueKind.Object or ValueKind.Host or ValueKind.Array))
            throw run.Fault(target.At, $"{target.Name} is {Operators.NameOf(owner)}, which has no items");
        Members.TryGet(owner, ValueText.Of(key, run), run, out var value);
        return value;
    }

    public override void Set(TemplateRun run, in Value value)
    {
        var owner = target.Get(run);
        if (owner.IsNull) throw run.Fault(target.At, $"{target.Name} is null, so it has no items");
        var key = index.Get(run);
        if (owner.Kind == ValueKind.Array && owner.AsList is ScriptArray array && Numbers.TryInteger(key, out var number))
        {
            if (number < 0) number += array.Count;
            if (number < 0) throw run.Fault(index.At, "the index lies before the array");
            run.CheckLength(number);
            run.Charge(number >= array.Count ? (number - array.Count + 1) * 24 : 0);
            array.Set((int)number, value);
            return;
        }
        if (!Members.TrySet(owner, ValueText.Of(key, run), value, run))
            throw run.Fault(Messages.CannotAssign(run.LocationOf(index.At), $"the member '{ValueText.Of(key, run)}' of {target.Name}"));
    }

    public static Value ItemAt(ValueList list, long index, TemplateRun run)
    {
        if (index < 0) index += list.Count;
        return index >= 0 && index < list.Count ? list.At((int)index, run) : default;
    }

    private static Value CharacterAt(string text, long index)
    {
        if (index < 0) index += text.Length;
        return index >= 0 && index < text.Length ? Value.FromString(text[(int)index].ToString()) : default;
    }
}

/// <summary>
/// <c>string.upcase</c>: a member of a constant, found when compiled, unless a template has put something else under the name.
/// </summary>
internal sealed class GroupMemberTerm(MemberTerm member, int slot, Value constant) : Term(member.At)
{
    private readonly Value constant = constant;

    public override string Name => member.Name;

    public override Value Get(TemplateRun run)
    {
        var value = GetUncalled(run);
        return value.Kind == ValueKind.Function ? Calls.InvokePlain(value.AsFunction, run, At) : value;
    }

    public override Value GetUncalled(TemplateRun run) =>
        run.ScopeCount == 0 && run.Slot(slot).IsUndefined ? constant : member.GetUncalled(run);

    public override void Set(TemplateRun run, in Value value) => member.Set(run, value);
}
