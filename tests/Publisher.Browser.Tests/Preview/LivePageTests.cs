using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Publisher.Cli.Preview;
using Publisher.Cli.Tests.Preview;
using static Microsoft.Playwright.Assertions;

namespace Publisher.Browser.Tests.Preview;

[Collection(nameof(Chromium))]
public sealed class LivePageTests(Chromium chromium) : IAsyncLifetime
{
    private const string Layout = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>Test</title>
        <link rel="stylesheet" href="/style.css">
        <script>document.documentElement.dataset.theme = "dark"; window.runs = (window.runs ?? 0) + 1</script>
        </head>
        <body>
        <main>
        {{ content }}
        </main>
        </body>
        </html>
        """;

    private readonly TemporaryFolder folder = new(
        ("layout.txt", Layout), ("style.css", "body { color: rgb(1, 2, 3) } .tall { height: 3000px }"), ("index.html", "<h1>Home</h1><p>First words.</p>"),
        ("other.html", "<h1>Other</h1>"));

    private PreviewServer? server;
    private Tab? tab;

    private IPage Page => tab!.Page;

    public async Task InitializeAsync() => tab = await chromium.OpenAsync();

    public async Task DisposeAsync()
    {
        try
        {
            if (tab is not null) await tab.DisposeAsync();
        }
        finally
        {
            if (server is not null) await server.DisposeAsync();
            folder.Dispose();
        }
    }

    [BrowserFact]
    public async Task Text_title_and_meta_change_without_a_reload()
    {
        await OpenAsync("/");
        folder.Save("index.html", "<h1>Home</h1><p>Other words.</p><p>And more.</p>");
        await Expect(Page.Locator("main")).ToContainTextAsync("Other words.");
        await Expect(Page.Locator("p")).ToHaveCountAsync(2);
        folder.Save("layout.txt", Layout.Replace("<title>Test</title>", "<title>Changed</title><meta name=description content=New>").Replace("lang=\"en\"", "lang=\"de\""));
        await Expect(Page).ToHaveTitleAsync("Changed");
        Assert.Equal("New", await Page.Locator("meta[name=description]").GetAttributeAsync("content"));
        Assert.Equal("de", await Page.EvaluateAsync<string>("document.documentElement.lang"));
        await ExpectNoReloadAsync();
    }

    [BrowserFact]
    public async Task What_the_reader_did_stays()
    {
        folder.Save("index.html", Form("One"));
        await OpenAsync("/");
        await Page.FillAsync("#name", "typed text");
        await Page.FillAsync("#long", "typed too");
        await Page.CheckAsync("#box");
        await Page.SelectOptionAsync("#choice", "b");
        await Page.ClickAsync("summary");
        await Page.EvaluateAsync("document.querySelector('#name').focus(); document.querySelector('#name').setSelectionRange(2, 5); scrollTo(0, 700)");
        var sameNode = "window.input === document.querySelector('#name')";
        await Page.EvaluateAsync("window.input = document.querySelector('#name')");
        folder.Save("index.html", Form("Two"));
        await Expect(Page.Locator("h1")).ToHaveTextAsync("Two");
        Assert.Equal("typed text", await Page.InputValueAsync("#name"));
        Assert.Equal("typed too", await Page.InputValueAsync("#long"));
        Assert.Equal("b", await Page.InputValueAsync("#choice"));
        Assert.True(await Page.IsCheckedAsync("#box"));
        Assert.True(await Page.EvaluateAsync<bool>("document.querySelector('details').open"));
        Assert.True(await Page.EvaluateAsync<bool>(sameNode));
        Assert.Equal("name 2 5", await Page.EvaluateAsync<string>("[document.activeElement.id, document.activeElement.selectionStart, document.activeElement.selectionEnd].join(' ')"));
        Assert.Equal(700, await Page.EvaluateAsync<double>("scrollY"));
        await ExpectNoReloadAsync();

        static string Form(string title) => $"""
            <h1>{title}</h1><details><summary>More about {title}</summary>Inside {title}</details>
            <form><input id="name"><textarea id="long">{title}</textarea><input type="checkbox" id="box"><select id="choice"><option>a<option>b</select></form>
            <div class="tall">{title}</div>
            """;
    }

    [BrowserFact]
    public async Task A_paragraph_put_in_above_moves_nothing_in_view()
    {
        var many = string.Concat(Enumerable.Range(0, 200).Select(i => $"<p id=p{i}>Paragraph {i}</p>\n"));
        folder.Save("index.html", many);
        await OpenAsync("/");
        await Page.EvaluateAsync("document.querySelector('#p100').scrollIntoView(); window.kept = document.querySelector('#p100')");
        var top = await Page.EvaluateAsync<double>("document.querySelector('#p100').getBoundingClientRect().top");
        folder.Save("index.html", "<p>New</p><p>New too</p>" + many);
        await Expect(Page.Locator("p")).ToHaveCountAsync(202);
        Assert.True(await Page.EvaluateAsync<bool>("window.kept === document.querySelector('#p100') && kept.isConnected"));
        Assert.InRange(await Page.EvaluateAsync<double>("document.querySelector('#p100').getBoundingClientRect().top"), top - 2, top + 2);
    }

    [BrowserFact]
    public async Task A_selection_beside_the_change_stays()
    {
        folder.Save("index.html", "<p id=a>Selected words and others</p>");
        await OpenAsync("/");
        await Page.EvaluateAsync("getSelection().setBaseAndExtent(document.querySelector('#a').firstChild, 0, document.querySelector('#a').firstChild, 14)");
        folder.Save("index.html", "<p id=a>Selected words and changed ones</p>");
        await Expect(Page.Locator("#a")).ToContainTextAsync("changed");
        Assert.Equal("Selected words", await Page.EvaluateAsync<string>("getSelection().toString()"));
    }

    [BrowserFact]
    public async Task A_recording_plays_on_even_when_the_layout_around_it_changes()
    {
        File.WriteAllBytes(folder["tone.wav"], Wave.Silence(seconds: 60));
        folder.Save("index.html", "<h1>Talk</h1><audio controls src=\"/tone.wav\"></audio><p>Notes</p>");
        await OpenAsync("/");
        await Page.EvaluateAsync("window.player = document.querySelector('audio'); player.currentTime = 20; player.play()");
        await Page.WaitForFunctionAsync("player.currentTime > 20.1");
        folder.Save("index.html", "<h1>Talk!</h1><p>Before</p><audio controls src=\"/tone.wav\"></audio><p>Other notes</p>");
        await Expect(Page.Locator("main")).ToContainTextAsync("Other notes");
        await ExpectPlayingAsync();
        folder.Save("index.html", "<h1>Talk!</h1><figure class=player><div><audio controls src=\"/tone.wav\" preload=auto></audio></div></figure><p>Moved</p>");
        await Expect(Page.Locator("main")).ToContainTextAsync("Moved");
        await ExpectPlayingAsync();
        Assert.True(await Page.EvaluateAsync<bool>("player.parentNode.parentNode.className === 'player' && player.preload === 'auto'"));

        async Task ExpectPlayingAsync()
        {
            var at = await Page.EvaluateAsync<double>("player.currentTime");
            Assert.True(at > 20);
            Assert.True(await Page.EvaluateAsync<bool>("player === document.querySelector('audio') && document.querySelectorAll('audio').length === 1 && !player.paused"));
            await Page.WaitForFunctionAsync($"player.currentTime > {at.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
        }
    }

    [BrowserFact]
    public async Task What_scripts_made_stays_where_the_server_changed_nothing()
    {
        folder.Save("index.html", "<pre id=code><code>x</code></pre><p id=text>Old</p><nav class=menu><a href=/other/>Other</a></nav>");
        await OpenAsync("/");
        await Page.EvaluateAsync("""
            document.querySelector('#code').append(Object.assign(document.createElement('button'), { textContent: 'Copy' }));
            document.querySelector('.menu').classList.add('open');
            const wrapper = document.createElement('div'); wrapper.className = 'made';
            document.querySelector('#code').before(wrapper); wrapper.append(document.querySelector('#code'));
            """);
        folder.Save("index.html", "<pre id=code><code>x</code></pre><p id=text>New</p><nav class=menu><a href=/other/>Other page</a></nav>");
        await Expect(Page.Locator("#text")).ToHaveTextAsync("New");
        Assert.Equal(1, await Page.Locator(".made #code button").CountAsync());
        Assert.Equal(1, await Page.Locator("pre").CountAsync());
        Assert.Equal("menu open", await Page.Locator("nav").GetAttributeAsync("class"));
        Assert.Equal("Other page", await Page.Locator("nav").InnerTextAsync());
        Assert.Equal("dark", await Page.EvaluateAsync<string>("document.documentElement.dataset.theme"));
        folder.Save("index.html", "<pre id=code><code>y</code></pre><p id=text>New</p>");
        await Expect(Page.Locator("code")).ToHaveTextAsync("y");
        Assert.Equal(1, await Page.Locator("pre").CountAsync());
        Assert.Equal(0, await Page.Locator("nav").CountAsync());
    }

    [BrowserFact]
    public async Task Scripts_run_again_only_when_they_changed()
    {
        folder.Save("index.html", "<p>One</p><script>window.count = (window.count ?? 0) + 1</script>");
        await OpenAsync("/");
        folder.Save("index.html", "<p>Two</p><script>window.count = (window.count ?? 0) + 1</script>");
        await Expect(Page.Locator("p")).ToHaveTextAsync("Two");
        Assert.Equal(1, await Page.EvaluateAsync<int>("count"));
        folder.Save("index.html", "<p>Three</p><script>window.count = (window.count ?? 0) + 10</script><div><script>window.inner = 1</script></div>");
        await Expect(Page.Locator("p")).ToHaveTextAsync("Three");
        Assert.Equal(11, await Page.EvaluateAsync<int>("count"));
        Assert.Equal(1, await Page.EvaluateAsync<int>("inner"));
        Assert.Equal(1, await Page.EvaluateAsync<int>("runs"));
    }

    [BrowserFact]
    public async Task A_style_sheet_is_swapped_without_a_reload_or_a_flash()
    {
        await OpenAsync("/");
        await Page.EvaluateAsync("""
            window.colors = new Set();
            (function look() { colors.add(getComputedStyle(document.body).color); requestAnimationFrame(look); })();
            """);
        folder.Save("style.css", "body { color: rgb(4, 5, 6) }");
        await Page.WaitForFunctionAsync("colors.has('rgb(4, 5, 6)')");
        folder.Save("style.css", "body { color: rgb(7, 8, 9) }");
        await Expect(Page.Locator("body")).ToHaveCSSAsync("color", "rgb(7, 8, 9)");
        await Expect(Page.Locator("link[rel=stylesheet]")).ToHaveCountAsync(1);
        await Page.WaitForFunctionAsync("colors.has('rgb(7, 8, 9)')"); // which the next frame sees
        Assert.Equal(["rgb(1, 2, 3)", "rgb(4, 5, 6)", "rgb(7, 8, 9)"], await Page.EvaluateAsync<string[]>("[...colors]"));
        await ExpectNoReloadAsync();
    }

    [BrowserFact]
    public async Task A_fingerprinted_style_sheet_is_swapped_with_the_page_without_a_flash()
    {
        folder.Save("style.1.css", "body { color: rgb(1, 1, 1) }");
        folder.Save("style.2.css", "body { color: rgb(2, 2, 2) }");
        folder.Save("layout.txt", Layout.Replace("/style.css", "/style.1.css"));
        await OpenAsync("/");
        await Page.EvaluateAsync("""
            window.colors = new Set();
            (function look() { colors.add(getComputedStyle(document.body).color); requestAnimationFrame(look); })();
            """);
        folder.Save("layout.txt", Layout.Replace("/style.css", "/style.2.css"));
        await Expect(Page.Locator("body")).ToHaveCSSAsync("color", "rgb(2, 2, 2)");
        await Expect(Page.Locator("link[rel=stylesheet]")).ToHaveCountAsync(1);
        await Page.WaitForFunctionAsync("colors.has('rgb(2, 2, 2)')"); // which the next frame sees
        Assert.Equal(["rgb(1, 1, 1)", "rgb(2, 2, 2)"], await Page.EvaluateAsync<string[]>("[...colors]"));
        await ExpectNoReloadAsync();
    }

    [BrowserFact]
    public async Task A_changed_image_is_shown_and_a_changed_script_file_reloads()
    {
        folder.Save("image.svg", Image(10));
        folder.Save("site.js", "window.version = 1");
        folder.Save("index.html", "<img src=/image.svg><script src=/site.js></script>");
        await OpenAsync("/");
        folder.Save("image.svg", Image(20));
        await Page.WaitForFunctionAsync("document.images[0].naturalWidth === 20");
        await ExpectNoReloadAsync();
        folder.Save("site.js", "window.version = 2");
        await Page.WaitForFunctionAsync("window.version === 2");

        static string Image(int size) => $"<svg xmlns='http://www.w3.org/2000/svg' width='{size}' height='{size}'/>";
    }

    [BrowserFact]
    public async Task An_error_is_a_panel_over_the_last_good_page_and_goes_when_mended()
    {
        await OpenAsync("/");
        folder.Save("index.html", "<h1>Home</h1>\n<p>\tOops !!error</p>\n");
        var panel = Page.GetByRole(AriaRole.Alertdialog);
        await Expect(panel).ToBeVisibleAsync();
        await Expect(panel).ToContainTextAsync("index.html:2:10");
        await Expect(panel).ToContainTextAsync("line 2 is wrong");
        await Expect(panel).ToContainTextAsync("hint: mend it");
        await Expect(panel).ToContainTextAsync("from layout.txt:1:1");
        await Expect(panel.Locator(".here")).ToHaveTextAsync("2 │ <p>\tOops !!error</p>\n");
        await Expect(panel.Locator(".caret")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^\\s+│ {4}\t {5}\\^{7}\n$"));
        await Expect(Page.Locator("main")).ToContainTextAsync("First words.");
        folder.Save("index.html", "<h1>Home</h1><p>Mended</p>");
        await Expect(panel).ToBeHiddenAsync();
        await Expect(Page.Locator("main")).ToContainTextAsync("Mended");
        await ExpectNoReloadAsync();
    }

    [BrowserFact]
    public async Task The_panel_closes_by_escape_stays_closed_for_the_same_and_opens_for_another_error()
    {
        await OpenAsync("/");
        folder.Save("index.html", "<p>!!error</p>");
        var panel = Page.GetByRole(AriaRole.Alertdialog);
        await Expect(panel).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(panel).ToBeHiddenAsync();
        var badge = Page.Locator("publisher-panel .badge");
        await Expect(badge).ToHaveTextAsync("1 error");
        await Page.ReloadAsync();
        await Expect(badge).ToHaveTextAsync("1 error");
        await Expect(panel).ToBeHiddenAsync();
        await badge.ClickAsync();
        await Expect(panel).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(panel).ToBeHiddenAsync();
        folder.Save("index.html", "\n<p>!!error</p>");
        await Expect(panel).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Warnings_are_a_badge_that_opens_the_list()
    {
        folder.Save("index.html", "<p>!!warning</p>");
        await OpenAsync("/");
        var badge = Page.Locator("publisher-panel .badge");
        await Expect(badge).ToHaveTextAsync("1 warning");
        await Expect(Page.GetByRole(AriaRole.Alertdialog)).ToBeHiddenAsync();
        await badge.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("index.html:1:4");
    }

    [BrowserFact]
    public async Task A_site_that_cannot_be_built_at_first_shows_its_problems_and_then_itself()
    {
        var broken = true;
        server = await PreviewServer.StartAsync(new PreviewOptions { SourceRoot = folder.Root, Port = 0 }, new FolderSite(folder.Root)
        {
            Before = _ => { if (broken) throw new IOException("publisher.yml cannot be read"); },
        }, _ => { });
        await Page.GotoAsync(server.Url.ToString());
        await Expect(Page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("publisher.yml cannot be read");
        broken = false;
        folder.Save("publisher.yml", "title: x");
        await Expect(Page.Locator("h1")).ToHaveTextAsync("Home");
        await Expect(Page.GetByRole(AriaRole.Alertdialog)).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task A_click_on_a_place_copies_it_or_opens_the_editor()
    {
        folder.Save("index.html", "<p>!!error</p>");
        await OpenAsync("/", options => options with { EditorLink = "vscode://file/{file}:{line}:{column}" });
        var link = await Page.Locator("publisher-panel a.at").First.GetAttributeAsync("href");
        Assert.Equal($"vscode://file/{folder["index.html"].TrimStart('/')}:1:4", link);
        await server!.DisposeAsync();
        await OpenAsync("/");
        await Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await Page.Locator("publisher-panel button.at").First.ClickAsync();
        await Expect(Page.Locator("publisher-panel button.at").First).ToHaveTextAsync("index.html:1:4 (copied)");
        Assert.Equal("index.html:1:4", await Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [BrowserFact]
    public async Task The_panel_is_accessible_in_light_and_in_dark()
    {
        folder.Save("index.html", "<h1>Home</h1><p>!!error</p>\n<p>!!warning !!draft</p>");
        await OpenAsync("/");
        await Expect(Page.GetByRole(AriaRole.Alertdialog)).ToBeVisibleAsync();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var violations = (await Page.Locator("publisher-panel").RunAxe()).Violations;
            Assert.True(violations.Length == 0, string.Join("; ", violations.Select(violation => $"{violation.Id}: {string.Join(" ", violation.Nodes.Select(node => node.Html))}")));
        }
    }

    [BrowserFact]
    public async Task After_a_restart_the_browser_comes_back_and_shows_what_changed_meanwhile()
    {
        await OpenAsync("/");
        var port = server!.Url.Port;
        await server.DisposeAsync();
        folder.Save("index.html", "<h1>Home</h1><p>Written meanwhile</p>");
        folder.Save("style.css", "body { color: rgb(9, 9, 9) }");
        await Expect(Page.Locator("publisher-panel .offline")).ToBeVisibleAsync();
        server = await PreviewServer.StartAsync(new PreviewOptions { SourceRoot = folder.Root, Port = port }, new FolderSite(folder.Root), _ => { });
        await Expect(Page.Locator("main")).ToContainTextAsync("Written meanwhile");
        await Expect(Page.Locator("body")).ToHaveCSSAsync("color", "rgb(9, 9, 9)");
        await Expect(Page.Locator("publisher-panel .offline")).ToBeHiddenAsync();
        await ExpectNoReloadAsync();
        folder.Save("index.html", "<h1>Home</h1><p>And live again</p>");
        await Expect(Page.Locator("main")).ToContainTextAsync("And live again");
    }

    [BrowserFact]
    public async Task Drafts_and_links_to_them_are_marked()
    {
        folder.Save("index.html", "<h1>Home</h1><a id=to href=/other/>Other</a> <a href=https://example.org/other/>Elsewhere</a>");
        await OpenAsync("/");
        folder.Save("other.html", "<h1>Other</h1><!-- !!draft -->");
        await Expect(Page.Locator("#to")).ToHaveAttributeAsync("data-publisher-status", "draft");
        Assert.Equal(1, await Page.Locator("[data-publisher-status]").CountAsync());
        folder.Save("index.html", "<h1>Home</h1><p>More</p><a id=to href=/other/>Other</a>");
        await Expect(Page.Locator("p")).ToHaveTextAsync("More");
        await Expect(Page.Locator("#to")).ToHaveAttributeAsync("data-publisher-status", "draft");
        await Page.ClickAsync("#to");
        await Expect(Page.Locator("publisher-panel .status")).ToHaveTextAsync("draft");
        folder.Save("other.html", "<h1>Other</h1>");
        await Expect(Page.Locator("publisher-panel .status")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Following_goes_to_the_page_that_is_written()
    {
        await OpenAsync("/", options => options with { Follow = true });
        folder.Save("other.html", "<h1>Here now</h1>");
        // Not the navigation's end: a write that is seen twice makes the browser begin anew.
        await Expect(Page.Locator("h1")).ToHaveTextAsync("Here now");
        await Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/other/$"));
    }

    [BrowserFact]
    public async Task A_page_that_goes_shows_the_404_page_and_comes_back()
    {
        folder.Save("404.html", "<h1>Not here</h1>");
        await OpenAsync("/other/");
        File.Delete(folder["other.html"]);
        await Expect(Page.Locator("h1")).ToHaveTextAsync("Not here");
        folder.Save("other.html", "<h1>Back</h1>");
        await Expect(Page.Locator("h1")).ToHaveTextAsync("Back");
        await ExpectNoReloadAsync();
    }

    /// <summary>Opens a page and waits until it is under watch.</summary>
    private async Task OpenAsync(string path, Func<PreviewOptions, PreviewOptions>? options = null)
    {
        var chosen = new PreviewOptions { SourceRoot = folder.Root, Port = 0 };
        server = await PreviewServer.StartAsync(options?.Invoke(chosen) ?? chosen, new FolderSite(folder.Root), _ => { });
        TaskCompletionSource greeted = new(), based = new();
        Page.WebSocket += (_, socket) => socket.FrameReceived += (_, _) => greeted.TrySetResult();
        // What the script compares newer versions with, which it asks for when the browser has nothing else to do.
        Page.RequestFinished += (_, request) => { if (request.ResourceType == "fetch") based.TrySetResult(); };
        await Page.GotoAsync(new Uri(server.Url, path).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Task.WhenAll(greeted.Task, based.Task).WaitAsync(TimeSpan.FromMilliseconds(Tab.PatienceMs));
        await Page.EvaluateAsync("window.sameDocument = true");
    }

    private async Task ExpectNoReloadAsync() => Assert.True(await Page.EvaluateAsync<bool>("window.sameDocument === true"));
}
