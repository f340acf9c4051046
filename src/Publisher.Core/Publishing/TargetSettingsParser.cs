using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Publishing;

/// <summary>Reads one target of <c>targets:</c> in publisher.yml.</summary>
public static class TargetSettingsParser
{
    /// <summary>
    /// The target, or null where what is written cannot be one; every complaint stands in <paramref name="problems"/>.
    /// </summary>
    public static TargetSettings? Parse(string name, DataNode node, ICollection<Diagnostic> problems)
    {
        if (node is not MappingNode mapping)
        {
            problems.Add(Messages.TargetIsNoMapping(node.At, name));
            return null;
        }
        var keys = new TargetKeys(mapping, problems);
        var folder = keys.Text("folder");
        var isLive = folder is not null && keys.Flag("live") == true;
        var s3 = keys.Map("s3");
        var cdn = keys.List("cdn");
        keys.ReportOthers();
        if (folder is null == s3 is null)
        {
            problems.Add(Messages.TargetKindUnclear(mapping.At, name));
            return null;
        }
        if (folder is not null)
        {
            if (cdn.Length > 0) problems.Add(Messages.CdnNeedsBucket(cdn[0].At));
            return new FolderTarget(name, mapping.At, folder) { IsLive = isLive };
        }
        return ParseS3(name, s3!, cdn, problems);
    }

    private static S3Target? ParseS3(
        string name, MappingNode mapping, ImmutableArray<DataNode> cdn, ICollection<Diagnostic> problems)
    {
        var keys = new TargetKeys(mapping, problems);
        var bucket = keys.Text("bucket");
        var target = new S3Target(name, mapping.At, bucket ?? "")
        {
            Prefix = new SitePath(keys.Text("prefix") ?? ""),
            Region = keys.Text("region"),
            Endpoint = keys.Url("endpoint"),
            PathStyle = keys.Flag("path_style"),
            Profile = keys.Text("profile"),
            MaxDeletes = keys.Number("max_deletes"),
            CacheControl = [.. keys.Texts("cache_control").Select(rule => new CacheRule(new PathPattern(rule.Key), rule.Value))],
            Cdn = [.. cdn.Select(entry => ParseCdn(entry, problems)).OfType<CdnSettings>()],
        };
        keys.ReportOthers();
        if (bucket is null) problems.Add(Messages.TargetNeeds(mapping.At, "bucket"));
        else if (!IsBucketName(bucket)) problems.Add(Messages.NoBucketName(mapping.Find("bucket")!.At, bucket));
        return bucket is null || !IsBucketName(bucket) ? null : target;
    }

    /// <summary>Amazon's rule, and the capitals and underlines which others allow.</summary>
    private static bool IsBucketName(string name) =>
        name.Length is >= 3 and <= 63 && name.All(one => char.IsAsciiLetterOrDigit(one) || one is '.' or '-' or '_');

    private static CdnSettings? ParseCdn(DataNode node, ICollection<Diagnostic> problems)
    {
        if (node is not MappingNode mapping)
        {
            problems.Add(Messages.CdnKindUnclear(node.At));
            return null;
        }
        var keys = new TargetKeys(mapping, problems);
        var byTag = keys.OneOf("by", "url", "tag") == "tag";
        if (mapping.Find("cloudfront") is not null) return ParseCloudFront(keys, mapping.At, byTag);
        if (mapping.Find("purge") is not null) return ParsePurge(keys, mapping.At, byTag);
        var near = mapping.Entries.FirstOrDefault(entry => Nearest.To(entry.Key.Text, CdnKinds) is not null).Key;
        problems.Add(near is null ? Messages.CdnKindUnclear(mapping.At) : Messages.CdnKindMisspelt(near.At, near.Text, CdnKinds));
        return null;
    }

    private static readonly string[] CdnKinds = ["cloudfront", "purge"];

    private static CloudFrontSettings? ParseCloudFront(TargetKeys keys, Location at, bool byTag)
    {
        var distribution = keys.Text("cloudfront");
        var parsed = new CloudFrontSettings(at, distribution ?? "") { ByTag = byTag };
        parsed = parsed with
        {
            Endpoint = keys.Url("endpoint") ?? parsed.Endpoint, MaxPaths = keys.Number("max_paths") ?? parsed.MaxPaths,
        };
        keys.ReportOthers();
        return distribution is null ? null : parsed;
    }

    private static PurgeSettings? ParsePurge(TargetKeys keys, Location at, bool byTag)
    {
        var url = keys.Url("purge");
        var method = keys.OneOf("method", "PURGE", "POST") ?? "PURGE";
        var header = keys.Text("tag_header") ?? (method == "POST" ? "Surrogate-Key" : "xkey");
        var (host, headers) = (keys.Text("host"), keys.Texts("headers"));
        keys.ReportOthers();
        if (url is null) return null;
        return new PurgeSettings(at, url) { ByTag = byTag, Method = method, TagHeader = header, Host = host, Headers = headers };
    }
}
