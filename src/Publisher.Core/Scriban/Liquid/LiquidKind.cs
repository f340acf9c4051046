using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>Which of Ruby's classes a value stands for, where Liquid's filters tell them apart.</summary>
internal static class LiquidKind
{
    private const string Range = "range";

    public static bool IsArray(in Value value) => value.Kind == ValueKind.Array && value.AsList.KindName != Range;

    public static bool IsRange(in Value value) => value.Kind == ValueKind.Array && value.AsList.KindName == Range;

    public static bool IsHash(in Value value) => value.Kind == ValueKind.Object;

    public static bool IsText(in Value value) => value.Kind is ValueKind.String or ValueKind.Html;

    /// <summary>A text, or a host's value that prints as a text of its own: a tag prints as its name, and is one here.</summary>
    public static bool StandsForText(in Value value, TemplateRun run) => IsText(value)
        || (value.Kind == ValueKind.Host && value.Type.Text(value.Reference!, run) is { Kind: ValueKind.String } text
            && text.AsString != value.Type.Name);

    public static bool IsInteger(in Value value) => value.Kind is ValueKind.Integer or ValueKind.Big;

    public static bool IsFloat(in Value value) => value.Kind is ValueKind.Float or ValueKind.Double or ValueKind.Decimal;

    /// <summary>The class's name, for messages.</summary>
    public static string NameOf(in Value value) => value.Kind switch
    {
        ValueKind.Undefined or ValueKind.Null => "nothing",
        ValueKind.Boolean => value.AsBoolean ? "true" : "false",
        ValueKind.Integer or ValueKind.Big => "a whole number",
        ValueKind.Float or ValueKind.Double or ValueKind.Decimal => "a number",
        ValueKind.String or ValueKind.Html => "text",
        ValueKind.Date => "a date",
        ValueKind.Array => IsRange(value) ? "a range" : "an array",
        ValueKind.Object => "an object",
        _ => value.Type.Name,
    };
}
