using System.Collections.Immutable;

namespace Publisher.Content.Highlighting;

/// <summary>Lines of a code block that its author wants to point at, counted from 1, both ends included.</summary>
public readonly record struct LineRange(int First, int Last)
{
    private const int HighestLine = 10_000_000;

    /// <summary>
    /// Reads <c>1,3-5</c>, <c>1 3-5</c> and Hugo's <c>[1,"3-5"]</c>; whatever else stands there is passed over.
    /// </summary>
    public static IEnumerable<LineRange> Parse(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                at++;
                continue;
            }
            var first = Number(text, ref at);
            var last = first;
            if (at + 1 < text.Length && text[at] == '-' && char.IsAsciiDigit(text[at + 1]))
            {
                at++;
                last = Number(text, ref at);
            }
            if (Math.Max(first, last) > 0) yield return new(Math.Max(1, Math.Min(first, last)), Math.Max(first, last));
        }
    }

    /// <summary>The same lines in order, with ranges that touch made one.</summary>
    public static ImmutableArray<LineRange> Merge(IEnumerable<LineRange> ranges)
    {
        var merged = ImmutableArray.CreateBuilder<LineRange>();
        foreach (var range in ranges.OrderBy(range => range.First))
        {
            if (merged.Count > 0 && range.First <= merged[^1].Last + 1)
                merged[^1] = merged[^1] with { Last = Math.Max(merged[^1].Last, range.Last) };
            else merged.Add(range);
        }
        return merged.DrainToImmutable();
    }

    private static int Number(string text, ref int at)
    {
        var value = 0;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++) value = Math.Min(HighestLine, value * 10 + text[at] - '0');
        return value;
    }
}
