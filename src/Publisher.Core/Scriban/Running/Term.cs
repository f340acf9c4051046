using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>A compiled expression. Terms are shared by all threads: what changes while they run is in the run.</summary>
internal abstract class Term(Span at)
{
    public Span At { get; } = at;

    /// <summary>The value; where it is a function, what that returns without arguments.</summary>
    public abstract Value Get(TemplateRun run);

    /// <summary>The value itself, functions included.</summary>
    public virtual Value GetUncalled(TemplateRun run) => Get(run);

    /// <summary>As <see cref="Get"/>, but undefined where a name is unknown, even in a strict template.</summary>
    public virtual Value GetOptional(TemplateRun run) => Get(run);

    /// <summary>Prints the value.</summary>
    public virtual void Write(TemplateRun run, Escape escape) => Printer.Write(run, Get(run), escape);

    /// <summary>Assigns to what the expression names.</summary>
    public virtual void Set(TemplateRun run, in Value value) => throw run.Fault(At, "this cannot be assigned to");

    /// <summary>What messages call the expression.</summary>
    public virtual string Name => "the value";
}
