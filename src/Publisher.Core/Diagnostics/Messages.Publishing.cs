using System.Collections.Immutable;
using Publisher.Text;

namespace Publisher.Diagnostics;

/// <summary>
/// PB070x the output folder, PB071x targets in settings, PB072x and PB073x buckets, PB074x publishing, PB075x caches.
/// </summary>
public static partial class Messages
{
    public static Diagnostic OutputIsDiskRoot(string folder) =>
        Error("PB0701", default, $"'{folder}' cannot be the output folder: it is the root of a disk",
            "choose an empty folder, such as public");

    public static Diagnostic OutputIsFile(string folder) =>
        Error("PB0701", default, $"'{folder}' cannot be the output folder: it is a file",
            "choose an empty folder, such as public");

    public static Diagnostic OutputHoldsSources(string folder, string source) =>
        Error("PB0701", default, $"'{folder}' cannot be the output folder: the sources in '{source}' are in it",
            "choose a folder of its own, such as public");

    public static Diagnostic OutputIsInSources(string folder, string source) =>
        Error("PB0701", default, $"'{folder}' cannot be the output folder: '{source}' is for sources",
            "choose a folder of its own, such as public");

    public static Diagnostic OutputHoldsMarkdown(string folder, string first, int count)
    {
        var texts = count == 1 ? $"a text of Markdown ({first})" : $"{Count(count, "text")} of Markdown ({first} …)";
        return Error("PB0709", default, $"'{folder}' holds {texts}, as sources do; nothing was written",
            "choose a folder of its own, such as public; if these are no sources, say --force, once");
    }

    public static Diagnostic OutputIsBusy(string folder) =>
        Error("PB0702", default, $"another build is writing to '{folder}' at this moment",
            "wait for it to end, or build into another folder");

    public static Diagnostic OutputHoldsForeignFiles(string folder, ImmutableArray<SitePath> files)
    {
        var held = $"'{folder}' holds {Count(files.Length, "file")} which Publisher did not write";
        return Error("PB0703", default, $"{held} and would have to overwrite: {Few(files)}; nothing was written",
            "build into an empty folder, or let Publisher take these files over with --force");
    }

    public static Diagnostic OutputHoldsOtherFiles(string folder, int count) =>
        Note("PB0704", default,
            $"'{folder}' holds {Count(count, "other file")} which Publisher did not write; they stay as they are");

    public static Diagnostic OutputIsFileAndFolder(SitePath path) =>
        Error("PB0705", default, $"the site has both a file '{path}' and files in a folder of that name; no disk can hold both",
            "give one of the pages another permalink");

    public static Diagnostic OutputsDifferInCaseOnly(SitePath first, SitePath second) =>
        Error("PB0706", default,
            $"'{first}' and '{second}' differ only in upper and lower case, which this disk takes for one file",
            "give one of the pages another permalink");

    public static Diagnostic CannotWriteOutput(string file, string reason) =>
        Error("PB0707", default, $"cannot write '{file}': {reason}",
            "is the disk full, or the folder not yours to write to?");

    public static Diagnostic CannotRemoveOutput(string file, string reason) =>
        Error("PB0708", default, $"cannot remove '{file}': {reason}");

    public static Diagnostic TargetIsNoMapping(Location at, string name) =>
        Error("PB0710", at, $"the target '{name}' must be a mapping",
            "for example: { folder: ../public } or { s3: { bucket: www.example.org } }");

    public static Diagnostic TargetKindUnclear(Location at, string name) =>
        Error("PB0711", at, $"the target '{name}' must have either 'folder' or 's3'");

    public static Diagnostic UnknownTargetKey(Location at, string key, IEnumerable<string> known) =>
        Warning("PB0712", at, $"'{key}' is not a setting of a target", Suggest(key, known));

    public static Diagnostic WrongTargetValue(Location at, string key, string wanted) =>
        Error("PB0713", at, $"'{key}' must be {wanted}");

    public static Diagnostic TargetNeeds(Location at, string key) => Error("PB0714", at, $"'{key}' is missing");

