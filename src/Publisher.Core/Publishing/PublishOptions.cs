using System.Collections.Immutable;

namespace Publisher.Publishing;

/// <summary>What a publish may do, and the parts of the world it needs: clock, environment, keys.</summary>
public sealed record PublishOptions
{
    public required TimeProvider Clock { get; init; }

    /// <summary>Looks up an environment variable, for secrets which settings name with a '$'.</summary>
    public Func<string, string?> Environment { get; init; } = static _ => null;

    /// <summary>Says what would be done and does none of it.</summary>
    public bool DryRun { get; init; }

    /// <summary>Deletes however many objects are gone.</summary>
    public bool Yes { get; init; }

    /// <summary>The path of the site's base URL ("/", "/docs/"), which a distribution's paths begin with.</summary>
    public string BasePath { get; init; } = "/";

    /// <summary>The hub to tell of feeds that changed; null without one.</summary>
    public HubSettings? Hub { get; init; }

    /// <summary>Where relative folders of targets begin, and which a folder target may not overwrite.</summary>
    public string SourceFolder { get; init; } = ".";

    /// <summary>Folders that hold nothing but sources, which a folder target may not be in either.</summary>
    public ImmutableArray<string> SourcesOnly { get; init; } = [];

    /// <summary>For a folder target: overwrite files which something else wrote.</summary>
    public bool TakeOver { get; init; }

    /// <summary>Requests in flight at once.</summary>
    public int Parallelism { get; init; } = 32;

    /// <summary>Keys for a bucket; null: the standard chain (environment, profile, role).</summary>
    public AwsKeys? Keys { get; init; }

    /// <summary>Tells this publish from every other in the world.</summary>
    public required string Id { get; init; }
}

/// <summary>An access key of Amazon's kind.</summary>
public sealed record AwsKeys(string AccessKey, string SecretKey, string? Token = null);
