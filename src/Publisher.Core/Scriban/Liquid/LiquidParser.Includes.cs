using System.Collections.Immutable;
using Publisher.Scriban.Syntax;
using static Publisher.Scriban.Liquid.LiquidNodes;

namespace Publisher.Scriban.Liquid;

/// <summary><c>render</c>, Liquid's own <c>include</c>, and Jekyll's, whose file names have no quotes.</summary>
internal sealed partial class LiquidParser
{
    private void ParseInclude(LiquidSegment tag, LiquidBody body)
    {
        var relative = tag.Name == "include_relative";
        body.MarkPrinting();
        var markup = new Markup(source, tag.Inside);
        if (markup.AtEnd)
        {
            problems.Add(tag.NameAt, $"{tag.Name} must be followed by a file's name");
            return;
        }
        if (markup.Current.Kind == MarkupKind.Text && !relative)
        {
            body.Add(Do(ParseLiquidInclude(tag, markup)), blank: false);
            return;
        }
        var fileAt = FileName(tag.Inside);
        Expression file = TextWithOutputs(fileAt);
        var rest = new Markup(source, LiquidLexer.Trimmed(source, new Span(fileAt.End, tag.Inside.End)));
        var bare = IsScribanName(Source(fileAt)) && !relative;
        if (bare && (rest.IsNamed || rest.Current is { Kind: MarkupKind.Comma } or { Text: "with" or "for" or "as" })
            && rest.Following.Kind != MarkupKind.Equals)
        {
            body.Add(Do(ParseLiquidInclude(tag, markup)), blank: false);
            return;
        }
        if (bare) file = Tag(fileAt, "include_name", Variable(Source(fileAt), fileAt), file);
        if (relative) file = Tag(fileAt, "relative_path", file);
        var arguments = ParseParameters(rest);
        body.Add(Do(JekyllInclude(fileAt, file, arguments)), blank: false);
    }

    /// <summary>The file's name: to the first white space or comma that is not inside an output.</summary>
    private Span FileName(Span inside)
    {
        var at = inside.Start;
        while (at < inside.End && !LiquidLexer.IsSpace(source[at]) && source[at] != ',')
        {
            var close = source.AsSpan(at, inside.End - at).StartsWith("{{")
                ? source.IndexOf("}}", at, inside.End - at, StringComparison.Ordinal) : -1;
            at = close < 0 ? at + 1 : close + 2;
        }
        return inside with { End = at };
    }

    /// <summary>Jekyll's <c>name="text"</c> and <c>name=variable</c>; of two with one name the last counts.</summary>
    private ImmutableArray<Argument> ParseParameters(Markup markup)
    {
        var arguments = new List<Argument>();
        var places = new Dictionary<string, int>();
        while (!markup.AtEnd)
        {
            var name = markup.Current;
            if (name.Kind != MarkupKind.Name || name.Text is "true" or "false" or "nil" or "null")
            {
                Unexpected(markup, "name=value");
                break;
            }
            markup.Next();
            if (!markup.Take(MarkupKind.Equals)) Unexpected(markup, "=");
            var value = ParseParameter(markup);
            if (markup.HasFailed) break;
            var argument = new Argument(name.At.To(value.At), value, name.Text);
            if (places.TryAdd(name.Text, arguments.Count)) arguments.Add(argument);
            else arguments[places[name.Text]] = argument;
        }
        return [.. arguments];
    }

    /// <summary>A variable or number, or text in which a backslash stands before a quote of its own kind.</summary>
    private Expression ParseParameter(Markup markup)
    {
        if (markup.Current.Kind is not (MarkupKind.Text or MarkupKind.Other)) return ParseValue(markup);
        var start = markup.Current.At.Start;
        var quote = source[start];
        if (quote is not ('"' or '\'')) return ParseValue(markup);
        var end = start + 1;
        while (end < markup.Span.End && source[end] != quote) end += source[end] == '\\' ? 2 : 1;
        if (end >= markup.Span.End)
        {
            Unexpected(markup, $"a closing {quote}");
            return Null(new Span(start, start));
        }
        markup.SkipTo(end + 1);
        var text = source[(start + 1)..end].Replace("\\" + quote, quote.ToString(), StringComparison.Ordinal);
        return Quoted(new Span(start, end + 1), text);
    }

