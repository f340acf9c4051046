using System.Runtime.CompilerServices;
using Publisher.Diagnostics;
using Publisher.Scriban.Syntax;
using Publisher.Text;

namespace Publisher.Scriban.Liquid;

/// <summary>
/// Makes of a Liquid template the tree of a Scriban template that prints the same. Where the two languages mean different
/// things by the same words, the tree calls functions of the group <c>liquid_tag</c>; filters are those of <c>liquid</c>.
/// </summary>
internal sealed partial class LiquidParser
{
    /// <summary>As deep as Liquid itself allows.</summary>
    private const int MaxDepth = 100;

    private readonly string source;
    private readonly Globals globals;
    private readonly IReadOnlyCollection<string> hostTags;
    private readonly bool escapes;
    private readonly LiquidProblems problems = new();

    /// <summary>The tags that are open, the innermost last.</summary>
    private readonly List<string> open = [];

    /// <summary>The loops that are open in this template, the innermost last.</summary>
    private readonly List<OpenLoop> loops = [];

    /// <summary>Variables that an earlier tag of this template sets.</summary>
    private readonly HashSet<string> set = [];

    /// <summary>Variables that are counted somewhere in this template, so that the counter may be read by their names.</summary>
    private readonly HashSet<string> counted;

    /// <summary>Whether some loop goes on where an earlier one ended, so that all must say where they do.</summary>
    private readonly bool continues;

    /// <summary>Whether the template reads the arguments of its include, so that it is one.</summary>
    private readonly bool readsInclude;
    private List<LiquidSegment> segments;
    private int position;
    private int depth;
    private int locals;

    private LiquidParser(string source, TemplateOptions options)
    {
        this.source = source;
        globals = options.Globals;
        escapes = options.Escape == Escape.Html;
        hostTags = options.Tags ?? LiquidNames.HostTags(globals);
        segments = new LiquidLexer(source, problems).Read();
        counted = [.. CountersIn(source)];
        continues = source.Contains("continue", StringComparison.Ordinal) && source.Contains("offset", StringComparison.Ordinal);
        readsInclude = source.Contains("include.", StringComparison.Ordinal)
            || source.Contains("include[", StringComparison.Ordinal);
    }

    /// <summary>The tree, and what is wrong with the template, in order of place.</summary>
    public static (Block Tree, IReadOnlyList<(Span At, Func<Location, Diagnostic> Message)> Problems) Parse(string source,
        TemplateOptions options)
    {
        var parser = new LiquidParser(source, options);
        var tree = parser.ParseAll();
        if (Parser.TooDeep(tree) is { } deep)
        {
            parser.problems.Add(deep.At, "this is too deep or too long a chain to be run");
            tree = new Block(tree.At, []);
        }
        return (tree, parser.problems.InOrder);
    }

    private Block ParseAll()
    {
        var body = new LiquidBody(new Span(0, source.Length));
        ParseStatements(body);
        return body.ToBlock();
    }

    /// <summary>Reads what stands until a tag that closes or divides the innermost open one, or one around it.</summary>
    private void ParseStatements(LiquidBody body)
    {
        while (position < segments.Count)
        {
            var segment = segments[position];
            if (segment.Kind == SegmentKind.Tag && IsBoundary(segment)) return;
            position++;
            switch (segment.Kind)
            {
                case SegmentKind.Text:
                    var text = source[segment.At.Start..segment.At.End];
                    body.Add(new StaticText(segment.At, text), LiquidLexer.IsBlank(text));
                    break;
                case SegmentKind.Output:
                    ParseOutput(new Markup(source, segment.Inside), body);
                    break;
                case SegmentKind.Tag:
                    ParseTag(segment, body);
                    break;
            }
        }
    }

    private bool IsBoundary(LiquidSegment tag)
    {
        var name = tag.Name;
        if (name is not ("else" or "elsif" or "when") && !name.StartsWith("end", StringComparison.Ordinal)) return false;
        if (open.Count > 0 && (Closes(name, open[^1]) || name == "end")) return true;
        return name != "end" && open.Exists(owner => Closes(name, owner) && name.StartsWith("end", StringComparison.Ordinal));
    }

    private static bool Closes(string name, string owner) => name switch
    {
        "else" => owner is "if" or "unless" or "for" or "case",
        "elsif" => owner is "if" or "unless",
        "when" => owner == "case",
        _ => name.Length == owner.Length + 3 && name.EndsWith(owner, StringComparison.Ordinal),
    };

    /// <summary>Reads the part of a tag that begins here, up to its next part or its end.</summary>
    private LiquidBody ParsePart(LiquidSegment owner)
    {
        var start = position < segments.Count ? segments[position].At.Start : source.Length;
        var body = new LiquidBody(new Span(start, start));
        if (!Enter(owner.NameAt)) return body;
        open.Add(owner.Name);
        ParseStatements(body);
        open.RemoveAt(open.Count - 1);
        depth--;
        return body;
    }

    /// <summary>Steps over the end of a tag; reports it where it is missing.</summary>
    private void Close(LiquidSegment owner)
    {
        var found = position < segments.Count ? segments[position].Name : "";
        if (found == "end" + owner.Name)
        {
            position++;
            return;
        }
        problems.Add(owner.NameAt, place => Messages.UnclosedTag(place, owner.Name));
        if (found == "end") position++;
    }

    /// <summary>Takes the next part's tag if it is one of that name.</summary>
    private bool TakePart(string name, out LiquidSegment part)
    {
        part = default;
        if (position >= segments.Count || segments[position].Name != name) return false;
        part = segments[position++];
        return true;
    }

    private bool Enter(Span at)
    {
        if (depth < MaxDepth && RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            depth++;
            return true;
        }
        problems.Add(at, "this is nested too deeply to be read");
        position = segments.Count;
        return false;
    }

    private LocalName Local(Span at, string word) => new(at, word + ++locals);

    /// <summary>Reports the rest of a tag that nothing takes.</summary>
    private void ExpectEnd(Markup markup, string what = "")
    {
        if (!markup.AtEnd) Unexpected(markup, what.Length == 0 ? "the end of the tag" : what);
    }

    private void Unexpected(Markup markup, string wanted)
    {
        var token = markup.Current;
        if (markup.HasFailed) return;
        var found = token.Kind == MarkupKind.End ? "the end of the tag" : $"'{source[token.At.Start..token.At.End]}'";
        var hint = token.Text switch
        {
            "&&" => "Liquid's word is and",
            "||" => "Liquid's word is or",
            "=" when wanted != "=" => "two values are compared with ==",
            "!" => "write unless, or compare with == false",
            _ when wanted == ".." || token.Text is "(" or ")" => "Liquid has no parentheses but those of ranges",
            _ => null,
        };
        problems.Add(token.At, $"{wanted} was expected here instead of {found}", hint);
        markup.Fail();
    }

    private static IEnumerable<string> CountersIn(string source)
    {
        foreach (var tag in (string[])["increment", "decrement"])
        {
            for (var at = source.IndexOf(tag, StringComparison.Ordinal); at >= 0;
                at = source.IndexOf(tag, at + 1, StringComparison.Ordinal))
            {
                var start = at + tag.Length;
                while (start < source.Length && source[start] is ' ' or '\t') start++;
                var end = start;
                while (end < source.Length && (LiquidLexer.IsName(source[end]) || source[end] == '-')) end++;
                if (end > start) yield return source[start..end];
            }
        }
    }
}
