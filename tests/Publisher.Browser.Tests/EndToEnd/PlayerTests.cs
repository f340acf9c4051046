using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Publisher.Browser.Tests.EndToEnd;

/// <summary>An episode of this repository's podcast, listened to.</summary>
[Collection(nameof(Chromium))]
public sealed class PlayerTests(Chromium chromium, ReadersSite site) : IClassFixture<ReadersSite>
{
    private const string Episode = "/podcast/hello-listener/";

    [BrowserFact]
    public async Task A_topic_in_the_text_plays_from_its_moment()
    {
        await using var tab = await OpenAsync(Episode);
        var page = tab.Page;
        await SlowDownAsync(page);
        await page.Locator(".prose .moment").GetByText("0:14").ClickAsync();
        await Expect(page).ToHaveURLAsync(ReadersSite.At(Episode));
        await PlaysAtAsync(page, 14, 16);
        await page.GetByText("Chapters (4)").ClickAsync();
        await Expect(page.Locator(".chapters a[aria-current]")).ToHaveTextAsync("0:14 What Publisher is");
        await page.Locator(".chapters").GetByText("What is different").ClickAsync();
        await PlaysAtAsync(page, 32, 34);
        await Expect(page.Locator(".chapters a[aria-current]")).ToHaveTextAsync("0:32 What is different");
        await page.GetByRole(AriaRole.Button, new() { Name = "Back 15 s" }).ClickAsync();
        await PlaysAtAsync(page, 17, 20);
        await page.GetByRole(AriaRole.Button, new() { Name = "Forward 30 s" }).ClickAsync();
        await PlaysAtAsync(page, 47, 50);
    }

    [BrowserFact]
    public async Task Without_scripts_a_moment_is_a_plain_link_into_the_recording()
    {
        await using var tab = await OpenAsync(Episode, new() { JavaScriptEnabled = false });
        var page = tab.Page;
        await Expect(page.Locator(".prose .moment").GetByText("0:14")).ToHaveAttributeAsync("href", Episode + "hello-listener.mp3#t=14");
        await Expect(page.Locator(".player-tools")).ToBeHiddenAsync();
        await page.GetByText("Chapters (4)").ClickAsync();
        await page.Locator(".chapters").GetByText("Where to begin").ClickAsync();
        await Expect(page).ToHaveURLAsync(ReadersSite.At(Episode + "hello-listener.mp3#t=46"));
    }

    [BrowserFact]
    public async Task An_address_with_a_moment_opens_there()
    {
        await using var tab = await OpenAsync(Episode + "#0:32");
        var page = tab.Page;
        await AtAsync(page, 32, 32.5);
        await page.EvaluateAsync("location.hash = '#0:00:14'");
        await AtAsync(page, 14, 16);
        await page.GotoAsync("about:blank");
        await page.GotoAsync(ReadersSite.At(Episode + "#t=46"));
        await AtAsync(page, 46, 46.5);
    }

    [BrowserFact]
    public async Task It_goes_on_where_one_stopped_and_as_fast()
    {
        await using var tab = await OpenAsync(Episode);
        var page = tab.Page;
        await page.GetByLabel("Speed").SelectOptionAsync("1.5");
        await SlowDownAsync(page);
        await page.Locator(".prose .moment").GetByText("0:32").ClickAsync();
        await PlaysAtAsync(page, 32, 34);
        await page.EvaluateAsync("document.querySelector('audio').pause()");
        await page.ReloadAsync();
        await AtAsync(page, 32, 35);
        await Expect(page.Locator("audio")).ToHaveJSPropertyAsync("playbackRate", 1.5);
        await Expect(page.GetByLabel("Speed")).ToHaveValueAsync("1.5");
    }

    [BrowserFact]
    public async Task It_plays_on_while_the_reader_goes_from_page_to_page()
    {
        await using var tab = await OpenAsync(Episode);
        var page = tab.Page;
        await page.EvaluateAsync("window.isTheSame = true");
        await SlowDownAsync(page);
        await page.Locator(".prose .moment").GetByText("0:14").ClickAsync();
        await PlaysAtAsync(page, 14, 16);
        await page.GetByRole(AriaRole.Link, new() { Name = "Posts" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(ReadersSite.At("/posts/"));
        await Expect(page).ToHaveTitleAsync(new Regex("^Posts"));
        await Expect(page.Locator("main")).ToBeFocusedAsync();
        await Expect(page.Locator(".player-dock audio")).ToHaveJSPropertyAsync("paused", false);
        await PlaysAtAsync(page, 14, 20);
        await page.GetByRole(AriaRole.Link, new() { Name = "Weeknotes" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(ReadersSite.At("/weeknotes/"));
        await page.GoBackAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Posts");
        await Expect(page.Locator(".player-dock audio")).ToHaveJSPropertyAsync("paused", false);
        Assert.Empty((await page.RunAxe()).Violations.Select(violation => violation.Id + ": " + violation.Help));

        await page.Locator(".player-dock").GetByRole(AriaRole.Link, new() { Name = "Hello, listener" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(ReadersSite.At(Episode));
        await Expect(page.Locator("audio")).ToHaveCountAsync(1);
        await Expect(page.Locator("main audio")).ToHaveJSPropertyAsync("paused", false);
        Assert.True(await page.EvaluateAsync<bool>("window.isTheSame"));

        await page.GetByRole(AriaRole.Link, new() { Name = "Posts" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop and close" }).ClickAsync();
        await Expect(page.Locator("audio")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Weeknotes" }).First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Weeknotes");
        Assert.False(await page.EvaluateAsync<bool>("window.isTheSame === true"));
    }

    [BrowserFact]
    public async Task The_link_to_share_has_the_moment()
    {
        await using var tab = await OpenAsync(Episode + "#t=32", new() { Permissions = ["clipboard-read", "clipboard-write"] });
        var page = tab.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy link at 0:32" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToBeVisibleAsync();
        Assert.Equal(ReadersSite.At(Episode + "#t=32"), await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    /// <summary>Plays a second in sixteen, so that a slow machine does not hear the end before it looks where it is.</summary>
    private static Task SlowDownAsync(IPage page) => page.EvaluateAsync("document.querySelector('audio').playbackRate = 1 / 16");

    private static async Task PlaysAtAsync(IPage page, double from, double to)
    {
        await Expect(page.Locator("audio")).ToHaveJSPropertyAsync("paused", false);
        await AtAsync(page, from, to);
    }

    private static async Task AtAsync(IPage page, double from, double to) => await page.WaitForFunctionAsync(
        "([from, to]) => { const at = document.querySelector('audio').currentTime; return at >= from && at <= to + 5; }", new[] { from, to });

    private async Task<Tab> OpenAsync(string path, BrowserNewContextOptions? options = null)
    {
        var tab = await chromium.OpenAsync(options ?? new() { ReducedMotion = ReducedMotion.Reduce });
        await site.ServeToAsync(tab.Page);
        await tab.Page.GotoAsync(ReadersSite.At(path));
        return tab;
    }
}
