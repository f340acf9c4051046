using System.Globalization;

namespace Publisher.Cli.Preview;

/// <summary>
/// The part of an output that a request asks for (RFC 9110, 14.1): what players need to jump within a recording.
/// </summary>
internal readonly record struct ByteRange(long From, long Length)
{
    /// <summary>
    /// The header asked for nothing this server answers in part (no range, several, another unit, nonsense): send it all.
    /// </summary>
    public static ByteRange Whole(long length) => new(0, length);

    /// <summary>Null when the range lies outside of the <paramref name="length"/> bytes there are (416).</summary>
    public static ByteRange? Parse(string? header, long length)
    {
        const string Unit = "bytes=";
        if (header is null || !header.StartsWith(Unit, StringComparison.OrdinalIgnoreCase)) return Whole(length);
        var spec = header.AsSpan(Unit.Length).Trim();
        var dash = spec.IndexOf('-');
        if (dash < 0 || spec.Contains(',')) return Whole(length);
        var first = spec[..dash].Trim();
        var last = spec[(dash + 1)..].Trim();
        if (first.IsEmpty) return TryNumber(last, out var suffix) ? Suffix(suffix, length) : Whole(length);
        if (!TryNumber(first, out var from)) return Whole(length);
        var to = length - 1;
        if (!last.IsEmpty)
        {
            if (!TryNumber(last, out var asked) || asked < from) return Whole(length);
            to = Math.Min(to, asked);
        }
        return from < length ? new ByteRange(from, to - from + 1) : null;
    }

    private static ByteRange? Suffix(long count, long length) =>
        count == 0 || length == 0 ? null : new ByteRange(Math.Max(0, length - count), Math.Min(count, length));

    /// <summary>Digits only; a number too great for a file is the greatest.</summary>
    private static bool TryNumber(ReadOnlySpan<char> text, out long number)
    {
        number = 0;
        if (text.IsEmpty || text.ContainsAnyExceptInRange('0', '9')) return false;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)) number = long.MaxValue;
        return true;
    }
}
