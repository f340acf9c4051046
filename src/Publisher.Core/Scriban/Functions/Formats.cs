using System.Globalization;
using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Functions;

/// <summary>Formats numbers and dates by the format strings of .NET.</summary>
internal static class Formats
{
    private const int MaxFormat = 100;

    public static Value Any(TemplateRun run, in Value value, string format, string? culture)
    {
        if (value.IsNull) return Value.FromString("");
        if (value.IsNumber) return Number(run, value, format, culture);
        if (value.Kind is not (ValueKind.Date or ValueKind.TimeSpan)) return Value.FromString(ValueText.Of(value, run));
        return Guarded(run, value, format, culture);
    }

    public static Value Number(TemplateRun run, in Value value, string format, string? culture) =>
        value.IsNull ? Value.FromString("") : Guarded(run, value, format, culture);

    private static Value Guarded(TemplateRun run, in Value value, string format, string? culture)
    {
        if (format.Length > MaxFormat || HasLongPrecision(format)) throw run.Fault("the format is too long");
        var chosen = Cultures.Find(run, culture);
        try
        {
            return Value.FromString(Apply(value, format, chosen));
        }
        catch (FormatException)
        {
            throw run.Fault($"'{format}' is not a format for {Operators.NameOf(value)}");
        }
    }

    /// <summary>"N999999999" would make a text as long as it says.</summary>
    private static bool HasLongPrecision(string format)
    {
        if (format.Length < 5 || !char.IsAsciiLetter(format[0])) return false;
        var end = format.AsSpan(1).IndexOfAnyExceptInRange('0', '9');
        return end < 0 || end > 3;
    }

    private static string Apply(in Value value, string format, CultureInfo culture) => value.Kind switch
    {
        ValueKind.Integer => value.AsInteger is >= int.MinValue and <= int.MaxValue
            ? ((int)value.AsInteger).ToString(format, culture) : value.AsInteger.ToString(format, culture),
        ValueKind.Big => value.AsBig.ToString(format, culture),
        ValueKind.Float => value.AsFloat.ToString(format, culture),
        ValueKind.Double => value.AsDouble.ToString(format, culture),
        ValueKind.Decimal => value.AsDecimal.ToString(format, culture),
        ValueKind.Date => value.AsDate.ToString(format, culture),
        _ => value.AsTimeSpan.ToString(format, culture),
    };
}
