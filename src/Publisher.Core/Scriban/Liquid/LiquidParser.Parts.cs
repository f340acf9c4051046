using Publisher.Diagnostics;
using Publisher.Scriban.Syntax;
using Publisher.Text;
using static Publisher.Scriban.Liquid.LiquidNodes;

namespace Publisher.Scriban.Liquid;

/// <summary>Text that filters evaluate: a condition, or a value with its filters.</summary>
internal sealed partial class LiquidParser
{
    /// <summary>A tree of one expression, and what is wrong with its text.</summary>
    public static (Block Tree, IReadOnlyList<(Span At, Func<Location, Diagnostic> Message)> Problems) ParsePart(string source,
        TemplateOptions options, TemplatePart part)
    {
        var parser = new LiquidParser(source, options);
        var all = new Span(0, source.Length);
        var markup = new Markup(source, all);
        var value = part == TemplatePart.LiquidCondition ? parser.ParseCondition(markup)
            : parser.ParseFiltered(markup) ?? Null(all);
        var tree = new Block(all, [Do(value)]);
        if (Parser.TooDeep(tree) is { } deep)
        {
            parser.problems.Add(deep.At, "this is too deep or too long a chain to be run");
            tree = new Block(all, []);
        }
        return (tree, parser.problems.InOrder);
    }
}
