using System.Text.Json;

namespace Publisher.Testing;

/// <summary>
/// Two readers of feeds from npm that know nothing of Publisher: the Podcast Index's own (podcast-partytime), and feedsmith.
/// </summary>
public static class FeedClients
{
    private const string Script = "read.mjs";
    private static readonly string? Folder = FindFolder();

    /// <summary>Why they cannot run here, with the command that would change that; null when they can.</summary>
    public static string? WhyNot { get; } = Installed.Missing("Node.js", "nodejs npm", "node", "npm")
        ?? (Directory.Exists(Path.Combine(Folder ?? "", "node_modules")) ? null
            : "the feed clients are not installed: npm ci in tests/feed-clients");

    /// <summary>What each client made of each feed: <c>{ PATH: { partytime, feedsmith } }</c>.</summary>
    public static async Task<JsonElement> ReadAsync(IReadOnlyDictionary<string, byte[]> feeds)
    {
        using var folder = new TestFolder();
        foreach (var (path, bytes) in feeds)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[path])!);
            await File.WriteAllBytesAsync(folder[path], bytes);
        }
        var printed = await Daemon.RunAsync(new Dictionary<string, string> { ["PARTYTIME_LOG"] = "silent" },
            Installed.Find("node")!, [Path.Combine(Folder!, Script), folder.Path, .. feeds.Keys]);
        using var json = JsonDocument.Parse(printed);
        return json.RootElement.Clone();
    }

    private static string? FindFolder()
    {
        for (var at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
            if (Path.Combine(at, "tests/feed-clients") is var folder && File.Exists(Path.Combine(folder, Script))) return folder;
        return null;
    }
}
