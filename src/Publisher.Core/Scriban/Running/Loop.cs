using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

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
