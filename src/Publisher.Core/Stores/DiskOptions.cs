using System.Collections.Immutable;

namespace Publisher.Stores;

/// <summary>What a build may do to its output folder.</summary>
public sealed record DiskOptions
{
    /// <summary>Folders that hold sources; none of them, and no folder above one, may be the output folder.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Folders that hold nothing but sources: the output folder may be in none of them either.</summary>
    public ImmutableArray<string> SourcesOnly { get; init; } = [];

    /// <summary>
    /// Overwrite files which something else wrote. Without it a build that would have to writes nothing and names them; nor
    /// does it begin to build into a folder that holds Markdown.
    /// </summary>
    public bool TakeOver { get; init; }
}
