using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Publishing;

/// <summary>Which hub tells subscribers of a site's feeds, and what it has to know to find them.</summary>
/// <param name="At">Where the settings name it.</param>
/// <param name="BaseUrl">The site's, ending in '/'.</param>
public sealed record HubSettings(Uri Url, Location At, string BaseUrl, ImmutableHashSet<SitePath> Feeds);

/// <summary>
/// Tells a WebSub hub which feeds changed, so that subscribers need not ask (W3C WebSub, 6: the request is the one that
/// PubSubHubbub 0.4 has and that public hubs take). Whatever the hub answers, the site is published.
/// </summary>
internal sealed class WebSub(HubSettings hub, TimeProvider clock)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);
    private readonly Retry retry = new(clock);

    /// <summary>The addresses of the feeds that a plan writes.</summary>
    public ImmutableArray<string> Changed(PublishPlan plan) =>
        [.. plan.Writes.Where(step => hub.Feeds.Contains(step.Path) && step.Reason != PlanReason.Headers)
            .Select(step => hub.BaseUrl + Percent.Encode(step.Path.Value)).Order(StringComparer.Ordinal)];

    /// <summary>What telling would be, for a dry run.</summary>
    public Diagnostic Planned(ImmutableArray<string> feeds) => Messages.HubWouldBeTold(hub.At, hub.Url, feeds);

    /// <summary>One request for each feed; null when the hub took all.</summary>
    public async Task<Diagnostic?> TellAsync(ImmutableArray<string> feeds, CancellationToken cancel)
    {
        var told = 0;
        try
        {
            using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
            foreach (var feed in feeds)
            {
                await retry.RunAsync(Limit, Judge, attempt => SendAsync(http, feed, attempt), cancel);
                told++;
            }
            return null;
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException)
        {
            return Messages.HubNotTold(hub.At, hub.Url, feeds.Length - told, failure.Message);
        }
    }

    private async Task<bool> SendAsync(HttpClient http, string feed, CancellationToken cancel)
    {
        using var content = new FormUrlEncodedContent(
            [KeyValuePair.Create("hub.mode", "publish"), KeyValuePair.Create("hub.url", feed)]);
        using var response = await http.PostAsync(hub.Url, content, cancel);
        if (response.IsSuccessStatusCode) return true;
        throw new HttpRequestException($"{(int)response.StatusCode} {response.ReasonPhrase}", null, response.StatusCode);
    }

    /// <summary>A hub is worth little waiting: subscribers ask by themselves later.</summary>
    private static Passing Judge(Exception failure) =>
        (failure as HttpRequestException)?.StatusCode is null or >= System.Net.HttpStatusCode.InternalServerError
            ? Passing.Hardly
            : Passing.No;
}
