using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Cli.Preview;

/// <summary>One finished look at the sources: immutable, safe for all threads, rendered only where somebody asks.</summary>
public interface ISite
{
    /// <summary>Where the site is mounted: empty, or <c>/docs</c>, without the last slash, as in a decoded URL.</summary>
    string BasePath { get; }

    /// <summary>
    /// What is wrong with settings, pages and routes, as far as their texts were looked at; what rendering finds comes with
    /// <see cref="Rendered"/>.
    /// </summary>
    ImmutableArray<Diagnostic> Problems { get; }

    /// <summary>Every output the site has.</summary>
    ImmutableArray<SitePath> Paths { get; }

    /// <summary>Outputs a build would leave out, and why: "draft", "scheduled for 1 May".</summary>
    IReadOnlyDictionary<SitePath, string> Statuses { get; }

    /// <summary>The output, rendered if it is not fresh already; null when there is no such route.</summary>
    Rendered? Render(SitePath output);

    /// <summary>What rendering an output finds, for outputs that nobody asked for: none of it need be kept.</summary>
    ImmutableArray<Diagnostic> Check(SitePath output);

    /// <summary>What is wrong with templates, also with those that no output uses.</summary>
    ImmutableArray<Diagnostic> TemplateProblems { get; }

    /// <summary>The page made from a source file; null for a template, a data file, a file that is copied.</summary>
    SitePath? OutputOf(SitePath source);

    /// <summary>
    /// A source's bytes as this look saw them (also of a built-in template), for code frames; null when there is none.
    /// </summary>
    ReadOnlyMemory<byte>? SourceOf(SitePath source);
}
