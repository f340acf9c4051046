using System.Collections.Concurrent;
using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Rendering;
using Publisher.Text;

namespace Publisher.Engine;

/// <summary>What a builder keeps of outputs from build to build: those that were wanted, and what was found in others.</summary>
internal sealed class Memory
{
    public ConcurrentDictionary<SitePath, Rendered> Rendered { get; } = new();

    public ConcurrentDictionary<SitePath, Checked> Checked { get; } = new();
}

/// <summary>What was found in an output whose bytes nobody wanted, and the trace that tells how long that stays true.</summary>
internal sealed record Checked(Route Route, Trace Trace, ImmutableArray<Diagnostic> Diagnostics);
