using Microsoft.Playwright;

namespace Publisher.Browser.Tests;

/// <summary>One Chromium for all browser tests, since starting it takes seconds; each test has a context of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The program, or null when there is none.</summary>
    public static string? Path { get; } =
        Environment.GetEnvironmentVariable("PUBLISHER_CHROMIUM") is { Length: > 0 } named ? named : Array.Find(Places, File.Exists);

    public async Task InitializeAsync()
    {
        if (Path is null) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Path,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--no-first-run",
                "--hide-scrollbars", "--force-color-profile=srgb", "--font-render-hinting=none", "--autoplay-policy=no-user-gesture-required",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>An empty tab; what goes wrong in its scripts fails the test at the end.</summary>
    public async Task<Tab> OpenAsync(BrowserNewContextOptions? options = null)
    {
        if (browser is null) throw new InvalidOperationException("There is no Chromium: apt-get install chromium, or name its program in PUBLISHER_CHROMIUM.");
        var context = await browser.NewContextAsync(options ?? new());
        return new Tab(context, await context.NewPageAsync());
    }
}

/// <summary>A browser tab of one test.</summary>
public sealed class Tab : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> errors = [];

    public Tab(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.SetDefaultTimeout(30_000);
        Assertions.SetDefaultExpectTimeout(30_000);
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.Contains("WebSocket connection") && !message.Text.Contains("Failed to load resource")) errors.Add(message.Text);
        };
    }

    public IPage Page { get; }

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        Assert.Empty(errors);
    }
}

/// <summary>The tests that share the browser.</summary>
[CollectionDefinition(nameof(Chromium))]
public sealed class ChromiumCollection : ICollectionFixture<Chromium>;
