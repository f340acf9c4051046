using System.Collections.Immutable;
using Publisher.Content;
using Publisher.Text;

namespace Publisher.Model;

/// <summary>
/// A folder with its pages and the folders below it, in reading order. Holds positions, never pages, so it outlives their
/// edits.
/// </summary>
public sealed class Section
{
    /// <summary>Below the content root; the root's is empty.</summary>
    public required SitePath Path { get; init; }

    public required string Url { get; init; }

    public required Kind Kind { get; init; }

    public required int Depth { get; init; }

    /// <summary>Position of the page that heads the listing; -1 without one.</summary>
    public required int Index { get; init; }

    /// <summary>Of the pages in this folder itself: dated kinds newest first, others by weight and file name.</summary>
    public required ImmutableArray<int> Pages { get; init; }

    /// <summary>Child sections' paths, by the weight of their index pages and by name.</summary>
    public required ImmutableArray<SitePath> Children { get; init; }

    /// <summary>Of all pages in this folder and below: dated kinds newest first, others in reading order.</summary>
    public required ImmutableArray<int> AllPages { get; init; }

    /// <summary>The years of its dated pages, newest first; empty when it has no archives.</summary>
    public required ImmutableArray<int> Years { get; init; }

    /// <summary>The seasons of its episodes or weeknotes, the highest first; those of a section at the top are listed.</summary>
    public required ImmutableArray<int> Seasons { get; init; }
}
