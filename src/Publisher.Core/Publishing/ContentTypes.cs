using System.Collections.Frozen;
using Publisher.Text;

namespace Publisher.Publishing;

/// <summary>
/// What a file is, by its extension, in the words of the Content-Type header; text says its charset, which is always UTF-8.
/// </summary>
public static class ContentTypes
{
    /// <summary>The type of a page.</summary>
    public const string Html = "text/html; charset=utf-8";

    private const string Unknown = "application/octet-stream";

    private static readonly FrozenDictionary<string, string> ByExtension = new Dictionary<string, string>
    {
        [".html"] = "text/html", [".htm"] = "text/html", [".css"] = "text/css", [".js"] = "text/javascript",
        [".mjs"] = "text/javascript", [".txt"] = "text/plain", [".md"] = "text/markdown", [".csv"] = "text/csv",
        [".ics"] = "text/calendar", [".vtt"] = "text/vtt", [".srt"] = "application/x-subrip", [".vcf"] = "text/vcard",
        [".diff"] = "text/x-diff", [".log"] = "text/plain", [".yml"] = "application/yaml", [".yaml"] = "application/yaml",
        [".toml"] = "application/toml", [".json"] = "application/json", [".map"] = "application/json",
        [".geojson"] = "application/geo+json", [".jsonld"] = "application/ld+json",
        [".webmanifest"] = "application/manifest+json", [".xml"] = "application/xml", [".rss"] = "application/rss+xml",
        [".atom"] = "application/atom+xml", [".xsl"] = "application/xslt+xml", [".opml"] = "text/x-opml",
        [".xhtml"] = "application/xhtml+xml", [".svg"] = "image/svg+xml", [".png"] = "image/png", [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg", [".gif"] = "image/gif", [".webp"] = "image/webp", [".avif"] = "image/avif",
        [".jxl"] = "image/jxl", [".ico"] = "image/vnd.microsoft.icon", [".bmp"] = "image/bmp", [".tif"] = "image/tiff",
        [".tiff"] = "image/tiff", [".mp3"] = "audio/mpeg", [".m4a"] = "audio/mp4", [".aac"] = "audio/aac",
        [".ogg"] = "audio/ogg", [".oga"] = "audio/ogg", [".opus"] = "audio/ogg", [".wav"] = "audio/wav",
        [".flac"] = "audio/flac", [".mid"] = "audio/midi", [".mp4"] = "video/mp4", [".m4v"] = "video/mp4",
        [".webm"] = "video/webm", [".ogv"] = "video/ogg", [".mov"] = "video/quicktime",
        [".m3u8"] = "application/vnd.apple.mpegurl", [".woff"] = "font/woff", [".woff2"] = "font/woff2", [".ttf"] = "font/ttf",
        [".otf"] = "font/otf", [".eot"] = "application/vnd.ms-fontobject", [".pdf"] = "application/pdf",
        [".epub"] = "application/epub+zip", [".zip"] = "application/zip", [".gz"] = "application/gzip",
        [".tar"] = "application/x-tar", [".bz2"] = "application/x-bzip2", [".xz"] = "application/x-xz",
        [".7z"] = "application/x-7z-compressed", [".wasm"] = "application/wasm", [".doc"] = "application/msword",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xls"] = "application/vnd.ms-excel", [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".ppt"] = "application/vnd.ms-powerpoint",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".odt"] = "application/vnd.oasis.opendocument.text", [".rtf"] = "application/rtf",
    }.Select(pair => KeyValuePair.Create(pair.Key, WithCharset(pair.Value)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The Content-Type of a file; one that must be downloaded when nothing is known.</summary>
    public static string Of(SitePath path)
    {
        if (ByExtension.TryGetValue(path.Extension, out var known)) return known;
        return path.Name switch
        {
            "apple-app-site-association" => "application/json; charset=utf-8",
            "CNAME" or "LICENSE" or "README" or "_headers" or "_redirects" => "text/plain; charset=utf-8",
            _ => Unknown,
        };
    }

    private static string WithCharset(string type)
    {
        var isText = type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("+xml", StringComparison.Ordinal)
            || type.EndsWith("json", StringComparison.Ordinal)
            || type is "application/xml" or "application/yaml" or "application/toml" or "application/x-subrip";
        return isText ? type + "; charset=utf-8" : type;
    }
}
