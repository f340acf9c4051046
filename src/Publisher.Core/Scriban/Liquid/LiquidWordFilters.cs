using Publisher.Scriban.Functions;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>Jekyll's filters on text.</summary>
internal static class LiquidWordFilters
{
    public static void AddTo(FunctionGroup group) => group
        // How many words the text has; the modes `"cjk"` and `"auto"` count each Chinese, Japanese or Korean character.
        // `{{ "hot soup with bread" | number_of_words }}` → `4`
        .Add("number_of_words", "text, mode?", static (run, a) =>
            Value.FromInteger(LiquidWords.Count(TextOnly(run, a), a[1].IsString ? a[1].AsString : "")))
        // The text as a part of an address, in the modes `raw`, `default`, `pretty`, `ascii`, `latin` or `none`.
        // `{{ "Crème & Soup!" | slugify }} {{ "Crème & Soup!" | slugify: "latin" }}` → `crème-soup creme-soup`
        .Add("slugify", "text, mode?", static (run, a) =>
            a[0].IsNull ? Value.Null : Arguments.Made(run, LiquidSlug.Of(TextOnly(run, a), ModeOf(a[1], run))))
        // The text with typographic quotes, dashes and dots.
        // `{{ "Soup -- hot..." | smartify }}` → `Soup – hot…`
        .Add("smartify", "text", static (run, a) => Arguments.Made(run, LiquidSmartText.Of(LiquidText.InFilter(a[0], run))))
        // The address without `index.html` at its end.
        // `{{ "/docs/index.html" | strip_index }}` → `/docs/`
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
