using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Publisher.Cli.Tests.EndToEnd;
using Publisher.Testing;

namespace Publisher.Browser.Tests.EndToEnd;

using Cli = Cli.Tests.Commands.Cli;

/// <summary>This repository's own site, built and handed to the browser as a static host would, at the address it is built for.</summary>
public sealed partial class ReadersSite : IDisposable
{
    private const string Host = "https://publisher.example";
    private readonly TestFolder folder = new();

    public ReadersSite()
    {
        if (Chromium.Path is null) return;
        OwnSite.CopyTo(folder, "own");
        Cli.Run(folder["own"], "build", "--clock", OwnSite.Clock).With(0);
    }

    /// <summary>Lets a page go to this site's addresses, and nowhere else.</summary>
    public Task ServeToAsync(IPage page) => page.Context.RouteAsync("**", AnswerAsync);

    public static string At(string path) => Host + path;

    public void Dispose() => folder.Dispose();

    private Task AnswerAsync(IRoute route)
    {
        var url = new Uri(route.Request.Url);
        if (url.GetLeftPart(UriPartial.Authority) != Host) return route.AbortAsync();
        var path = Uri.UnescapeDataString(url.AbsolutePath);
        var file = folder["own/_site" + path + (path.EndsWith('/') ? "index.html" : "")];
        if (!File.Exists(file)) return route.FulfillAsync(new() { Status = 404, Path = folder["own/_site/404.html"] });
        return Range().Match(route.Request.Headers.GetValueOrDefault("range", "")) is { Success: true } range
            ? AnswerPartAsync(route, file, range)
            : route.FulfillAsync(new() { Path = file });
    }

    /// <summary>Without this, browsers cannot seek in a recording.</summary>
    private static async Task AnswerPartAsync(IRoute route, string file, Match range)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        var from = int.Parse(range.Groups[1].ValueSpan);
        var to = range.Groups[2].Length > 0 ? int.Parse(range.Groups[2].ValueSpan) : bytes.Length - 1;
        await route.FulfillAsync(new()
        {
            Status = 206, BodyBytes = bytes[from..(to + 1)], ContentType = "audio/mpeg",
            Headers = new Dictionary<string, string>
            {
                ["Content-Range"] = $"bytes {from}-{to}/{bytes.Length}", ["Accept-Ranges"] = "bytes", ["Content-Type"] = "audio/mpeg",
            },
        });
    }

    [GeneratedRegex(@"^bytes=(\d+)-(\d*)$")]
    private static partial Regex Range();
}
