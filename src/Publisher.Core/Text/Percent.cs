using System.Buffers;
using System.Text;

namespace Publisher.Text;

/// <summary>Percent-encoding of addresses (RFC 3986), in the degrees in which it is wanted.</summary>
public static class Percent
{
    // What the URL Standard's path percent-encode set leaves alone.
    private static readonly SearchValues<byte> SentByBrowsers =
        SearchValues.Create("!$&'()*+,-./0123456789:;=@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz|~"u8);

    /// <summary>An address of the site's own: what may not stand in one is encoded, what is encoded already stays.</summary>
    public static string Encode(string url)
    {
        foreach (var c in url)
            if (c <= ' ' || c >= 127 || c is '"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}')
                return string.Join('/', url.Split('/').Select(part => Uri.EscapeDataString(Uri.UnescapeDataString(part))));
        return url;
    }

    /// <summary>A path with everything encoded but its slashes and RFC 3986's unreserved characters.</summary>
    public static string EncodeStrictly(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>A path as a browser sends it.</summary>
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

    /// <summary>Writes one character encoded, whatever it is.</summary>
    public static void Write(Utf8Buffer output, Rune rune)
    {
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var one in utf8[..rune.EncodeToUtf8(utf8)])
        {
            output.Write((byte)'%');
            output.Write("0123456789ABCDEF"u8[one >> 4]);
            output.Write("0123456789ABCDEF"u8[one & 15]);
        }
    }

    public static string Decode(string text) => text.Contains('%') ? Uri.UnescapeDataString(text) : text;
}
