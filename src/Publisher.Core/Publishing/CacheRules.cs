using System.Buffers;
using System.Collections.Immutable;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Publishing;

/// <summary>
/// Decides each object's headers. Cache-Control, unless a pattern of the target says otherwise:
/// <list type="bullet">
/// <item>a name that holds a fingerprint can never mean other bytes: kept for a year, never asked again;</item>
/// <item>pages and feeds: a browser asks each time (and mostly hears 304); a cache that we purge keeps them for a day, which is
/// how long a purge that went wrong could hurt; a cache that nobody purges keeps them for a minute;</item>
/// <item>media (audio, video, fonts, documents): a week, for they are large and rarely edited under one name;</item>
/// <item>images: a day;</item>
/// <item>all else, such as unfingerprinted style sheets: an hour.</item>
/// </list>
/// </summary>
public sealed class CacheRules(ImmutableArray<CacheRule> rules, bool purged, string? siteTag)
{
    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    private readonly string shared = purged ? "86400" : "60";

    /// <param name="siteTag">The tag of every object of the site, besides its own; null: no cache is told by tag.</param>
    public static CacheRules For(S3Target target, string? siteTag) => new(target.CacheControl, target.Cdn.Length > 0, siteTag);

    public ObjectHeaders HeadersOf(Output output)
    {
        var type = ContentTypes.Of(output.Path);
        return new(type, CacheControl(output, type), siteTag is null ? null : $"{siteTag},{TagOf(siteTag, output.Path)}");
    }

    /// <summary>An object's own cache tag.</summary>
    public static string TagOf(string siteTag, SitePath path) => $"{siteTag}-{Stamp.Of(path.Value)}";

    private string CacheControl(Output output, string type)
    {
        foreach (var rule in rules)
            if (rule.Pattern.Fits(output.Path)) return rule.CacheControl;
        var isPage = output.Role != OutputRole.Asset || type.StartsWith("text/html", StringComparison.Ordinal);
        if (isPage) return $"public, max-age=0, s-maxage={shared}";
        if (HasFingerprint(output.Path)) return "public, max-age=31536000, immutable";
        if (type.StartsWith("image/", StringComparison.Ordinal)) return "public, max-age=86400";
        return IsMedia(type) ? "public, max-age=604800" : $"public, max-age=3600, s-maxage={(purged ? shared : "3600")}";
    }

    /// <summary>
    /// Whether the last part of the name, after a '.' or '-', is eight or more hexadecimal digits, of which one at least is a
    /// letter and one a figure, so that neither a date (20240131) nor a word (defaced) is taken for one.
    /// </summary>
    internal static bool HasFingerprint(SitePath path)
    {
        var stem = path.Stem;
        if (path.Extension == ".map") stem = new SitePath(stem).Stem;
        var part = stem.AsSpan(stem.LastIndexOfAny(['.', '-']) + 1);
        if (part.Length < 8 || part.Length == stem.Length || part.IndexOfAnyExcept(LowerHex) >= 0) return false;
        return part.IndexOfAnyInRange('0', '9') >= 0 && part.IndexOfAnyInRange('a', 'f') >= 0;
    }

    private static bool IsMedia(string type) =>
        type.StartsWith("audio/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal)
        || type.StartsWith("font/", StringComparison.Ordinal)
        || type is "application/pdf" or "application/zip" or "application/epub+zip" or "application/gzip";
}
