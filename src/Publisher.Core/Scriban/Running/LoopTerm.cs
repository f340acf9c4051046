using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary><c>for.index</c> and its like.</summary>
internal sealed class LoopTerm(Span at, LoopKind kind, string name, Span nameAt) : Term(at)
{
    public override string Name => "for." + name;

    public override Value Get(TemplateRun run)
    {
        if (!run.TryLoop(kind, out var loop))
            throw run.Fault(nameAt, "there is no loop here to ask", "use it inside the loop, in the same template or function");
        return name switch
        {
            "index" => Value.FromInteger(loop.Index),
            "rindex" => Value.FromInteger(loop.Length - loop.Index - 1),
            "first" => Value.FromBoolean(loop.Index == 0),
            "last" => Value.FromBoolean(loop.Index == loop.Length - 1),
            "even" => Value.FromBoolean((loop.Index & 1) == 0),
            "odd" => Value.FromBoolean((loop.Index & 1) == 1),
            "length" => Value.FromInteger(loop.Length),
            "changed" => Value.FromBoolean(loop.Index == 0 || !Comparison.Same(loop.Previous, loop.Item, run)),
            "col" => Value.FromInteger(loop.Column),
            _ => default,
        };
    }
}
