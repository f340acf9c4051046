using System.Runtime.CompilerServices;
using Xunit;

namespace Publisher.Testing;

/// <summary>The real servers and programs which a test may need.</summary>
[Flags]
public enum Servers { Gateway = 1, Varnish = 2, Jekyll = 4, Encoders = 8, FeedClients = 16 }

/// <summary>
/// A test that needs real servers: skipped, with the reason and the cure in its result, where they are missing; unless
/// PUBLISHER_REQUIRE_SERVERS=1 says that nothing may be left out, when it fails instead.
/// </summary>
public sealed class ServerFactAttribute : FactAttribute
{
    /// <param name="test">The test's name, which the compiler fills in.</param>
    public ServerFactAttribute(Servers servers = Servers.Gateway, [CallerMemberName] string test = "")
    {
        if (Environment.GetEnvironmentVariable("PUBLISHER_REQUIRE_SERVERS") == "1") return;
        Skip = WhyNot(servers);
        // The runner prints the names of skipped tests, but not the reasons.
        if (Skip is not null) DisplayName = $"{test} (left out: {Skip})";
    }

    /// <summary>Why these servers cannot run here; null when they can.</summary>
    public static string? WhyNot(Servers servers)
    {
        var gateway = servers.HasFlag(Servers.Gateway) ? RadosGateway.WhyNot : null;
        var varnish = servers.HasFlag(Servers.Varnish) ? Varnish.WhyNot : null;
        var jekyll = servers.HasFlag(Servers.Jekyll) ? RealLiquid.WhyNot : null;
        var encoders = servers.HasFlag(Servers.Encoders) ? Encoders.WhyNot : null;
        var clients = servers.HasFlag(Servers.FeedClients) ? FeedClients.WhyNot : null;
        string?[] reasons = [gateway, varnish, jekyll, encoders, clients];
        return Array.TrueForAll(reasons, reason => reason is null) ? null
            : string.Join("; ", reasons.Where(reason => reason is not null));
    }
}
