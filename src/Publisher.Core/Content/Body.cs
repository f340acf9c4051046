using System.Collections.Immutable;
using Publisher.Text;

namespace Publisher.Content;

/// <summary>
/// What only a page's own output sees: its HTML as UTF-8, with holes (in order of offset) for what depends on the rest of the
/// site.
/// </summary>
public sealed class Body(ReadOnlyMemory<byte> html, ImmutableArray<Hole> holes)
{
    public static Body Empty { get; } = new(default, []);

    public ReadOnlyMemory<byte> Html { get; } = html;

    public ImmutableArray<Hole> Holes { get; } = holes;

    /// <summary>
    /// The stamp of the HTML and of every hole, with its place in the source: diagnostics about links carry that place.
    /// </summary>
    public Stamp Stamp { get; } = StampOf(html.Span, holes);

    public bool IsEmpty => Html.IsEmpty;

    private static Stamp StampOf(ReadOnlySpan<byte> html, ImmutableArray<Hole> holes)
    {
        var stamp = Stamp.Of(html);
        foreach (var hole in holes)
        {
            stamp = stamp.With(((ulong)hole.Offset << 8) | (byte)hole.Kind).With(hole.Target)
                .With(((ulong)hole.At.Line << 32) | (uint)hole.At.Column).With((ulong)hole.At.Length);
        }
        return stamp;
    }
}
