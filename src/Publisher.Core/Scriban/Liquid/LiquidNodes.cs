using System.Collections.Immutable;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>Makes the nodes that Liquid becomes, and tells what is known of their values before they run.</summary>
internal static class LiquidNodes
{
    /// <summary>The group of functions that are what Liquid's tags and operators mean.</summary>
    public const string TagGroup = "liquid_tag";

    /// <summary>The group of Liquid's filters.</summary>
    public const string FilterGroup = "liquid";

    /// <summary>Filters whose result prints alike in both languages.</summary>
    private static readonly HashSet<string> TextFilters =
    [
        "upcase", "downcase", "capitalize", "escape", "escape_once", "h", "url_encode", "url_decode", "base64_encode",
        "base64_decode", "base64_url_safe_encode", "base64_url_safe_decode", "strip_html", "strip", "lstrip", "rstrip",
        "strip_newlines", "newline_to_br", "replace", "replace_first", "replace_last", "remove", "remove_first", "remove_last",
        "append", "prepend", "truncate", "truncatewords", "join", "date", "date_to_string", "date_to_long_string",
        "date_to_xmlschema", "date_to_rfc822", "xml_escape", "cgi_escape", "uri_escape", "slugify", "jsonify",
        "normalize_whitespace", "array_to_sentence_string", "markdownify", "smartify", "relative_url", "absolute_url",
        "strip_index", "inspect", "sassify", "scssify",
    ];

    /// <summary>Filters whose result has no signs of HTML, or is HTML where templates escape what is none.</summary>
    private static readonly HashSet<string> EscapedFilters =
    [
        "escape", "escape_once", "h", "xml_escape", "url_encode", "cgi_escape", "base64_encode", "base64_url_safe_encode",
        "slugify", "date_to_string", "date_to_long_string", "date_to_xmlschema", "date_to_rfc822", "markdownify",
    ];

    private static readonly HashSet<string> WholeFilters = ["size", "number_of_words", "to_integer"];

    public static Literal Quoted(Span at, string text) => new(at, Value.FromString(text));

    public static Literal Whole(Span at, long number) => new(at, Value.FromInteger(number));

    public static Literal Null(Span at) => new(at, Value.Null);

    public static Call Tag(Span at, string name, params ReadOnlySpan<Expression> arguments) =>
        TagWith(at, name, [.. arguments.ToArray().Select(value => new Argument(value.At, value))]);

    public static Call TagWith(Span at, string name, ImmutableArray<Argument> arguments) =>
        new(at, Member(at, TagGroup, name), arguments, Parenthesized: true);

    public static MemberAccess Member(Span at, string group, string name) =>
        new(at, new GlobalName(at, group), name, at, Optional: false);

    public static ExpressionStatement Do(Expression expression) => new(expression.At, expression);

    public static ExpressionStatement Assign(Span at, Expression target, Expression value) =>
        new(at, new Assignment(at, target, null, at, value));

    public static Unary Not(Expression operand) =>
        new(operand.At, UnaryOperator.Not, operand is Binary or Pipe ? new Parenthesized(operand.At, operand) : operand);

    public static Binary Operation(BinaryOperator sign, Span at, Expression left, Expression right) =>
        new(left.At.To(right.At), sign, at, left, right);

    public static Known KnownOf(Expression expression) => expression switch
    {
        Literal { Value.Kind: ValueKind.String } or Interpolated => Known.Text,
        Literal { Value.Kind: ValueKind.Integer } => Known.Whole,
        Literal { Value.Kind: ValueKind.Double or ValueKind.Big } => Known.Number,
        Literal { Value.Kind: ValueKind.Boolean } => Known.Truth,
        LoopMember { Name: "first" or "last" } => Known.Truth,
        LoopMember => Known.Whole,
        Unary { Operator: UnaryOperator.Not } => Known.Truth,
        Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Floor } => Known.Whole,
        Binary { Operator: >= BinaryOperator.Or and <= BinaryOperator.GreaterEqual } => Known.Truth,
        Parenthesized { Inner: not Binary { Operator: BinaryOperator.Range } } inner => KnownOf(inner.Inner),
        Pipe { To: var to } => KnownOfFilter(to),
        _ => Known.Any,
    };

    /// <summary>Whether the value prints alike where a template escapes and where it does not.</summary>
    public static bool NeedsNoEscape(Expression value) => value switch
    {
        Literal { Value.Kind: ValueKind.String } text => HtmlText.Escape(text.Value.AsString) == text.Value.AsString,
        Literal { Value.IsNull: true } => true,
        Pipe { To: var to } when EscapedFilters.Contains(FilterName(to)) => true,
        _ => KnownOf(value) is Known.Whole or Known.Number or Known.Truth,
    };

    private static string FilterName(Expression filter)
    {
        var function = filter is Call call ? call.Target : filter;
        return function is MemberAccess { Target: GlobalName { Name: FilterGroup } } member ? member.Name : "";
    }

    private static Known KnownOfFilter(Expression filter)
    {
        var name = FilterName(filter);
        return TextFilters.Contains(name) ? Known.Text : WholeFilters.Contains(name) ? Known.Whole : Known.Any;
    }
}

/// <summary>What is known of an expression's value before it runs; text may also be null.</summary>
internal enum Known { Any, Text, Whole, Number, Truth }
