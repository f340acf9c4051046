using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>A piece of markup that many pages share, rendered once: a section's navigation.</summary>
public sealed record Fragment(byte[] Html, Stamp Stamp, ImmutableArray<Diagnostic> Diagnostics)
{
    public static Fragment Empty { get; } = new([], Stamp.None, []);
}
