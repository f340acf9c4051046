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

    /// <summary>How many loops were running when this began; they are not its own.</summary>
    public int LoopsBelow;
    public bool IsInclude;
}

/// <summary>
/// A block given by <c>wrap</c>, with the frame whose locals it can see beside those of the function that runs it.
/// </summary>
internal sealed record WrappedCode(Step Body, Template Template, int Frame);

/// <summary>The local names of a template or function, numbered when it was compiled.</summary>
internal sealed class LocalNames
{
    private readonly Dictionary<string, int> indexes = [];

    public int Count => indexes.Count;

    public int Add(string name)
    {
        if (!indexes.TryGetValue(name, out var index)) indexes[name] = index = indexes.Count;
        return index;
    }

    public int IndexOf(string name) => indexes.GetValueOrDefault(name, -1);
}

/// <summary>
/// An object whose members are names while a <c>with</c>, a function with parameters or a loop inside them runs.
/// </summary>
internal readonly record struct Scope(Value Target, bool OwnsAssignments);

/// <summary>The state that <c>for.index</c> and its like read.</summary>
internal struct Loop
{
    public LoopKind Kind;
    public int Index;
    public int Length;
    public int Column;
    public Value Item;
    public Value Previous;
}
