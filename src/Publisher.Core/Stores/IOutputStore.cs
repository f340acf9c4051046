using Publisher.Text;

namespace Publisher.Stores;

/// <summary>
/// A place that keeps outputs as objects with headers and is reached by requests: a bucket, or memory. (A folder is no such
/// place: it has no headers, and comparing with it costs nothing; see <see cref="DiskStore"/>.) What the owner of the place
/// must mend is thrown as <see cref="StoreException"/>; every request may be made from many threads.
/// </summary>
public interface IOutputStore
{
    /// <summary>A small object and the tag of its state; null when there is none. One request.</summary>
    Task<StoredText?> ReadAsync(SitePath path, CancellationToken cancel);

    /// <summary>Every object below the store's root, in no particular order; a request per thousand.</summary>
    IAsyncEnumerable<StoredObject> ListAsync(CancellationToken cancel);

    /// <summary>An object's headers; null when there is none. One request.</summary>
    Task<ObjectHeaders?> ReadHeadersAsync(SitePath path, CancellationToken cancel);

    /// <summary>
    /// Writes one object, which the store checks against <paramref name="hash"/>; gives the tag of its new state.
    /// </summary>
    Task<string> PutAsync(
        Output output, ContentHash hash, ObjectHeaders headers, WriteCondition condition, CancellationToken cancel);

    /// <summary>
    /// Gives an object other headers without sending it again; false when it does not hold these bytes (any more).
    /// </summary>
    Task<bool> RestateAsync(SitePath path, ContentHash hash, ObjectHeaders headers, CancellationToken cancel);

    /// <summary>Removes objects; those that are not there count as removed. A request per thousand.</summary>
    Task DeleteAsync(IReadOnlyList<SitePath> paths, CancellationToken cancel);
}
