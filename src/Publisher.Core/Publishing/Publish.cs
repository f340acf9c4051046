using Publisher.Publishing.Cdn;
using Publisher.Publishing.S3;
using Publisher.Stores;

namespace Publisher.Publishing;

/// <summary>Brings a finished site to its readers: the one way in.</summary>
public static class Publish
{
    /// <summary>
    /// Makes the target hold the site, and tells the caches in front of it what changed. What goes wrong is said in the
    /// result; a publish that stopped halfway is taken up by the next.
    /// </summary>
    /// <param name="progress">Told from any thread.</param>
    /// <exception cref="OperationCanceledException">When cancelled.</exception>
    public static Task<PublishResult> RunAsync(
        IOutputs site, TargetSettings target, PublishOptions options, IProgress<PublishProgress>? progress,
        CancellationToken cancel) => target switch
        {
            FolderTarget folder => FolderPublish.RunAsync(site, folder, options, progress, cancel),
            S3Target bucket => RunAsync(site, bucket, options, progress, cancel),
            _ => throw new ArgumentException($"No way to publish to {target.GetType()}.", nameof(target)),
        };

    private static async Task<PublishResult> RunAsync(
        IOutputs site, S3Target target, PublishOptions options, IProgress<PublishProgress>? progress, CancellationToken cancel)
    {
        try
        {
            using var bucket = S3Bucket.Open(target, options);
            var siteTag = SiteTag(target);
            var caches = target.Cdn.Select(settings => settings switch
            {
                CloudFrontSettings cloudFront => (ICache)new CloudFront(cloudFront, options, siteTag, bucket.KeysAsync),
                PurgeSettings purge => new PurgeRequests(purge, options, siteTag),
                _ => throw new ArgumentException($"No way to tell {settings.GetType()}.", nameof(target)),
            }).ToArray();
            var rules = CacheRules.For(target, target.Cdn.Any(settings => settings.ByTag) ? siteTag : null);
            return await new Publication(site, bucket, rules, caches, target.MaxDeletes, options, progress).RunAsync(cancel);
        }
        catch (StoreException failure)
        {
            return PublishResult.Nothing(PublishOutcome.Failed, failure.Problem);
        }
    }

    /// <summary>The same for every publish of a site, and another for another site behind the same cache.</summary>
    private static string SiteTag(S3Target target) => Text.Stamp.Of(target.Bucket).With(target.Prefix.Value).ToString();
}
