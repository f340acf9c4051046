using System.Text;

namespace Publisher.Media;

/// <summary>Texts in ID3 frames, which begin with a byte that says their encoding (ID3v2.4, section 4).</summary>
internal static class Id3Text
{
    /// <summary>The first text; <paramref name="rest"/> is what stands behind its end.</summary>
    public static string Read(byte encoding, ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> rest)
    {
        var isWide = encoding is 1 or 2;
        var end = isWide ? WideEnd(bytes) : bytes.IndexOf((byte)0);
        rest = end < 0 ? [] : bytes[(end + (isWide ? 2 : 1))..];
        if (end >= 0) bytes = bytes[..end];
        if (encoding == 0) return Encoding.Latin1.GetString(bytes);
        if (encoding == 3) return Encoding.UTF8.GetString(bytes);
        return bytes switch
        {
            [0xFF, 0xFE, .. var text] => Encoding.Unicode.GetString(text),
            [0xFE, 0xFF, .. var text] => Encoding.BigEndianUnicode.GetString(text),
            _ => (encoding == 2 ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(bytes),
        };
    }

    /// <summary>
    /// With its encoding before it: UTF-8 where the version has it, else UTF-16 where Latin 1 does not suffice.
    /// </summary>
    public static byte[] Write(int version, string text)
    {
        text = text.Replace('\0', ' ');
        if (version == 4) return [3, .. Encoding.UTF8.GetBytes(text)];
        return text.All(letter => letter <= '\u00FF')
            ? [0, .. Encoding.Latin1.GetBytes(text)]
            : [1, 0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)];
    }

    private static int WideEnd(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i + 1 < bytes.Length; i += 2)
            if (bytes[i] == 0 && bytes[i + 1] == 0) return i;
        return -1;
    }
}
