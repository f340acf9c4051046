using System.Globalization;
using System.Text;
using Publisher.Diagnostics;

namespace Publisher.Cli.Terminal;

/// <summary>How the program spells counts, times and foreign text.</summary>
internal static class Words
{
    /// <summary>"1 page", "1,234 pages".</summary>
    public static string Count(int count, string thing, string? things = null) =>
        $"{Number(count)} {(count == 1 ? thing : things ?? thing + "s")}";

    public static string Number(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>"3 ms", "1.23 s", "2 min 5 s".</summary>
    public static string Time(TimeSpan time) => time.TotalSeconds switch
    {
        < 0.0095 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.#} ms"),
        < 0.9995 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms"),
        < 59.995 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s"),
        _ => $"{(long)Math.Round(time.TotalSeconds) / 60} min {(long)Math.Round(time.TotalSeconds) % 60} s",
    };

    /// <summary>"3 B", "1.2 MB": thousands, as file managers count.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1000 => $"{bytes} B",
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.##} GB"),
    };

    public static string Name(Severity severity) =>
        severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };

    /// <summary>Without control characters: a page's text must not command the terminal.</summary>
    public static string Harmless(string text)
    {
        if (!text.Any(char.IsControl)) return text;
        var harmless = new StringBuilder(text.Length);
        foreach (var c in text) harmless.Append(c is '\n' or '\r' or '\t' ? ' ' : char.IsControl(c) ? '\uFFFD' : c);
        return harmless.ToString();
    }
}
