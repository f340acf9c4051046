using System.Collections.Immutable;
using Publisher.Scriban.Syntax;

namespace Publisher.Scriban.Liquid;

/// <summary>The statements between a tag and its end, or its next part, while they are read.</summary>
internal sealed class LiquidBody(Span at)
{
    private readonly List<Statement> statements = [];

    /// <summary>
    /// Whether nothing in it prints but white space: a tag whose parts are all so prints none of that white space either.
    /// </summary>
    public bool IsBlank { get; private set; } = true;

    public void Add(Statement statement, bool blank)
    {
        statements.Add(statement);
        IsBlank &= blank;
    }

    public void MarkPrinting() => IsBlank = false;

    public Block ToBlock(bool withoutBlanks = false) => new(at, withoutBlanks
        ? [.. statements.Where(statement => statement is not StaticText text || !LiquidLexer.IsBlank(text.Content))]
        : [.. statements]);

    /// <summary>The blocks of a tag's parts, without their white space where the whole tag is blank.</summary>
    public static ImmutableArray<Block> Blocks(IEnumerable<LiquidBody> parts, bool blank) =>
        [.. parts.Select(part => part.ToBlock(blank))];
}
