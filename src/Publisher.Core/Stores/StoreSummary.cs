using System.Collections.Immutable;
using Publisher.Diagnostics;

namespace Publisher.Stores;

/// <summary>
/// What writing a site to a folder did: counts of files, bytes of the whole site and of what was written, and what went
/// wrong.
/// </summary>
public sealed record StoreSummary(
    int Written, int Unchanged, int Removed, long Bytes, long BytesWritten, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>What was written and removed, sorted by path.</summary>
    public ImmutableArray<DiskDifference> Changes { get; init; } = [];

    public bool Succeeded => !Diagnostics.Any(problem => problem.Severity == Severity.Error);

    /// <summary>Nothing was tried, because it looked like a mistake.</summary>
    public bool WasRefused { get; private init; }

    /// <summary>Nothing was done, because of these problems.</summary>
    public static StoreSummary Refused(params ImmutableArray<Diagnostic> problems) =>
        new(0, 0, 0, 0, 0, problems) { WasRefused = true };

    /// <summary>Nothing could be done, for this reason.</summary>
    public static StoreSummary Failed(Diagnostic problem) => new(0, 0, 0, 0, 0, [problem]);
}
