using System.Collections.Immutable;
using Publisher.Text;

namespace Publisher.Content;

/// <summary>
/// What only a page's own output sees: its HTML as UTF-8, with holes (in order of offset) for what depends on the rest of the
/// site, and components (each before those inside it) for what templates write around parts of it.
/// </summary>
public sealed class Body(ReadOnlyMemory<byte> html, ImmutableArray<Hole> holes, ImmutableArray<Component> components)
{
    public static Body Empty { get; } = new(default, [], []);

    public ReadOnlyMemory<byte> Html { get; } = html;

    public ImmutableArray<Hole> Holes { get; } = holes;

    public ImmutableArray<Component> Components { get; } = components;

    /// <summary>
    /// The stamp of the HTML and of every hole and component, with its place in the source: diagnostics carry that place.
    /// </summary>
    public Stamp Stamp { get; } = StampOf(html.Span, holes, components);

    /// <summary>A stretch of the HTML, with the holes and components that lie in it.</summary>
    public Body Between(int start, int end) => new(
        Html[start..end],
        [.. Holes.Where(hole => hole.Offset >= start && hole.Offset <= end)
            .Select(hole => hole with { Offset = hole.Offset - start })],
        [.. Components.Where(component => component.Start >= start && component.End <= end)
            .Select(component => component.Moved(-start))]);

    public bool IsEmpty => Html.IsEmpty;

    private static Stamp StampOf(
        ReadOnlySpan<byte> html, ImmutableArray<Hole> holes, ImmutableArray<Component> components)
    {
        var stamp = Stamp.Of(html);
        foreach (var hole in holes)
        {
            stamp = stamp.With(((ulong)hole.Offset << 8) | (byte)hole.Kind).With(hole.Target)
                .With(((ulong)hole.At.Line << 32) | (uint)hole.At.Column).With((ulong)hole.At.Length);
        }
        foreach (var component in components) stamp = component.AddTo(stamp);
        return stamp;
    }
}
