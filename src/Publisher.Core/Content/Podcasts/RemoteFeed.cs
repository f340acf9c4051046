using Publisher.Configuration;
using Publisher.Diagnostics;

namespace Publisher.Content.Podcasts;

/// <summary>Another feed, by the guid that it says of itself, and its address for those who cannot look that up.</summary>
public sealed record RemoteFeed(string Guid, string? Url)
{
    /// <summary>Of a guid, or a mapping with <c>guid</c> and <c>url</c>; null where there is no guid.</summary>
    public static RemoteFeed? Of(DataNode? node, ICollection<Diagnostic> problems)
    {
        if (node is null or ScalarNode { IsNull: true }) return null;
        var map = node as MappingNode;
        var guid = map is null ? node : map.Find("guid");
        if (System.Guid.TryParseExact(guid.TextOrNull(), "D", out _))
            return new RemoteFeed(guid.TextOrNull()!, map?.Find("url").TextOrNull());
        problems.Add(Messages.NoFeedOfGuid((guid ?? node).At, guid.TextOrNull()));
        return null;
    }
}
