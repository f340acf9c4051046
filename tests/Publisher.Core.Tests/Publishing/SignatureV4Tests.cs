using System.Text;
using Publisher.Publishing;
using Publisher.Publishing.Cdn;

namespace Publisher.Core.Tests.Publishing;

/// <summary>
/// The vectors of Amazon's Signature Version 4 test suite, and the example of its documentation (IAM ListUsers).
/// </summary>
public sealed class SignatureV4Tests
{
    private static readonly AwsKeys Keys = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    [Theory]
    [InlineData("get-vanilla", "GET", "/", "", "", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("get-vanilla-query-order-key-case", "GET", "/", "Param1=value1&Param2=value2", "", "",
        "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("get-utf8", "GET", "/%E1%88%B4", "", "", "",
        "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85")]
    [InlineData("post-vanilla", "POST", "/", "", "", "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("post-x-www-form-urlencoded", "POST", "/", "", "application/x-www-form-urlencoded", "Param1=value1",
        "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a")]
    public void PublishedVectors(
        string name, string method, string path, string query, string type, string body, string signature)
    {
        var headers = new Dictionary<string, string> { ["Host"] = "example.amazonaws.com", ["X-Amz-Date"] = "20150830T123600Z" };
        if (type.Length > 0) headers["Content-Type"] = type;
        var bytes = Encoding.UTF8.GetBytes(body);
        var authorization = SignatureV4.Authorize(
            Keys, "us-east-1", "service", "20150830T123600Z", method, path, query, headers, bytes);
        var signed = type.Length > 0 ? "content-type;host;x-amz-date" : "host;x-amz-date";
        const string credential = "Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request";
        var expected = $"AWS4-HMAC-SHA256 {credential}, SignedHeaders={signed}, Signature={signature}";
        Assert.True(expected == authorization, $"{name}: {authorization}");
    }

    [Fact]
    public void TheDocumentationsExample()
    {
        var headers = new Dictionary<string, string>
        {
            ["content-type"] = "application/x-www-form-urlencoded; charset=utf-8", ["host"] = "iam.amazonaws.com",
            ["x-amz-date"] = "20150830T123600Z",
        };
        Assert.EndsWith("Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
            SignatureV4.Authorize(Keys, "us-east-1", "iam", "20150830T123600Z", "GET", "/",
                "Action=ListUsers&Version=2010-05-08", headers, []));
    }
}
