using System.Text;
using Publisher.Diagnostics;

namespace Publisher.Content;

/// <summary>
/// Writes other values into the data at the head of a file and leaves every other byte of it: comments, quotes, line ends, the
/// text below. A value that is no longer what it was stays, too.
/// </summary>
public static class MatterEdit
{
    private sealed record Edit(int Start, int End, byte[] Text);

    /// <param name="changes">Each is one problem's: if one of its values has gone, none is written.</param>
    /// <param name="done">Takes those that were written.</param>
    public static byte[] Apply(byte[] file, IEnumerable<IReadOnlyList<Fix>> changes, ICollection<Fix> done)
    {
        var edits = new List<Edit>();
        foreach (var change in changes)
        {
            var wanted = change.Select(fix => EditOf(file, fix)).OfType<Edit>().ToList();
            if (wanted.Count < change.Count || wanted.Exists(one => edits.Exists(other => Overlap(one, other)))) continue;
            edits.AddRange(wanted);
            foreach (var fix in change) done.Add(fix);
        }
        var output = new MemoryStream();
        var at = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Start))
        {
            output.Write(file.AsSpan(at..edit.Start));
            output.Write(edit.Text);
            at = edit.End;
        }
        output.Write(file.AsSpan(at));
        return output.ToArray();
    }

    private static bool Overlap(Edit one, Edit other) => one.Start < other.End && other.Start < one.End;

    /// <summary>Null when the old value does not stand there letter by letter, as one with an escape does not.</summary>
    private static Edit? EditOf(byte[] file, Fix fix)
    {
        if (Offset(file, fix.At.Line, fix.At.Column) is not { } start) return null;
        var end = Skip(file, start, fix.At.Length);
        var old = Encoding.UTF8.GetBytes(fix.Old).AsSpan();
        var written = file.AsSpan(start..end);
        var text = Encoding.UTF8.GetBytes(fix.New);
        if (written is [(byte)'"' or (byte)'\'', .., var quote] && quote == written[0] && written[1..^1].SequenceEqual(old))
            return new Edit(start + 1, end - 1, text);
        if (!written.SequenceEqual(old)) return null;
        var isJson = file.AsSpan().TrimStart("\uFEFF"u8) is [(byte)'{', ..];
        return new Edit(start, end, isJson && !IsJson(fix.New) ? [(byte)'"', .. text, (byte)'"'] : text);
    }

    /// <summary>Whether it can stand in JSON without quotes.</summary>
    private static bool IsJson(string value) => value is "true" or "false" || value.All(char.IsAsciiDigit);

    /// <summary>The byte at which a line's column is, both from 1, the column in UTF-16 units.</summary>
    private static int? Offset(byte[] file, int line, int column)
    {
        var start = file.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        for (var i = 1; i < line; i++)
        {
            var length = file.AsSpan(start).IndexOfAny((byte)'\n', (byte)'\r');
            if (length < 0) return null;
            start += length + (file.AsSpan(start + length).StartsWith("\r\n"u8) ? 2 : 1);
        }
        return line > 0 && column > 0 ? Skip(file, start, column - 1) : null;
    }

    private static int Skip(byte[] file, int at, int units)
    {
        while (units > 0 && at < file.Length)
        {
            Rune.DecodeFromUtf8(file.AsSpan(at), out var rune, out var bytes);
            at += bytes;
            units -= rune.Utf16SequenceLength;
        }
        return at;
    }
}
