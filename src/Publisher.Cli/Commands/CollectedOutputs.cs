using System.Collections.Concurrent;
using System.Collections.Immutable;
using Publisher.Cli.Problems;
using Publisher.Diagnostics;
using Publisher.Engine;
using Publisher.Rendering.Routes;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Cli.Commands;

/// <summary>
/// A build's outputs on their way to a store: what was found while rendering is gathered, and what an error spoilt is not
/// handed on. A page whose own source has an error counts as spoilt: among what could not be read might be that it is a
/// draft.
/// </summary>
internal sealed class CollectedOutputs(Build build, Findings findings) : IOutputs
{
    private readonly HashSet<SitePath> spoilt =
        [.. build.Diagnostics.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.At.File)];
    private readonly ConcurrentDictionary<SitePath, bool> unmade = new();

    public ImmutableArray<SitePath> Paths => build.Paths;

    /// <summary>How many outputs could not be made.</summary>
    public int Unmade => unmade.Count;

    public Output? Want(SitePath path)
    {
        var rendered = build.Render(path)!;
        findings.Add(rendered.Diagnostics, path);
        if (!rendered.Broken && !IsSpoilt(rendered.Route)) return rendered.Output;
        unmade[path] = true;
        return null;
    }

    private bool IsSpoilt(Rendering.Route route) => route switch
    {
        PageRoute page => spoilt.Contains(page.Source),
        AliasRoute alias => spoilt.Contains(alias.Source),
        _ => false,
    };
}
