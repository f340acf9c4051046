using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Publisher.Diagnostics;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Publishing.S3;

/// <summary>
/// A bucket, or a folder in one, of Amazon S3 or of a service that speaks its protocol. Uses only what they have in common:
/// plain bodies with Content-MD5, no checksum trailers, no chunked signatures (which some store as content).
/// </summary>
internal sealed class S3Bucket : IOutputStore, IDisposable
{
    private const int KeysPerRequest = 1000;
    private const string TagMetadata = "cache-tag";
    private static readonly TimeSpan ShortLimit = TimeSpan.FromSeconds(60);
    private readonly AmazonS3Client client;
    private readonly PlainHttp http;
    private readonly S3Target target;
    private readonly S3Failures failures;
    private readonly Retry retry;
    private readonly string prefix;
    private readonly bool isSecure;

    private S3Bucket(AmazonS3Client client, PlainHttp http, S3Target target, PublishOptions options)
    {
        (this.client, this.http, this.target) = (client, http, target);
        (failures, retry) = (new S3Failures(target), new Retry(options.Clock));
        prefix = target.Prefix.IsRoot ? "" : target.Prefix.Value + "/";
        isSecure = client.Config.ServiceURL is not { } url || url.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Makes no request. Throws <see cref="StoreException"/> when the settings and the environment leave the region or the
    /// profile open.
    /// </summary>
    public static S3Bucket Open(S3Target target, PublishOptions options)
    {
        var http = new PlainHttp(options.Parallelism);
        return new(S3Connection.Open(target, options, http), http, target, options);
    }

    public void Dispose()
    {
        client.Dispose();
        http.Dispose();
    }

    /// <summary>The keys that requests are signed with, wherever they come from.</summary>
    public async Task<AwsKeys> KeysAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        try
        {
            var keys = await client.Config.DefaultAWSCredentials.GetCredentialsAsync();
            return new(keys.AccessKey, keys.SecretKey, keys.UseToken ? keys.Token : null);
        }
        catch (AmazonClientException failure)
        {
            throw failures.Explain(failure, null);
        }
    }

    public async Task<StoredText?> ReadAsync(SitePath path, CancellationToken cancel)
    {
        try
        {
            return await AskAsync<StoredText?>(path, async attempt =>
            {
                using var found = await client.GetObjectAsync(new() { BucketName = target.Bucket, Key = Key(path) }, attempt);
                using var bytes = new MemoryStream();
                await found.ResponseStream.CopyToAsync(bytes, attempt);
                return new(bytes.ToArray(), TagOf(found.ETag));
            }, cancel);
        }
        catch (StoreException failure) when (S3Failures.IsMissingObject(failure.InnerException))
        {
            return null;
        }
    }

    public async IAsyncEnumerable<StoredObject> ListAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var request = new ListObjectsV2Request { BucketName = target.Bucket, Prefix = prefix, MaxKeys = KeysPerRequest };
        do
        {
            var page = await AskAsync(null, attempt => client.ListObjectsV2Async(request, attempt), cancel);
            foreach (var one in page.S3Objects ?? [])
            {
                var path = new SitePath(one.Key[prefix.Length..]);
                // Keys that no output can have ("a//b", or "a/" where a console shows an empty folder) are another's.
                if (Key(path) != one.Key) continue;
                yield return new(path, one.Size ?? 0, ContentHash.Parse(Unquoted(one.ETag)));
            }
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
    }

    public async Task<ObjectHeaders?> ReadHeadersAsync(SitePath path, CancellationToken cancel)
    {
        try
        {
            var key = Key(path);
            var found = await AskAsync(path, attempt => client.GetObjectMetadataAsync(target.Bucket, key, attempt), cancel);
            return new(found.Headers.ContentType ?? "", found.Headers.CacheControl ?? "", found.Metadata[TagMetadata]);
        }
        catch (StoreException failure) when (S3Failures.IsMissingObject(failure.InnerException))
        {
            return null;
        }
    }

