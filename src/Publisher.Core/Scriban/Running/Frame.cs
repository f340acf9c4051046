using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>
/// One running template or function: where its locals and arguments lie on the run's stack, and where it was called.
/// </summary>
internal struct Frame
{
    public Template Template;

    /// <summary>Where the caller called it, in the caller's template.</summary>
    public Span CalledAt;
    public LocalNames Locals;
    public int LocalsAt;
    public int ArgumentsAt;
    public int ArgumentCount;

    /// <summary>Names of the arguments that follow the positional ones on the stack.</summary>
    public string[] ArgumentNames;

    /// <summary><c>$</c>, once somebody asked for the whole.</summary>
    public ScriptArray? Arguments;
    public WrappedCode? Wrapped;

    /// <summary>Whether the block given by <c>wrap</c> is running, and not the function's own code.</summary>
    public bool RunsBlock;

    /// <summary>How many loops were running when this began; they are not its own.</summary>
    public int LoopsBelow;
    public bool IsInclude;
}
