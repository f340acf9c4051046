using Publisher.Configuration;
using Publisher.Diagnostics;

namespace Publisher.Content.Podcasts;

/// <summary>Where people talk while they listen.</summary>
/// <param name="Space">The room on the server.</param>
public sealed record Chat(string Server, string Protocol, string? Account, string? Space)
{
    public const string Key = "chat";

    /// <summary>Null where none is named, or not as it can be found.</summary>
    public static Chat? Of(DataNode? node, ICollection<Diagnostic> problems)
    {
        if (node is null or ScalarNode { IsNull: true }) return null;
        var map = node as MappingNode;
        if (map?.Find("server").TextOrNull() is { Length: > 0 } server
            && map.Find("protocol").TextOrNull() is { Length: > 0 } protocol)
            return new Chat(server, protocol, map.Find("account").TextOrNull(),
                (map.Find("space") ?? map.Find("room")).TextOrNull());
        problems.Add(Messages.BadChat(node.At));
        return null;
    }
}
