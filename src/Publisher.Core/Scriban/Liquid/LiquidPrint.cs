using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>What Liquid prints where Scriban would print the value otherwise.</summary>
internal static class LiquidPrint
{
    /// <summary>The value itself where it prints alike in both languages, else its text.</summary>
    public static Value Printed(in Value value, TemplateRun run)
    {
        switch (value.Kind)
        {
            case ValueKind.Object when value.AsObject is LiquidLoop: return Value.FromString("Liquid::ForloopDrop");
            case ValueKind.Array when value.AsList is LiquidRange range: return Value.FromString($"{range.First}..{range.Last}");
            case ValueKind.Function: return Value.Null;
            case ValueKind.Float or ValueKind.Double or ValueKind.Decimal or ValueKind.Date or ValueKind.Array
                or ValueKind.Object:
                return Value.FromString(LiquidText.Of(value, run));
            case ValueKind.Host when value.Type.Text(value.Reference!, run) is { Kind: not ValueKind.Host } text:
                return Printed(text, run);
            default: return value;
        }
    }
}
