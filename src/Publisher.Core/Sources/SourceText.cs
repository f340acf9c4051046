using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Sources;

/// <summary>Turns a file's bytes into text, and says where they are none.</summary>
public static class SourceText
{
    /// <summary>
    /// Without a byte order mark, in <see cref="Lines"/>; bytes that are not UTF-8 become U+FFFD, and are told of once.
    /// </summary>
    public static string Decode(SitePath file, ReadOnlySpan<byte> bytes, ICollection<Diagnostic> problems)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (!Utf8.IsValid(bytes)) problems.Add(Messages.BadUtf8(At(file, bytes, bytes.Length)));
        else if (bytes.IndexOf((byte)0) is >= 0 and var nul) problems.Add(Messages.NulByte(At(file, bytes, nul)));
        return Lines(Encoding.UTF8.GetString(bytes));
    }

    /// <summary>With line feeds where there are returns alone, of which old programs made lines; of the same length.</summary>
    public static string Lines(string text)
    {
        for (var at = text.IndexOf('\r'); at >= 0; at = text.IndexOf('\r', at + 1))
        {
            if (at + 1 < text.Length && text[at + 1] == '\n') continue;
            var lines = text.ToCharArray();
            for (; at < lines.Length; at++)
                if (lines[at] == '\r' && (at + 1 == lines.Length || lines[at + 1] != '\n')) lines[at] = '\n';
            return new string(lines);
        }
        return text;
    }

    /// <summary>The place of a byte, or of the first before it that is not UTF-8.</summary>
    private static Location At(SitePath file, ReadOnlySpan<byte> bytes, int offset)
    {
        int line = 1, column = 1;
        bytes = bytes[..offset];
        while (Rune.DecodeFromUtf8(bytes, out var rune, out var length) == OperationStatus.Done)
        {
            if (rune.Value == '\n' || rune.Value == '\r' && !bytes[length..].StartsWith("\n"u8)) (line, column) = (line + 1, 1);
            else column += rune.Utf16SequenceLength;
            bytes = bytes[length..];
        }
        return new Location(file, line, column, 1);
    }
}