    public static Diagnostic CdnKindUnclear(Location at) =>
        Error("PB0715", at, "an entry of 'cdn' must have 'cloudfront' or 'purge'",
            "for example: { cloudfront: E2EXAMPLE1 } or { purge: https://www.example.org }");

    public static Diagnostic CdnKindMisspelt(Location at, string key, IEnumerable<string> known) =>
        Error("PB0715", at, $"an entry of 'cdn' must have 'cloudfront' or 'purge'; '{key}' is neither", Suggest(key, known));

    public static Diagnostic CdnNeedsBucket(Location at) =>
        Warning("PB0716", at, "'cdn' has no effect on a folder: only a bucket's caches can be told");

    public static Diagnostic NoBucketName(Location at, string bucket) =>
        Error("PB0717", at, $"'{bucket}' cannot be a bucket's name",
            "a name has 3 to 63 letters, digits, dots and hyphens; a folder in the bucket is its 'prefix'");

    public static Diagnostic NoSuchBucket(Location at, string bucket, Uri? endpoint) =>
        Error("PB0720", at, $"there is no bucket '{bucket}'{(endpoint is null ? "" : $" at {endpoint}")}",
            "create it, or look at 'bucket' and 'endpoint' in publisher.yml");

    public static Diagnostic BucketAccessDenied(Location at, string bucket, SitePath? path) =>
        Error("PB0721", at, $"the bucket '{bucket}' refused access{(path is { IsRoot: false } there ? $" to '{there}'" : "")}",
            "the key needs s3:ListBucket on the bucket, and s3:GetObject, s3:PutObject and s3:DeleteObject on its objects");

    public static Diagnostic WrongSecretKey(Location at) =>
        Error("PB0722", at, "the secret key does not belong to the access key (the signature does not match)",
            "look at AWS_SECRET_ACCESS_KEY, or at the profile");

    public static Diagnostic WrongAccessKey(Location at, string code) =>
        Error("PB0723", at, $"the access key is not known to the service ({code})",
            "look at AWS_ACCESS_KEY_ID, or at the profile and the endpoint");

    public static Diagnostic ExpiredKeys(Location at) => Error("PB0724", at, "the keys have expired", "sign in again");

    public static Diagnostic NoCredentials(Location at) =>
        Error("PB0725", at, "no keys for the bucket were found",
            "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a 'profile'");

    public static Diagnostic NoSuchProfile(Location at, string profile) =>
        Error("PB0725", at, $"there is no profile '{profile}' with keys in the credentials file",
            "look at ~/.aws/credentials and ~/.aws/config");

    public static Diagnostic NoRegion(Location at) =>
        Error("PB0726", at, "the bucket's region is not known", "set 'region' in publisher.yml, or AWS_REGION");

    public static Diagnostic WrongRegion(Location at, string bucket, string reply) =>
        Error("PB0727", at, $"the bucket '{bucket}' is in another region: {reply}", "set 'region' in publisher.yml");

    public static Diagnostic BucketUnreachable(Location at, string bucket, Uri? endpoint, string reason) =>
        Error("PB0728", at, $"cannot reach {(endpoint is null ? $"the bucket '{bucket}'" : endpoint.AbsoluteUri)}: {reason}",
            "look at the network and at 'endpoint' in publisher.yml");

    public static Diagnostic ClockIsWrong(Location at) =>
        Error("PB0729", at, "this machine's clock is too far from the service's to sign requests", "set the clock");

    public static Diagnostic BucketIsBusy(Location at, string bucket, string code) =>
        Error("PB0730", at, $"the bucket '{bucket}' is too busy and stayed so ({code})",
            "publish again later: it goes on where it stopped");

    public static Diagnostic ChangedWhileSent(SitePath path) =>
        Error("PB0731", default, $"'{path}' changed while it was sent", "publish again");

    public static Diagnostic BucketSays(Location at, string bucket, string? code, string reply) =>
        Error("PB0732", at, $"the bucket '{bucket}' answered: {(code is null ? "" : code + ": ")}{reply}");

    public static Diagnostic NotAnS3Service(Location at, Uri? endpoint) =>
        Error("PB0735", at, $"{endpoint?.AbsoluteUri ?? "the service"} does not answer as S3 does",
            "look at 'endpoint' in publisher.yml");

