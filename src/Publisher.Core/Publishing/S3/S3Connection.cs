using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Amazon.S3;
using Publisher.Diagnostics;
using Publisher.Stores;

namespace Publisher.Publishing.S3;

/// <summary>Opens a client with the settings that Amazon's S3, Ceph, R2, MinIO and their like all understand.</summary>
internal static class S3Connection
{
    public static AmazonS3Client Open(S3Target target, PublishOptions options, PlainHttp http)
    {
        var config = new AmazonS3Config
        {
            // Retries are ours: the library's three tries are too few for a bucket that asks to slow down.
            MaxErrorRetry = 0,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            HttpClientFactory = http,
            ForcePathStyle = target.PathStyle ?? (target.Endpoint is not null || target.Bucket.Contains('.')),
        };
        if (target.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
            config.AuthenticationRegion = target.Region ?? "us-east-1";
        }
        else if (target.Region is { } region)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }
        try
        {
            config.DefaultAWSCredentials = Credentials(target, options, config);
            return new AmazonS3Client(config);
        }
        catch (AmazonClientException failure)
        {
            throw new S3Failures(target).Explain(failure, null);
        }
    }

    private static AWSCredentials Credentials(S3Target target, PublishOptions options, AmazonS3Config config)
    {
        if (options.Keys is { } keys)
        {
            return keys.Token is null
                ? new BasicAWSCredentials(keys.AccessKey, keys.SecretKey)
                : new SessionAWSCredentials(keys.AccessKey, keys.SecretKey, keys.Token);
        }
        if (target.Profile is not { } profile) return DefaultAWSCredentialsIdentityResolver.GetCredentials(config);
        return new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out var found)
            ? found
            : throw new StoreException(Messages.NoSuchProfile(target.At, profile));
    }
}
