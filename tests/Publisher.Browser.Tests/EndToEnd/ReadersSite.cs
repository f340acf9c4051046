using Microsoft.Playwright;
using Publisher.Cli.Tests.EndToEnd;
using Publisher.Testing;

namespace Publisher.Browser.Tests.EndToEnd;

using Cli = Cli.Tests.Commands.Cli;

/// <summary>This repository's own site, built and handed to the browser as a static host would, at the address it is built for.</summary>
public sealed class ReadersSite : IDisposable
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
        return route.FulfillAsync(new() { Path = file });
    }
}
