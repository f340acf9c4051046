namespace Publisher.Text;

/// <summary>Tells the URLs that are the site's own from those that lead away.</summary>
internal static class Urls
{
    /// <summary>
    /// Whether it has a scheme (RFC 3986, 3.1) or begins with <c>//</c>: then nothing in the site can change it.
    /// </summary>
    public static bool IsExternal(ReadOnlySpan<char> url)
    {
        if (url.StartsWith("//")) return true;
        if (url.IsEmpty || !char.IsAsciiLetter(url[0])) return false;
        for (var i = 1; i < url.Length; i++)
        {
            if (url[i] == ':') return i > 1;
            if (!char.IsAsciiLetterOrDigit(url[i]) && url[i] is not ('+' or '-' or '.')) return false;
        }
        return false;
    }

    public static bool IsWeb(ReadOnlySpan<char> url) =>
        url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || url.StartsWith("//");
}
