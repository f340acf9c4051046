using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Publisher.Browser.Tests.EndToEnd;

/// <summary>The default theme for readers whose browser runs no JavaScript: everything works as plain HTML.</summary>
[Collection(nameof(Chromium))]
public sealed class WithoutScriptTests(Chromium chromium, ReadersSite site) : IClassFixture<ReadersSite>
{
    [BrowserFact]
    public async Task On_a_wide_screen_the_navigation_stands_open()
    {
        await using var tab = await OpenAsync("/docs/writing/markdown/", width: 1280);
        var page = tab.Page;
        await Expect(page.GetByText("Menu", new() { Exact = true })).ToBeHiddenAsync();
        await Expect(page.Locator(".theme-toggle")).ToBeHiddenAsync();
        await Expect(page.Locator(".copy")).ToHaveCountAsync(0);
        var manual = page.Locator(".docs-nav");
        await Expect(manual.Locator("a[aria-current=page]")).ToBeVisibleAsync();
        await manual.GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(ReadersSite.At("/docs/program/settings/"));
        await page.Locator(".toc").GetByRole(AriaRole.Link).Last.ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/docs/program/settings/#.+"));
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Site" }).GetByRole(AriaRole.Link, new() { Name = "Posts" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(ReadersSite.At("/posts/"));
    }

    [BrowserFact]
    public async Task On_a_telephone_the_menus_open_and_lead_on()
    {
        await using var tab = await OpenAsync("/docs/writing/markdown/", width: 375);
        var page = tab.Page;
        var menu = page.GetByRole(AriaRole.Navigation, new() { Name = "Site" });
        await Expect(menu).ToBeHiddenAsync();
        await page.GetByText("Menu", new() { Exact = true }).ClickAsync();
        await Expect(menu).ToBeVisibleAsync();
        await menu.GetByRole(AriaRole.Link, new() { Name = "Podcast" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(ReadersSite.At("/podcast/"));
        await Expect(menu).ToBeHiddenAsync();

        await page.GotoAsync(ReadersSite.At("/docs/writing/markdown/"));
        var manual = page.Locator(".docs-nav");
        await Expect(manual).ToBeHiddenAsync();
        await page.Locator(".sidebar > .reveal > summary").ClickAsync();
        await manual.GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(ReadersSite.At("/docs/program/settings/"));
    }

    [BrowserFact]
    public async Task A_recording_plays_by_the_browsers_own_controls()
    {
        await using var tab = await OpenAsync("/podcast/hello-listener/", width: 1280);
        var audio = tab.Page.Locator("audio");
        await Expect(audio).ToHaveAttributeAsync("controls", "");
        await audio.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Space");
        await Expect(audio).ToHaveJSPropertyAsync("paused", false);
        await Expect(audio).Not.ToHaveJSPropertyAsync("currentTime", 0);
        await Expect(audio).ToHaveJSPropertyAsync("error", null!);
        var download = tab.Page.GetByRole(AriaRole.Link, new() { Name = "Download" });
        await Expect(download).ToHaveAttributeAsync("href", (await audio.GetAttributeAsync("src"))!);
    }

    private async Task<Tab> OpenAsync(string path, int width)
    {
        var tab = await chromium.OpenAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = width, Height = 800 } });
        await site.ServeToAsync(tab.Page);
        await tab.Page.GotoAsync(ReadersSite.At(path));
        return tab;
    }
}
