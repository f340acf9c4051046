using System.Collections.Frozen;
using Publisher.Text;

namespace Publisher.Cli.Preview;

/// <summary>The Content-Type of an output, by its extension.</summary>
internal static class MediaTypes
{
    public const string Html = "text/html; charset=utf-8";

    private static readonly FrozenDictionary<string, string> ByExtension = new Dictionary<string, string>
    {
        [".html"] = Html, [".htm"] = Html, [".xhtml"] = "application/xhtml+xml; charset=utf-8",
        [".css"] = "text/css; charset=utf-8", [".js"] = "text/javascript; charset=utf-8", [".mjs"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json; charset=utf-8", [".map"] = "application/json; charset=utf-8",
        [".webmanifest"] = "application/manifest+json; charset=utf-8", [".geojson"] = "application/geo+json; charset=utf-8",
        [".xml"] = "application/xml; charset=utf-8", [".xsl"] = "application/xml; charset=utf-8", [".rss"] = "application/rss+xml; charset=utf-8",
        [".atom"] = "application/atom+xml; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8", [".md"] = "text/markdown; charset=utf-8", [".csv"] = "text/csv; charset=utf-8",
        [".vtt"] = "text/vtt; charset=utf-8", [".srt"] = "application/x-subrip; charset=utf-8", [".ics"] = "text/calendar; charset=utf-8",
        [".svg"] = "image/svg+xml; charset=utf-8", [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".gif"] = "image/gif",
        [".webp"] = "image/webp", [".avif"] = "image/avif", [".ico"] = "image/x-icon", [".bmp"] = "image/bmp",
        [".mp3"] = "audio/mpeg", [".m4a"] = "audio/mp4", [".aac"] = "audio/aac", [".ogg"] = "audio/ogg", [".oga"] = "audio/ogg", [".opus"] = "audio/ogg",
        [".wav"] = "audio/wav", [".flac"] = "audio/flac", [".mp4"] = "video/mp4", [".m4v"] = "video/mp4", [".webm"] = "video/webm", [".mov"] = "video/quicktime",
        [".woff"] = "font/woff", [".woff2"] = "font/woff2", [".ttf"] = "font/ttf", [".otf"] = "font/otf",
        [".pdf"] = "application/pdf", [".zip"] = "application/zip", [".gz"] = "application/gzip", [".wasm"] = "application/wasm",
        [".epub"] = "application/epub+zip",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static string Of(SitePath output) => ByExtension.GetValueOrDefault(output.Extension, "application/octet-stream");
}
