using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Amazon.Runtime;
using Publisher.Diagnostics;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Publishing.S3;

/// <summary>Says in words what a bucket's refusal means, and knows which refusals pass by themselves.</summary>
internal sealed class S3Failures(S3Target target)
{
    /// <summary>The failure as what the owner of the bucket can act on.</summary>
    public StoreException Explain(Exception failure, SitePath? path)
    {
        var service = failure as AmazonServiceException;
        var problem = service?.ErrorCode switch
        {
            "NoSuchBucket" => Messages.NoSuchBucket(target.At, target.Bucket, target.Endpoint),
            "AccessDenied" or "AllAccessDisabled" or "AccountProblem" =>
                Messages.BucketAccessDenied(target.At, target.Bucket, path),
            "SignatureDoesNotMatch" => Messages.WrongSecretKey(target.At),
            "InvalidAccessKeyId" or "InvalidToken" or "NotSignedUp" => Messages.WrongAccessKey(target.At, service.ErrorCode),
            "ExpiredToken" or "ExpiredTokenException" or "TokenRefreshRequired" => Messages.ExpiredKeys(target.At),
            "RequestTimeTooSkewed" => Messages.ClockIsWrong(target.At),
            "BadDigest" or "InvalidDigest" or "XAmzContentSHA256Mismatch" => Messages.ChangedWhileSent(path ?? default),
            "PermanentRedirect" or "TemporaryRedirect" or "AuthorizationHeaderMalformed" =>
                Messages.WrongRegion(target.At, target.Bucket, service.Message),
            "PreconditionFailed" => Messages.NotAsExpected(path ?? default),
            "SlowDown" or "ServiceUnavailable" or "InternalError" or "RequestLimitExceeded" =>
                Messages.BucketIsBusy(target.At, target.Bucket, service.ErrorCode),
            _ => Unspecific(failure, service, path),
        };
        return new(problem, failure) { IsConflict = IsConflict(service) };
    }

    public static bool IsMissingObject(Exception? failure) =>
        failure is AmazonServiceException { StatusCode: HttpStatusCode.NotFound, ErrorCode: not "NoSuchBucket" };

    /// <summary>Which failures are worth another try.</summary>
    public static Passing Judge(Exception failure) => failure switch
    {
        // The library learns the server's clock from this answer, so the second try is signed with it.
        AmazonServiceException { ErrorCode: "RequestTimeTooSkewed" } => Passing.Hardly,
        AmazonServiceException { ErrorCode: "SlowDown" or "RequestTimeout" or "RequestLimitExceeded" } => Passing.Yes,
        AmazonServiceException { ErrorCode: "ConditionalRequestConflict" or "OperationAborted" } => Passing.Yes,
        AmazonServiceException { StatusCode: HttpStatusCode.TooManyRequests } => Passing.Yes,
        AmazonServiceException { StatusCode: HttpStatusCode.NotImplemented } => Passing.No,
        AmazonServiceException { StatusCode: >= HttpStatusCode.InternalServerError } => Passing.Yes,
        _ when Causes(failure).Any(cause => cause is AuthenticationException) => Passing.No,
        _ when IsUnreachable(failure) => Passing.Hardly,
        _ when IsBroken(failure) => Passing.Yes,
        _ => Passing.No,
    };

    private Diagnostic Unspecific(Exception failure, AmazonServiceException? service, SitePath? path)
    {
        if (service?.StatusCode == HttpStatusCode.Forbidden) return Messages.BucketAccessDenied(target.At, target.Bucket, path);
        if (IsUnreachable(failure) || IsBroken(failure))
            return Messages.BucketUnreachable(target.At, target.Bucket, target.Endpoint, Innermost(failure).Message);
        // The library has no types for these two.
        if (Says(failure, "redentials")) return Messages.NoCredentials(target.At);
        if (Says(failure, "RegionEndpoint")) return Messages.NoRegion(target.At);
        return Messages.BucketSays(target.At, target.Bucket, service?.ErrorCode, failure.Message);
    }

    private static bool Says(Exception failure, string word) =>
        failure is AmazonClientException && failure.Message.Contains(word, StringComparison.Ordinal);

    private static bool IsConflict(AmazonServiceException? service) =>
        service is { StatusCode: HttpStatusCode.PreconditionFailed };

    private static bool IsUnreachable(Exception failure) => Causes(failure).OfType<SocketException>().Any(cause =>
        cause.SocketErrorCode is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain
        or SocketError.NoData or SocketError.HostUnreachable or SocketError.NetworkUnreachable);

    private static bool IsBroken(Exception failure) =>
        failure is not AmazonServiceException { StatusCode: not 0 }
        && Causes(failure).Any(cause => cause is SocketException or IOException or HttpRequestException or TimeoutException);

    private static IEnumerable<Exception> Causes(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException) yield return cause;
    }

    private static Exception Innermost(Exception failure) => Causes(failure).Last();
}
