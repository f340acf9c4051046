using System.Collections.Immutable;
using System.Collections.ObjectModel;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Cli.Preview;

/// <summary>Stands in while the engine has not managed to make any site, so that the reason can be shown.</summary>
internal sealed class EmptySite : ISite
{
    public string BasePath => "";

    public ImmutableArray<Diagnostic> Problems => [];

    public ImmutableArray<SitePath> Paths => [];

    public IReadOnlyDictionary<SitePath, string> Statuses => ReadOnlyDictionary<SitePath, string>.Empty;

    public Rendered? Render(SitePath output) => null;

    public ImmutableArray<Diagnostic> Check(SitePath output) => [];

    public ImmutableArray<Diagnostic> TemplateProblems => [];

    public SitePath? OutputOf(SitePath source) => null;

    public ReadOnlyMemory<byte>? SourceOf(SitePath source) => null;
}
