using Publisher.Diagnostics;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>A global name: its slot when nothing lies above it, else whatever <c>with</c> or a function puts there.</summary>
internal sealed class GlobalTerm(Span at, string name, int slot, Template template) : Term(at)
{
    /// <summary>
    /// The constant the name has unless a template sets it; the globals do not change once templates are parsed.
    /// </summary>
    private readonly Value constant = template.Options.Globals.TryGetConstant(name, out var value) ? value : default;

    public override string Name => name;

    public int Slot => slot;

    /// <summary>The constant; undefined when there is none.</summary>
    public ref readonly Value Constant => ref constant;

    public override Value Get(TemplateRun run)
    {
        var value = GetUncalled(run);
        return value.Kind == ValueKind.Function ? Calls.InvokePlain(value.AsFunction, run, At) : value;
    }

    public override Value GetUncalled(TemplateRun run)
    {
        if (run.ScopeCount == 0)
        {
            ref readonly var value = ref run.Slot(slot);
            if (!value.IsUndefined) return value;
            if (!constant.IsUndefined) return constant;
        }
        return GetSlowly(run, template.Options.StrictNames);
    }

    public override Value GetOptional(TemplateRun run)
    {
        var value = GetSlowly(run, strict: false);
        return value.Kind == ValueKind.Function ? Calls.InvokePlain(value.AsFunction, run, At) : value;
    }

    public override void Set(TemplateRun run, in Value value)
    {
        if (!run.TrySetGlobal(name, slot, value))
            throw run.Fault(Messages.CannotAssign(run.LocationOf(At), $"the variable '{name}'"));
    }

    private Value GetSlowly(TemplateRun run, bool strict)
    {
        if (run.TryRead(name, slot, out var value) || !strict) return value;
        throw run.Fault(Messages.UnknownVariable(run.LocationOf(At), name, run.KnownNames(), run.Globals.MemberNamed(name)));
    }
}
