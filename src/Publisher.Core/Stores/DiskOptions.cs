using System.Collections.Immutable;

namespace Publisher.Stores;

/// <summary>What a build may do to its output folder.</summary>
public sealed record DiskOptions
{
    /// <summary>Folders that hold sources; none of them, and no folder above one, may be the output folder.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>
    /// Overwrite files which something else wrote. Without it a build that would have to writes nothing and names them.
    /// </summary>
    public bool TakeOver { get; init; }
}
