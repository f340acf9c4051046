using Publisher.Scriban.Syntax;

namespace Publisher.Scriban.Liquid;

/// <summary>A loop whose end is not read yet.</summary>
internal sealed class OpenLoop(LoopKind kind, string variable, Expression? columns = null)
{
    public LoopKind Kind => kind;

    public string Variable => variable;

    /// <summary>Where the number of its columns is, if it has some.</summary>
    public Expression? Columns => columns;

    /// <summary>
    /// Where its body keeps what it assigns to a variable of the loop's own name, which is to be seen after the loop only; and
    /// where it notes that it did. Null when it does not.
    /// </summary>
    public (LocalName Value, LocalName Noted)? Assigned { get; set; }
}