    public async Task<string> PutAsync(
        Output output, ContentHash hash, ObjectHeaders headers, WriteCondition condition, CancellationToken cancel)
    {
        try
        {
            var stored = await AskAsync(output.Path, LimitFor(output.Length), async attempt =>
            {
                using var content = output.Open();
                return await client.PutObjectAsync(PutRequest(output.Path, content, hash, headers, condition), attempt);
            }, cancel);
            return TagOf(stored.ETag);
        }
        catch (StoreException failure) when (condition.Tag is not null && S3Failures.IsMissingObject(failure.InnerException))
        {
            // Some answer so, and not with 412, when the object that was to be replaced is gone.
            throw new StoreException(failure.Problem, failure.InnerException) { IsConflict = true };
        }
    }

    public async Task<bool> RestateAsync(SitePath path, ContentHash hash, ObjectHeaders headers, CancellationToken cancel)
    {
        var request = new CopyObjectRequest
        {
            SourceBucket = target.Bucket, SourceKey = Key(path), DestinationBucket = target.Bucket, DestinationKey = Key(path),
            ETagToMatch = hash.ToString(), MetadataDirective = S3MetadataDirective.REPLACE, ContentType = headers.ContentType,
        };
        request.Headers.CacheControl = headers.CacheControl;
        if (headers.CacheTag is not null) request.Metadata.Add(TagMetadata, headers.CacheTag);
        try
        {
            await AskAsync(path, attempt => client.CopyObjectAsync(request, attempt), cancel);
            return true;
        }
        catch (StoreException failure) when (failure.IsConflict || S3Failures.IsMissingObject(failure.InnerException))
        {
            return false;
        }
    }

    public async Task DeleteAsync(IReadOnlyList<SitePath> paths, CancellationToken cancel)
    {
        foreach (var batch in paths.Chunk(KeysPerRequest))
        {
            var keys = batch.Select(path => new KeyVersion { Key = Key(path) });
            var request = new DeleteObjectsRequest { BucketName = target.Bucket, Objects = [.. keys], Quiet = true };
            var answer = await AskAsync(null, attempt => client.DeleteObjectsAsync(request, attempt), cancel);
            // 200 says only that the request was understood.
            if (answer.DeleteErrors is not [{ } first, ..] errors) continue;
            throw new StoreException(Messages.CannotDelete(target.At, target.Bucket, first.Key, first.Message, errors.Count));
        }
    }

    private string Key(SitePath path) => prefix + path.Value;

    private PutObjectRequest PutRequest(
        SitePath path, Stream content, ContentHash hash, ObjectHeaders headers, WriteCondition condition)
    {
        var request = new PutObjectRequest
        {
            BucketName = target.Bucket, Key = Key(path), InputStream = content, AutoCloseStream = false,
            MD5Digest = hash.ToBase64(), ContentType = headers.ContentType,
            UseChunkEncoding = false, DisablePayloadSigning = isSecure, DisableDefaultChecksumValidation = true,
        };
        request.Headers.CacheControl = headers.CacheControl;
        if (headers.CacheTag is not null) request.Metadata.Add(TagMetadata, headers.CacheTag);
        // Unquoted: every service takes it so, not every one takes the quotes.
        if (condition.Tag is not null) request.IfMatch = condition.Tag;
        if (condition.MustBeAbsent) request.IfNoneMatch = "*";
        return request;
    }

    private Task<T> AskAsync<T>(SitePath? path, Func<CancellationToken, Task<T>> attempt, CancellationToken cancel) =>
        AskAsync(path, ShortLimit, attempt, cancel);

    private async Task<T> AskAsync<T>(
        SitePath? path, TimeSpan limit, Func<CancellationToken, Task<T>> attempt, CancellationToken cancel)
    {
        try
        {
            return await retry.RunAsync(limit, S3Failures.Judge, attempt, cancel);
        }
        catch (Exception failure) when (failure is AmazonClientException or AmazonServiceException or HttpRequestException
            or IOException or TimeoutException)
        {
            throw failures.Explain(failure, path);
        }
    }

    /// <summary>Time enough for a slow line: 64 KB a second.</summary>
    private static TimeSpan LimitFor(long bytes) => ShortLimit + TimeSpan.FromSeconds(bytes / (64 * 1024));

    /// <summary>The tag of an object's state; a server that gives none is no S3, whatever else it answers.</summary>
    private string TagOf(string? tag) =>
        Unquoted(tag) is { Length: > 0 } own
            ? own
            : throw new StoreException(Messages.NotAnS3Service(target.At, target.Endpoint));

    private static string Unquoted(string? tag) => tag?.Trim('"') ?? "";
}
