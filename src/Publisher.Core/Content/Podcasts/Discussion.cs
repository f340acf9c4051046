using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Publisher.Configuration;
using Publisher.Diagnostics;

namespace Publisher.Content.Podcasts;

/// <summary>The post elsewhere below which an episode is talked about.</summary>
/// <param name="Url">Empty where nothing may be said: then the protocol is <c>disabled</c>.</param>
public sealed partial record Discussion(string Protocol, string Url)
{
    public const string Key = "comments";

    private const string Disabled = "disabled";

    public static readonly string[] Protocols =
        ["activitypub", "bluesky", "twitter", "lightning", "hive", "matrix", "nostr", Disabled];

    /// <summary>Who wrote the post: <c>@ada</c>.</summary>
    public string? Account { get; init; }

    public string? AccountUrl { get; init; }

    /// <summary>Of addresses, and mappings with <c>url</c>, <c>protocol</c>, <c>account</c> and <c>account_url</c>.</summary>
    public static ImmutableArray<Discussion> ListOf(DataNode? node, ICollection<Diagnostic> problems)
    {
        // Sites of other generators say with this whether their own comments are shown.
        if (node is ScalarNode { Text: "true" or "false" }) return [];
        var found = ImmutableArray.CreateBuilder<Discussion>();
        foreach (var item in node.Items())
            if (Of(item, problems) is { } discussion) found.Add(discussion);
        return found.ToImmutable();
    }

    private static Discussion? Of(DataNode node, ICollection<Diagnostic> problems)
    {
        var map = node as MappingNode;
        var (said, url) = (map?.Find("protocol").TextOrNull(), (map is null ? node : map.Find("url")).TextOrNull());
        if (Disabled == (said ?? url)) return new Discussion(Disabled, "");
        if (url is null || !NamedLink.IsAddress(url) && !url.StartsWith("nostr:", StringComparison.Ordinal))
        {
            problems.Add(Messages.BadDiscussion(
                (map?.Find("url") ?? node).At, url is null ? "it has no 'url'" : $"'{url}' is no address"));
            return null;
        }
        if ((said ?? Guess(url)) is not { } protocol)
        {
            problems.Add(Messages.UnknownDiscussion(node.At, url, Protocols));
            return null;
        }
        if (!Protocols.Contains(protocol)) problems.Add(Messages.UnknownProtocol(map!.Find("protocol")!.At, protocol, Protocols));
        return new Discussion(protocol, url)
        {
            Account = map?.Find("account").TextOrNull() ?? AccountIn(url), AccountUrl = map?.Find("account_url").TextOrNull(),
        };
    }

    /// <summary>From the forms of address that Mastodon, Misskey, Pleroma, Lemmy and others give to a post.</summary>
    private static string? Guess(string url)
    {
        if (url.StartsWith("at://", StringComparison.Ordinal)) return "bluesky";
        if (url.StartsWith("nostr:", StringComparison.Ordinal)) return "nostr";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed)) return null;
        return parsed.Host switch
        {
            "bsky.app" => "bluesky",
            "twitter.com" or "www.twitter.com" or "x.com" or "www.x.com" or "mobile.twitter.com" => "twitter",
            "matrix.to" => "matrix",
            "njump.me" => "nostr",
            _ => Post().IsMatch(parsed.AbsolutePath) ? "activitypub" : null,
        };
    }

    private static string? AccountIn(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && Author().Match(parsed.AbsolutePath) is { Success: true } match
            ? "@" + match.Groups[1].Value
            : null;

    [GeneratedRegex("^/(@[^/]+/[^/]+|users/[^/]+/(statuses|objects)/[^/]+|ap/users/[^/]+/statuses/[^/]+|notice/[^/]+"
        + "|notes/[^/]+|objects/[^/]+|post/[0-9]+|videos/watch/[^/]+|w/[^/]+|p/[^/]+/[0-9]+)/?$", RegexOptions.CultureInvariant)]
    private static partial Regex Post();

    [GeneratedRegex("^/(?:@|users/)([^/@]+(?:@[^/]+)?)/", RegexOptions.CultureInvariant)]
    private static partial Regex Author();
}
