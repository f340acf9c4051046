using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Publishing.Cdn;

/// <summary>A cache in front of a store which can be told that objects changed.</summary>
internal interface ICache
{
    /// <summary>
    /// Makes the cache forget these outputs under every URL they are read by. Gives the number of URLs or tags it was told,
    /// and what went wrong.
    /// </summary>
    Task<(int Told, Diagnostic? Problem)> ForgetAsync(IReadOnlyList<SitePath> changed, CancellationToken cancel);
}
