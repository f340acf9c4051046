using System.Collections.Frozen;
using Publisher.Text;

namespace Publisher.Cli.Preview;

/// <summary>The Content-Type of an output, by its extension.</summary>
internal static class MediaTypes
{
    public const string Html = "text/html; charset=utf-8";

    private const string Utf8 = "; charset=utf-8";

    private static readonly FrozenDictionary<string, string> ByExtension = new Dictionary<string, string>
    {
        [".html"] = Html, [".htm"] = Html, [".xhtml"] = "application/xhtml+xml" + Utf8,
        [".css"] = "text/css" + Utf8, [".js"] = "text/javascript" + Utf8, [".mjs"] = "text/javascript" + Utf8,
        [".json"] = "application/json" + Utf8, [".map"] = "application/json" + Utf8,
        [".webmanifest"] = "application/manifest+json" + Utf8, [".geojson"] = "application/geo+json" + Utf8,
        [".xml"] = "application/xml" + Utf8, [".xsl"] = "application/xml" + Utf8,
        [".rss"] = "application/rss+xml" + Utf8, [".atom"] = "application/atom+xml" + Utf8,
        [".txt"] = "text/plain" + Utf8, [".md"] = "text/markdown" + Utf8, [".csv"] = "text/csv" + Utf8,
        [".vtt"] = "text/vtt" + Utf8, [".srt"] = "application/x-subrip" + Utf8, [".ics"] = "text/calendar" + Utf8,
        [".svg"] = "image/svg+xml" + Utf8, [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif", [".webp"] = "image/webp", [".avif"] = "image/avif", [".ico"] = "image/x-icon",
        [".bmp"] = "image/bmp", [".mp3"] = "audio/mpeg", [".m4a"] = "audio/mp4", [".aac"] = "audio/aac",
        [".ogg"] = "audio/ogg", [".oga"] = "audio/ogg", [".opus"] = "audio/ogg", [".wav"] = "audio/wav",
        [".flac"] = "audio/flac", [".mp4"] = "video/mp4", [".m4v"] = "video/mp4", [".webm"] = "video/webm",
        [".mov"] = "video/quicktime", [".woff"] = "font/woff", [".woff2"] = "font/woff2", [".ttf"] = "font/ttf",
        [".otf"] = "font/otf", [".pdf"] = "application/pdf", [".zip"] = "application/zip", [".gz"] = "application/gzip",
        [".wasm"] = "application/wasm", [".epub"] = "application/epub+zip",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static string Of(SitePath output) => ByExtension.GetValueOrDefault(output.Extension, "application/octet-stream");
}
