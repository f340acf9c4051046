using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>A local variable of the template or function it stands in.</summary>
internal sealed class LocalTerm(Span at, string name, int index) : Term(at)
{
    public override string Name => "$" + name;

    public int Index => index;

    public override Value Get(TemplateRun run)
    {
        ref var value = ref run.Local(index);
        return value.Kind == ValueKind.Function ? Calls.InvokePlain(value.AsFunction, run, At) : value;
    }

    public override Value GetUncalled(TemplateRun run) => run.Local(index);

    public override void Set(TemplateRun run, in Value value) => run.Local(index) = value;
}
