using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

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
