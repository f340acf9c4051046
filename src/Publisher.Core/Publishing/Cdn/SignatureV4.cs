using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Publisher.Publishing.Cdn;

/// <summary>
/// Amazon's Signature Version 4, for the one service whose library is not to be had (AWS General Reference, "Signing AWS API
/// requests").
/// </summary>
internal static class SignatureV4
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>The form of time in <c>x-amz-date</c>.</summary>
    public static string Date(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The Authorization header of a request.</summary>
    /// <param name="path">Encoded as it is sent.</param>
    /// <param name="query">Canonical: encoded, sorted, without the '?'.</param>
    /// <param name="headers">All that are signed, Host and x-amz-date among them.</param>
    public static string Authorize(
        AwsKeys keys, string region, string service, string date, string method, string path, string query,
        IEnumerable<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> body)
    {
        var sorted = headers.Select(header => (Name: header.Key.ToLowerInvariant(), Value: header.Value.Trim()))
            .OrderBy(header => header.Name, StringComparer.Ordinal).ToArray();
        var signed = string.Join(';', sorted.Select(header => header.Name));
        var request = new StringBuilder().Append(method).Append('\n').Append(path).Append('\n').Append(query).Append('\n');
        foreach (var (name, value) in sorted) request.Append(name).Append(':').Append(value).Append('\n');
        request.Append('\n').Append(signed).Append('\n').Append(Hex(SHA256.HashData(body)));
        var scope = $"{date[..8]}/{region}/{service}/aws4_request";
        var toSign = $"{Algorithm}\n{date}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(request.ToString())))}";
        var key = Encoding.UTF8.GetBytes("AWS4" + keys.SecretKey);
        foreach (var part in new[] { date[..8], region, service, "aws4_request" })
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        var signature = Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
        return $"{Algorithm} Credential={keys.AccessKey}/{scope}, SignedHeaders={signed}, Signature={signature}";
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
