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
        run.CallAt = nameAt;
        if (!Members.TrySet(owner, name, value, run))
            throw run.Fault(Messages.CannotAssign(run.LocationOf(nameAt), $"the member '{name}' of {target.Name}"));
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
