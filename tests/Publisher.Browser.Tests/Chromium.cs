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

    /// <summary>Why no test can drive it here, with what would change that; null when they can.</summary>
    public static string? WhyNot => Path is null ? "needs Chromium: apt-get install chromium, or name its program in PUBLISHER_CHROMIUM" : null;

    public async Task InitializeAsync()
    {
        if (Path is null) return;
        Assertions.SetDefaultExpectTimeout(Tab.PatienceMs);
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
        if (browser is null) throw new InvalidOperationException($"This test {WhyNot}.");
        var context = await browser.NewContextAsync(options ?? new());
        return new Tab(context, await context.NewPageAsync());
    }
}

/// <summary>A browser tab of one test.</summary>
public sealed class Tab : IAsyncDisposable
{
    /// <summary>How long anything may take: on a busy machine long, since only a failure waits for it.</summary>
    public const int PatienceMs = 30_000;

    private readonly IBrowserContext context;
    private readonly List<string> errors = [];

    public Tab(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.SetDefaultTimeout(PatienceMs);
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
