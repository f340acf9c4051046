using Publisher.Text;

namespace Publisher.Stores;

/// <summary>The headers a reader gets with an object, and the tags by which a cache can be told to forget it.</summary>
/// <param name="CacheTag">Comma-separated; the metadata <c>cache-tag</c>, which S3 sends as <c>x-amz-meta-cache-tag</c>.</param>
public sealed record ObjectHeaders(string ContentType, string CacheControl, string? CacheTag = null)
{
    public Stamp Stamp => Stamp.Of(ContentType).With(CacheControl).With(CacheTag);
}
