using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>
/// A local variable in a block given by <c>wrap</c>: the running function's if it has one of that name, else that of where the
/// block stands.
/// </summary>
internal sealed class WrappedLocalTerm(Span at, string name, int index) : Term(at)
{
    public override string Name => "$" + name;

    public override Value Get(TemplateRun run)
    {
        var value = GetUncalled(run);
        return value.Kind == ValueKind.Function ? Calls.InvokePlain(value.AsFunction, run, At) : value;
    }

    public override Value GetUncalled(TemplateRun run) => Find(run);

    public override void Set(TemplateRun run, in Value value) => Find(run) = value;

    private ref Value Find(TemplateRun run)
    {
        ref var frame = ref run.CurrentFrame;
        var own = frame.Locals.IndexOf(name);
        return ref own >= 0 || frame.Wrapped is null ? ref run.Local(own >= 0 ? own : index)
            : ref run.LocalOf(frame.Wrapped.Frame, index);
    }
}
