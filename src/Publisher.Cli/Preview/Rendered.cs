using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Cli.Preview;

/// <summary>
/// One output as rendered for a reader of the preview. An unchanged output is the same <see cref="Output"/> object each time.
/// </summary>
public sealed record Rendered(Output Output)
{
    /// <summary>What rendering this output found.</summary>
    public ImmutableArray<Diagnostic> Problems { get; init; } = [];

    /// <summary>An error prevented a fresh output: this is the last good one, or as much as there is.</summary>
    public bool Broken { get; init; }

    /// <summary>The file the page is written in.</summary>
    public SitePath? Source { get; init; }

    /// <summary>Why a build would leave it out: "draft", "scheduled for 1 May".</summary>
    public string? Status { get; init; }
}
