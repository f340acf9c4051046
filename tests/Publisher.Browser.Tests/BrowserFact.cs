using System.Runtime.CompilerServices;
using Publisher.Testing;

namespace Publisher.Browser.Tests;

/// <summary>
/// A test that drives a real Chromium. Without one, or without the servers it names, it is skipped and says so, except where
/// nothing may be left out (PUBLISHER_REQUIRE_SERVERS=1): there it fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <param name="servers">The servers which it needs besides; none, when left out.</param>
    /// <param name="test">The test's name, which the compiler fills in.</param>
    public BrowserFactAttribute(Servers servers = 0, [CallerMemberName] string test = "")
    {
        if (Environment.GetEnvironmentVariable("PUBLISHER_REQUIRE_SERVERS") == "1") return;
        var missing = new[] { Chromium.WhyNot, ServerFactAttribute.WhyNot(servers) }.OfType<string>().ToArray();
        if (missing.Length == 0) return;
        Skip = string.Join("; ", missing);
        // The runner prints the names of skipped tests, but not the reasons.
        DisplayName = $"{test} (left out: {Skip})";
    }
}
