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

    /// <summary>
    /// What would run where it is clicked, in the page that shows it: a script, or a document in the address itself. White space
    /// and control characters in a scheme are not there for browsers (WHATWG URL, 4.4).
    /// </summary>
    public static bool IsScript(ReadOnlySpan<char> url)
    {
        Span<char> start = stackalloc char[16];
        var length = 0;
        foreach (var sign in url)
        {
            if (sign <= ' ') continue;
            start[length++] = char.ToLowerInvariant(sign);
            if (length == start.Length) break;
        }
        var scheme = start[..length];
        return scheme.StartsWith("javascript:") || scheme.StartsWith("vbscript:")
            || scheme.StartsWith("data:") && !(scheme[5..] is var type && (type.StartsWith("image/") || type.StartsWith("audio/")
                || type.StartsWith("video/") || type.StartsWith("font/")));
    }

    public static bool IsWeb(ReadOnlySpan<char> url) =>
        url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || url.StartsWith("//");
}
