using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Configuration;

/// <summary>What a permalink pattern may be filled from.</summary>
public readonly record struct PermalinkParts(
    SitePath Section, string Slug, string Title, string FileName, DateTimeOffset? Date,
    IReadOnlyList<string> Categories, string Kind, int? Number = null, int? Season = null);

/// <summary>
/// URL patterns with placeholders, as Jekyll has them (its documentation's "Permalinks"):
/// <c>/:categories/:year/:title/</c>, and its built-in styles <c>date pretty ordinal weekdate none</c>. Dates are in the
/// zone the page's date carries.
/// </summary>
public static class Permalink
{
    public const string Default = "/:section/:slug/";

    public static readonly ImmutableArray<string> Placeholders =
    [
        "year", "short_year", "month", "i_month", "short_month", "long_month", "day", "i_day", "y_day", "w_year", "week",
        "w_day", "short_day", "long_day", "hour", "minute", "second", "title", "slug", "name", "basename", "categories",
        "slugified_categories", "collection", "section",
        "path", "output_ext", "kind", "number", "season",
    ];

    /// <summary>Placeholders that nobody would call a folder.</summary>
    private static readonly ImmutableArray<string> Words =
    [
        "year", "month", "day", "title", "slug", "categories", "section", "short_year", "i_month", "i_day", "y_day", "basename",
        "output_ext", "collection",
    ];

    private static readonly ImmutableDictionary<string, string> Styles = new Dictionary<string, string>
    {
        ["date"] = "/:categories/:year/:month/:day/:title:output_ext",
        ["pretty"] = "/:categories/:year/:month/:day/:title/",
        ["ordinal"] = "/:categories/:year/:y_day/:title:output_ext",
        ["weekdate"] = "/:categories/:year/W:week/:short_day/:title:output_ext",
        ["none"] = "/:categories/:title:output_ext",
    }.ToImmutableDictionary();

    /// <summary>The first placeholder that does not exist; null when all do.</summary>
    private static string? UnknownPlaceholder(string pattern)
    {
        pattern = Styles.GetValueOrDefault(pattern, pattern);
        for (var at = pattern.IndexOf(':'); at >= 0; at = pattern.IndexOf(':', at + 1))
            if (NameAt(pattern, at + 1) is { Length: > 0 } name && !Placeholders.Contains(name)) return name;
        return null;
    }

    /// <summary>What is wrong with a pattern; one that is for many pages must tell them apart.</summary>
    public static Diagnostic? Problem(string pattern, Location at, bool isForMany)
    {
        if (Styles.ContainsKey(pattern)) return null;
        if (UnknownPlaceholder(pattern) is { } unknown) return Messages.BadPermalink(at, pattern, unknown, Placeholders);
        var hasAny = pattern.Contains(':');
        if ((hasAny || isForMany) && pattern.Split('/').FirstOrDefault(Words.Contains) is { } word)
            return Messages.PermalinkWord(at, pattern, word);
        return isForMany && !hasAny ? Messages.PermalinkWithoutPlaceholder(at, pattern, Styles.Keys.Order()) : null;
    }

    /// <summary>
    /// The URL below the site's root: it begins with '/', and ends with '/' or an extension as the pattern does.
    /// </summary>
    public static string Fill(string pattern, in PermalinkParts parts)
    {
        pattern = Styles.GetValueOrDefault(pattern, pattern);
        var url = new StringBuilder("/");
        for (var at = 0; at < pattern.Length; at++)
        {
            var name = pattern[at] == ':' ? NameAt(pattern, at + 1) : "";
            if (name.Length == 0)
            {
                if (pattern[at] != '/' || url[^1] != '/') url.Append(pattern[at]);
                continue;
            }
            var value = Part(name, parts);
            url.Append(url[^1] == '/' ? value.TrimStart('/') : value);
            at += name.Length;
        }
        return url.ToString();
    }

    /// <summary>What an episode lacks that a pattern of sound files asks for: its number, its season.</summary>
    public static string? Lacking(string pattern, int? number, int? season) =>
        number is null && pattern.Contains(":number", StringComparison.Ordinal) ? "number"
        : season is null && pattern.Contains(":season", StringComparison.Ordinal) ? "season"
        : null;

    /// <summary>A pattern of an address elsewhere, such as a podcast's sound files; what is no placeholder stays.</summary>
    public static string FillAddress(string pattern, in PermalinkParts parts)
    {
        var url = new StringBuilder();
        for (var at = 0; at < pattern.Length; at++)
        {
            var name = pattern[at] == ':' ? NameAt(pattern, at + 1) : "";
            if (Placeholders.Contains(name)) url.Append(Percent.Encode(Part(name, parts)));
            else url.Append(pattern.AsSpan(at, name.Length + 1));
            at += name.Length;
        }
        return url.ToString();
    }

    /// <summary>
    /// The longest placeholder that begins here, else the run of letters (so that <c>:titles</c> is seen as a mistake).
    /// </summary>
    private static string NameAt(string pattern, int at)
    {
        var end = at;
        while (end < pattern.Length && (char.IsAsciiLetterLower(pattern[end]) || pattern[end] == '_')) end++;
        return pattern[at..end];
    }

    private static string Part(string name, in PermalinkParts parts)
    {
        switch (name)
        {
            case "title" or "slug": return parts.Slug;
            case "name" or "basename": return Slug.Of(parts.FileName);
            case "section": return Folders(parts.Section);
            case "collection": return parts.Section.Top;
            case "path": return parts.Section.Combine(parts.FileName).Value;
            case "kind": return parts.Kind;
            case "number": return parts.Number?.ToString(CultureInfo.InvariantCulture) ?? "";
            case "season": return parts.Season?.ToString(CultureInfo.InvariantCulture) ?? "";
            case "output_ext": return ".html";
            case "categories": return string.Join('/', parts.Categories.Select(name => name.ToLowerInvariant()).Distinct());
            case "slugified_categories": return string.Join('/', parts.Categories.Select(Slug.Of).Distinct());
        }
        if (parts.Date is not { } date) return "";
        var culture = CultureInfo.InvariantCulture;
        return name switch
        {
            "year" => date.ToString("yyyy", culture),
            "short_year" => date.ToString("yy", culture),
            "month" => date.ToString("MM", culture),
            "i_month" => date.Month.ToString(culture),
            "short_month" => date.ToString("MMM", culture),
            "long_month" => date.ToString("MMMM", culture),
            "day" => date.ToString("dd", culture),
            "i_day" => date.Day.ToString(culture),
            "y_day" => date.DayOfYear.ToString("000", culture),
            "w_year" => ISOWeek.GetYear(date.DateTime).ToString("0000", culture),
            "week" => ISOWeek.GetWeekOfYear(date.DateTime).ToString("00", culture),
            "w_day" => ((int)date.DayOfWeek + 6) % 7 + 1 is var day ? day.ToString(culture) : "",
            "short_day" => date.ToString("ddd", culture),
            "long_day" => date.ToString("dddd", culture),
            "hour" => date.ToString("HH", culture),
            "minute" => date.ToString("mm", culture),
            "second" => date.ToString("ss", culture),
            _ => "",
        };
    }

    private static string Folders(SitePath section) => string.Join('/', section.Value.Split('/').Select(Slug.Of));
}
