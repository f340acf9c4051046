using System.Collections.Immutable;
using Publisher.Text;

namespace Publisher.Publishing;

/// <summary>Where a site is published to, as <c>targets:</c> in publisher.yml says it.</summary>
public abstract record TargetSettings(string Name, Location At);

/// <summary>A folder, on this machine or mounted.</summary>
public sealed record FolderTarget(string Name, Location At, string Folder) : TargetSettings(Name, At)
{
    /// <summary>Whether readers have it from there at once; else another program brings it to them, nobody knows when.</summary>
    public bool IsLive { get; init; }
}

/// <summary>A bucket of S3 or of a service that speaks its protocol, and the caches in front of it.</summary>
public sealed record S3Target(string Name, Location At, string Bucket) : TargetSettings(Name, At)
{
    /// <summary>The folder in the bucket that holds the site; the bucket's root by default.</summary>
    public SitePath Prefix { get; init; }

    /// <summary>Null: as the environment and the profile say; "us-east-1" for an endpoint of one's own.</summary>
    public string? Region { get; init; }

    /// <summary>Of a service that is not Amazon's.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>
    /// The bucket in the path instead of the host name. Null: for an endpoint of one's own, and for names with dots.
    /// </summary>
    public bool? PathStyle { get; init; }

    /// <summary>A profile of the shared credentials file; null: the standard chain.</summary>
    public string? Profile { get; init; }

    /// <summary>Cache-Control by pattern, before the built-in rules; the first pattern that fits counts.</summary>
    public ImmutableArray<CacheRule> CacheControl { get; init; } = [];

    /// <summary>
    /// How many objects a publish may delete without being told to; null: 20, or a tenth of all where that is more.
    /// </summary>
    public int? MaxDeletes { get; init; }

    public ImmutableArray<CdnSettings> Cdn { get; init; } = [];
}

/// <summary>What objects whose path fits a pattern say about caching.</summary>
public sealed record CacheRule(PathPattern Pattern, string CacheControl);

/// <summary>A cache in front of a target that must be told what changed.</summary>
public abstract record CdnSettings(Location At)
{
    /// <summary>
    /// Forget by the tags which the objects carry, not by URL: this also reaches URLs with a query, and rewritten ones.
    /// </summary>
    public bool ByTag { get; init; }
}

/// <summary>A distribution of Amazon CloudFront.</summary>
public sealed record CloudFrontSettings(Location At, string Distribution) : CdnSettings(At)
{
    public const int DefaultMaxPaths = 100;

    public Uri Endpoint { get; init; } = new("https://cloudfront.amazonaws.com/");

    /// <summary>
    /// With more paths than this to forget, forget the whole site instead: each path is billed, and a wildcard is one path.
    /// </summary>
    public int MaxPaths { get; init; } = DefaultMaxPaths;
}

/// <summary>A cache that takes PURGE requests, such as Varnish, Fastly and nginx, or Fastly's interface for tags.</summary>
/// <param name="Url">The site's address at the cache; by tag, the address that takes the tags.</param>
public sealed record PurgeSettings(Location At, Uri Url) : CdnSettings(At)
{
    public string Method { get; init; } = "PURGE";

    /// <summary>The request header that holds the tags: <c>xkey</c> (Varnish) or <c>Surrogate-Key</c> (Fastly).</summary>
    public string TagHeader { get; init; } = "xkey";

    /// <summary>The Host header, where the cache is reached by another name than the site's.</summary>
    public string? Host { get; init; }

    /// <summary>More headers; a value such as <c>$FASTLY_KEY</c> is taken from the environment.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];
}