    private Call JekyllInclude(Span at, Expression file, ImmutableArray<Argument> arguments)
    {
        // Without parameters of its own, an include sees those of the include it stands in.
        if (arguments.IsEmpty && readsInclude) return Tag(at, "include_with", file, new Arguments(at));
        if (arguments.All(argument => IsScribanName(argument.Name!)))
            return new Call(at, new GlobalName(at, "include"), [new Argument(file.At, Bracketed(file)), .. arguments]);
        return Tag(at, "include_with", file, ObjectOf(at, arguments));
    }

    private static Expression Bracketed(Expression value) =>
        value is Literal or Interpolated ? value : new Parenthesized(value.At, value);

    private static ObjectLiteral ObjectOf(Span at, ImmutableArray<Argument> arguments) =>
        new(at, [.. arguments.Select(argument => new ObjectMember(argument.At, argument.Name!, argument.Value))]);

    private Call ParseLiquidInclude(LiquidSegment tag, Markup markup)
    {
        var name = ParseValue(markup);
        var (value, _) = ParseSubject(markup);
        var alias = ParseAlias(markup);
        var parameters = ParseNamedValues(markup);
        var arguments = ImmutableArray.Create(new Argument(name.At, name));
        if (parameters.Length > 0 || value is not null || alias is not null)
            arguments = arguments.Add(Plain(ObjectOf(tag.NameAt, parameters)));
        if (value is not null || alias is not null) arguments = arguments.Add(Plain(alias ?? Null(tag.NameAt)));
        if (value is not null) arguments = arguments.Add(Plain(value));
        return TagWith(name.At, "include", arguments);
    }

    private void ParseRender(LiquidSegment tag, Markup markup, LiquidBody body)
    {
        var name = markup.Current;
        if (name.Kind != MarkupKind.Text) Unexpected(markup, "a file's name in quotes");
        else markup.Next();
        var (value, each) = ParseSubject(markup);
        var alias = ParseAlias(markup);
        var parameters = ParseNamedValues(markup);
        var arguments = ImmutableArray.Create(Plain(Quoted(name.At, name.Text)));
        if (parameters.Length > 0 || value is not null) arguments = arguments.Add(Plain(ObjectOf(tag.NameAt, parameters)));
        if (value is not null) arguments = arguments.AddRange(Plain(alias ?? Null(tag.NameAt)), Plain(value));
        body.Add(Do(TagWith(name.At, each ? "render_each" : "render", arguments)), blank: false);
    }

    private static Argument Plain(Expression value) => new(value.At, value);

    private (Expression? Value, bool Each) ParseSubject(Markup markup)
    {
        var each = markup.IsWord("for");
        return markup.TakeWord("with") || markup.TakeWord("for") ? (ParseValue(markup), each) : (null, false);
    }

    private Literal? ParseAlias(Markup markup)
    {
        if (!markup.TakeWord("as")) return null;
        if (markup.Current.Kind == MarkupKind.Name) return Quoted(markup.Current.At, AliasOf(markup.Next()));
        Unexpected(markup, "the name of a variable");
        return null;
    }

    private string AliasOf(MarkupToken name) => Target(name.Text, name.At) is GlobalName target ? target.Name : name.Text;

    private ImmutableArray<Argument> ParseNamedValues(Markup markup)
    {
        var arguments = ImmutableArray.CreateBuilder<Argument>();
        while (!markup.AtEnd)
        {
            markup.Take(MarkupKind.Comma);
            if (markup.AtEnd) break;
            var name = markup.Current;
            if (!markup.IsNamed || name.Text is "true" or "false" or "nil" or "null")
            {
                Unexpected(markup, "name: value");
                break;
            }
            markup.Next();
            markup.Next();
            var value = ParseValue(markup);
            arguments.Add(new Argument(name.At.To(value.At), value, AliasOf(name)));
        }
        return arguments.ToImmutable();
    }
}
