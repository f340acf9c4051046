using Microsoft.Playwright;
using Publisher.Cli.Tests.EndToEnd;
using Publisher.Testing;
using static Microsoft.Playwright.Assertions;

namespace Publisher.Browser.Tests.EndToEnd;

/// <summary>An episode that its author listens to in the preview, while going from page to page and writing.</summary>
[Collection(nameof(Chromium))]
public sealed class PreviewPlayerTests(Chromium chromium)
{
    private const string Episode = "podcast/hello-listener/", Posts = "own/content/posts/index.md";

    [BrowserFact]
    public async Task It_plays_on_while_the_author_goes_from_page_to_page_and_writes()
    {
        using var folder = new TestFolder();
        OwnSite.CopyTo(folder, "own");
        using var watch = new RunningWatch(folder["own"]);
        await using var tab = await chromium.OpenAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var page = tab.Page;
        await page.GotoAsync(watch.Url + Episode);
        await page.EvaluateAsync("window.isTheSame = true; window.sound = document.querySelector('audio'); sound.loop = true; sound.play()");
        await PlaysOnAsync();

        Change("own/content/podcast/001-hello-listener/index.md", "something real to play", "some words of its own");
        await Expect(page.Locator("main")).ToContainTextAsync("some words of its own");
        await PlaysOnAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Posts" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(watch.Url + "posts/");
        await Expect(page.Locator(".player-dock audio")).ToHaveCountAsync(1);
        await PlaysOnAsync();

        // The page that was put in place of the other is under watch as that was, and so is what was open before.
        folder.Save(Posts, "---\ntitle: Posts\n---\nWritten to the sound.\n");
        await Expect(page.Locator("main")).ToContainTextAsync("Written to the sound.");
        Change(Posts, "Written to", "Spoken over");
        await Expect(page.Locator("main")).ToContainTextAsync("Spoken over the sound.");
        Change("own/content/podcast/001-hello-listener/index.md", "some words of its own", "other words");
        await PlaysOnAsync();

        await page.Locator(".player-dock").GetByRole(AriaRole.Link, new() { Name = "Hello, listener" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("other words");
        await Expect(page.Locator("main audio")).ToHaveCountAsync(1);
        await PlaysOnAsync();
        Change("own/content/podcast/001-hello-listener/index.md", "other words", "last words");
        await Expect(page.Locator("main")).ToContainTextAsync("last words");
        await PlaysOnAsync();
        await page.GoBackAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Spoken over the sound.");
        await PlaysOnAsync();

        void Change(string path, string was, string now) => folder.Save(path, folder.Read(path).Replace(was, now));

        async Task PlaysOnAsync()
        {
            Assert.True(await page.EvaluateAsync<bool>("window.isTheSame === true && sound.isConnected && !sound.paused"));
            await page.WaitForFunctionAsync("at => sound.currentTime !== at && !sound.paused", await page.EvaluateAsync<double>("sound.currentTime"));
            await Expect(page.Locator("audio")).ToHaveCountAsync(1);
        }
    }
}
