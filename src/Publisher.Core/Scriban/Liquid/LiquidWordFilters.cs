using Publisher.Scriban.Functions;
using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>Jekyll's filters on text.</summary>
internal static class LiquidWordFilters
{
    public static void AddTo(FunctionGroup group) => group
        .Add("number_of_words", "text, mode?", static (run, a) =>
            Value.FromInteger(LiquidWords.Count(TextOnly(run, a), a[1].IsString ? a[1].AsString : "")))
        .Add("slugify", "text, mode?", static (run, a) =>
            a[0].IsNull ? Value.Null : Arguments.Made(run, LiquidSlug.Of(TextOnly(run, a), ModeOf(a[1], run))))
        .Add("smartify", "text", static (run, a) => Arguments.Made(run, LiquidSmartText.Of(LiquidText.InFilter(a[0], run))))
        .Add("strip_index", "url", StripIndex);

    private static string TextOnly(TemplateRun run, ReadOnlySpan<Value> a) => LiquidKind.IsText(a[0])
        ? LiquidText.InFilter(a[0], run)
        : throw run.Fault($"text is wanted here, not {LiquidKind.NameOf(a[0])}");

    private static string ModeOf(in Value mode, TemplateRun run) => mode.IsTrue ? LiquidText.InFilter(mode, run) : "default";

    /// <summary>"/docs/" for "/docs/index.html".</summary>
    private static Value StripIndex(TemplateRun run, ReadOnlySpan<Value> a)
    {
        if (LiquidText.InFilter(a[0], run).Length == 0) return Value.Null;
        var address = TextOnly(run, a);
        foreach (var name in (string[])["/index.html", "/index.htm"])
            if (address.EndsWith(name, StringComparison.Ordinal)) return Value.FromString(address[..^(name.Length - 1)]);
        return Value.FromString(address);
    }
}
