using System.Collections.Concurrent;
using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Rendering;
using Publisher.Rendering.Checks;
using Publisher.Text;

namespace Publisher.Engine;

/// <summary>
/// What a builder keeps from build to build: outputs that were wanted, what was found in others, and texts filled in.
/// </summary>
internal sealed class Memory
{
    public ConcurrentDictionary<SitePath, Rendered> Rendered { get; } = new();

    public ConcurrentDictionary<SitePath, Checked> Checked { get; } = new();

    /// <summary>The texts that are templates, by the page's source.</summary>
    public ConcurrentDictionary<SitePath, FilledText> Texts { get; } = new();

    /// <summary>What was found in them before they run, each with the stamp of all that this depends on.</summary>
    public ConcurrentDictionary<SitePath, (Stamp Key, TextCheck Check)> CheckedTexts { get; } = new();
}

/// <summary>What was found in an output whose bytes nobody wanted, and the trace that tells how long that stays true.</summary>
internal sealed record Checked(Route Route, Trace Trace, ImmutableArray<Diagnostic> Diagnostics);
