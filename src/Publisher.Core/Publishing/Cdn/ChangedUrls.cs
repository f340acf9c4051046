using System.Buffers;
using System.Text;
using Publisher.Text;

namespace Publisher.Publishing.Cdn;

/// <summary>The URL paths under which readers, and so caches, know an output.</summary>
internal static class ChangedUrls
{
    private const string Index = "index.html";

    // What the URL Standard's path percent-encode set leaves alone: caches keep what browsers send.
    private static readonly SearchValues<byte> SentByBrowsers =
        SearchValues.Create("!$&'()*+,-./0123456789:;=@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz|~"u8);

    /// <summary>Relative to the site's root: <c>a/index.html</c> is read as itself and as <c>a/</c>.</summary>
    public static IEnumerable<string> Of(SitePath path)
    {
        yield return path.Value;
        if (path.Name == Index) yield return path.Value[..^Index.Length];
    }

    /// <summary>As a browser sends it.</summary>
    public static string EncodeAsBrowsers(string path)
    {
        var bytes = Encoding.UTF8.GetBytes(path);
        if (!bytes.AsSpan().ContainsAnyExcept(SentByBrowsers)) return path;
        var encoded = new StringBuilder(path.Length + 16);
        foreach (var one in bytes)
        {
            if (SentByBrowsers.Contains(one)) encoded.Append((char)one);
            else encoded.Append('%').Append(one.ToString("X2"));
        }
        return encoded.ToString();
    }

    /// <summary>With everything encoded but RFC 3986's unreserved characters, as CloudFront demands.</summary>
    public static string EncodeStrictly(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
