using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Rendering;
using Publisher.Stores;

namespace Publisher.Engine;

/// <summary>An output with what was found while rendering it, and with the trace that tells how long it stays good.</summary>
/// <param name="Broken">An error kept this output from being what it should: <paramref name="Output"/> is only as much as there
/// is.</param>
/// <param name="LastGood">The last output that was not broken, for a preview to go on showing; null when there was none.</param>
public sealed record Rendered(
    Route Route, Output Output, Trace Trace, ImmutableArray<Diagnostic> Diagnostics, bool Broken, Output? LastGood);