    public static Diagnostic CannotDelete(Location at, string bucket, string key, string reply, int count)
    {
        var others = count > 1 ? $" and {count - 1:#,0} more" : "";
        return Error("PB0733", at, $"the bucket '{bucket}' did not delete '{key}'{others}: {reply}");
    }

    public static Diagnostic NotAsExpected(SitePath path) => Error("PB0734", default, $"'{path}' is no longer as it was read");

    public static Diagnostic SiteIsEmpty() =>
        Error("PB0740", default, "the site is empty; nothing was published", "publishing it would delete what is there");

    public static Diagnostic TooManyDeletes(int gone, int published, int allowed)
    {
        var deleted = $"{Count(gone, "object")} of {published:#,0} would be deleted";
        return Error("PB0741", default, $"{deleted}, more than the {allowed:#,0} that may go unasked; nothing was published",
            "if that is right, publish with --yes, or set 'max_deletes' for the target");
    }

    public static Diagnostic AnotherPublishBegan(DateTimeOffset at) =>
        Error("PB0742", default, $"another publish to this target began at {Time(at)}; nothing of this one was written",
            "publish again when it is done");

    public static Diagnostic AnotherPublishFinished(DateTimeOffset at) =>
        Error("PB0743", default,
            $"another publish to this target got in between at {Time(at)}; the target may hold pages of both",
            "publish again: the next one sets right what is in doubt");

    public static Diagnostic NoManifest(int compared, int others)
    {
        var there = $"{Count(compared, "object")} already there {(compared == 1 ? "was" : "were")} compared";
        var stay = others == 1 ? "stays" : "stay";
        var rest = others == 0 ? "" : $", and {Count(others, "object")} which this site does not have {stay}";
        return Note("PB0744", default, $"no record of a last publish was found; {there}, nothing is deleted{rest}");
    }

    public static Diagnostic LastPublishUnfinished(int doubted, DateTimeOffset at)
    {
        var touched = $"the {Count(doubted, "object")} it may have touched {(doubted == 1 ? "is" : "are")} written again";
        return Note("PB0745", default, $"the publish begun at {Time(at)} did not finish; {touched}");
    }

    public static Diagnostic ManifestUnreadable(SitePath path) =>
        Warning("PB0746", default, $"the record of the last publish ('{path}') cannot be read; it will be written anew");

    public static Diagnostic ManifestIsNewer(SitePath path) =>
        Error("PB0747", default, $"the record of the last publish ('{path}') was written by a newer Publisher",
            "publish with that version");

    public static Diagnostic CacheNotTold(Location at, string cache, string reason, string? hint) =>
        Error("PB0750", at,
            $"the site is published, but {cache} could not be told what changed and may serve old pages: {reason}",
            hint ?? "publish again: the next publish tells it, even if nothing else changed");

    public static Diagnostic HubNotTold(Location at, Uri hub, int feeds, string reason) =>
        Warning("PB0751", at, $"the site is published, but the hub {hub} could not be told of {Count(feeds, "feed")}: {reason}",
            "subscribers find what is new when they next look");

    public static Diagnostic HubWouldBeTold(Location at, Uri hub, ImmutableArray<string> feeds) =>
        Note("PB0752", at, $"the hub {hub} would be told of {Count(feeds.Length, "feed")}: {string.Join(", ", feeds)}");

    public static Diagnostic OutputsNotMade(ImmutableArray<SitePath> paths) =>
        Error("PB0748", default, $"{Count(paths.Length, "file")} of the site could not be made: {Few(paths)}",
            "publishing the rest would take them from their readers: mend what is said above, and publish again");

    private static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", System.Globalization.CultureInfo.InvariantCulture);

    private static string Count(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count:#,0} {thing}s";

    private static string Few(ImmutableArray<SitePath> files)
    {
        const int shown = 5;
        var names = string.Join(", ", files.Take(shown));
        return files.Length <= shown ? names : $"{names} and {files.Length - shown:#,0} more";
    }
}
