using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Publisher.Testing;
using static Microsoft.Playwright.Assertions;

namespace Publisher.Browser.Tests.EndToEnd;

using Cli = Cli.Tests.Commands.Cli;

/// <summary>The main job on real parts: from an empty folder to a reader, with the program, a browser, an S3 server and a cache.</summary>
[Collection(nameof(Chromium))]
public sealed partial class NewcomersPathTests(Chromium chromium)
{
    private const string Page = "weeknotes/weeknote-1/";

    [BrowserFact(Servers.Gateway | Servers.Varnish)]
    public async Task From_an_empty_folder_to_a_reader()
    {
        using var home = new TestFolder();
        var starting = RadosGateway.StartAsync();
        Cli.Run(home.Path, "new", "site", "notes").With(0);
        var note = Cli.Run(home["notes"], "new", "weeknote").With(0).Output.Trim();
        Assert.Matches(@"^content/weeknotes/\d{4}-\d\d-\d\d-weeknote-1\.md$", note);
        var author = new Author(home, note);

        await WriteInTheBrowserAsync(author);
        Cli.Run(home["notes"], "build").With(0);
        Assert.Contains("What the author wrote while mending.", home.Read($"notes/_site/{Page}index.html"));

        await using var gateway = await starting;
        var bucket = await gateway.CreateBucketAsync();
        await using var cache = await Varnish.StartAsync(gateway.Endpoint, bucket);
        await PublishToAReaderAsync(author, gateway, bucket, cache);
    }

    /// <summary>Watches, edits, breaks and mends: the browser follows, without a reload by hand or by itself.</summary>
    private async Task WriteInTheBrowserAsync(Author author)
    {
        using var watch = new RunningWatch(author.Site);
        await using var tab = await chromium.OpenAsync();
        var (page, panel) = (tab.Page, tab.Page.GetByRole(AriaRole.Alertdialog));
        await page.GotoAsync(watch.Url);
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Weeknote 1" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(watch.Url + Page);
        await page.EvaluateAsync("window.sameDocument = true");

        author.Write("The first words.");
        await Expect(page.Locator("main")).ToContainTextAsync("The first words.");

        author.Write("Words under a title that cannot be read.", title: "[Weeknote 1");
        await Expect(panel).ToBeVisibleAsync();
        await Expect(panel).ToContainTextAsync($"{author.Note}:2:8");
        await Expect(page.Locator("main")).ToContainTextAsync("Words under a title that cannot be read.");
        watch.WaitFor($"{author.Note}:2:8: error PB0201: ");

        author.Write("What the author wrote while mending.");
        await Expect(panel).ToBeHiddenAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("What the author wrote while mending.");
        watch.WaitFor("All mended.");
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"), "The page was loaded again.");
        Assert.Equal(0, watch.End());
    }

    /// <summary>Publishes three times: the page, a change of it, and nothing.</summary>
    private static async Task PublishToAReaderAsync(Author author, RadosGateway gateway, string bucket, Varnish cache)
    {
        await using var proxy = new RecordingProxy(gateway.Endpoint);
        author.Configure(proxy.Address, bucket, cache.Address);
        (string, string)[] keys = [("AWS_ACCESS_KEY_ID", gateway.AccessKey), ("AWS_SECRET_ACCESS_KEY", gateway.SecretKey)];
        using var reader = new HttpClient { BaseAddress = cache.Address };
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(Page)).StatusCode);

        var first = Cli.Run(author.Site, keys, "publish").With(0);
        Assert.StartsWith("Published to live in ", first.LastLine);
        Assert.Equal(
            "publisher.ledger.json: note PB0914: this file now remembers 2 more of what feeds have announced\n  hint: commit it with the content\n",
            first.Error);
        var page = await reader.GetStringAsync(Page);
        Assert.Contains("What the author wrote while mending.", page);
        using (var style = await reader.GetAsync(StyleSheet().Match(page).Groups[1].Value))
        {
            Assert.Equal(HttpStatusCode.OK, style.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", style.Headers.CacheControl!.ToString());
        }
        using (var again = await reader.GetAsync(Page)) Assert.Equal("HIT", Assert.Single(again.Headers.GetValues("X-Cache")));

        author.Write("What readers shall see from now on.");
        Assert.Contains("content", Cli.Run(author.Site, keys, "publish").With(0).Output);
        page = await reader.GetStringAsync(Page);
        Assert.Contains("What readers shall see from now on.", page);
        Assert.DoesNotContain("What the author wrote while mending.", page);
        Assert.Contains("What readers shall see from now on.", await reader.GetStringAsync("weeknotes/atom.xml"));

        proxy.Forget();
        Assert.StartsWith("Nothing to do: ", Cli.Run(author.Site, keys, "publish").With(0).LastLine);
        Assert.InRange(proxy.Seen.Length, 1, 2);
        Assert.All(proxy.Seen, request => Assert.Equal("GET", request.Method));
        using (var still = await reader.GetAsync(Page)) Assert.Equal("HIT", Assert.Single(still.Headers.GetValues("X-Cache")));
    }

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]+)\"")]
    private static partial Regex StyleSheet();

    /// <summary>Somebody with an editor, at a new site and its first weeknote.</summary>
    private sealed class Author(TestFolder home, string note)
    {
        private const string Address = "# base_url: https://www.example.org/";
        private readonly string started = home.Read("notes/" + note);

        public string Site => home["notes"];

        /// <summary>The weeknote's file in the site.</summary>
        public string Note => note;

        public void Write(string text, string title = "\"Weeknote 1\"") =>
            home.Save("notes/" + note, started.Replace("title: \"Weeknote 1\"", "title: " + title) + text + "\n");

        public void Configure(Uri endpoint, string bucket, Uri cache)
        {
            var settings = home.Read("notes/publisher.yml");
            Assert.Contains(Address, settings);
            home.Write("notes/publisher.yml", settings.Replace(Address, $"base_url: {cache}") + $$"""

                targets:
                  live:
                    s3: { bucket: {{bucket}}, endpoint: "{{endpoint}}", path_style: true }
                    cdn:
                      - purge: {{cache}}

                """);
        }
    }
}
