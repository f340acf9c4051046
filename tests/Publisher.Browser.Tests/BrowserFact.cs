namespace Publisher.Browser.Tests;

/// <summary>
/// A test that drives a real Chromium. Without one it is skipped and says so, except where nothing may be left out
/// (PUBLISHER_REQUIRE_SERVERS=1): there it fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null && Environment.GetEnvironmentVariable("PUBLISHER_REQUIRE_SERVERS") != "1")
            Skip = "needs Chromium: apt-get install chromium, or name its program in PUBLISHER_CHROMIUM";
    }
}
