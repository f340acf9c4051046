using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Feeds;

/// <summary>Reads any feed, with the place of everything in it. Never throws: what cannot be read is told of once.</summary>
public static class FeedReader
{
    /// <summary>Larger files are not read: many times what any reader of feeds takes.</summary>
    public const int MaxBytes = 64 << 20;

    /// <summary>Whether a problem is that the file could not be read as a feed at all.</summary>
    public static bool IsUnreadable(Diagnostic problem) => problem.Code is "PB0901" or "PB0902" or "PB0903";

    /// <summary>Null when it cannot be read, or is no feed; the problems say why.</summary>
    public static Feed? Read(SitePath file, ReadOnlyMemory<byte> bytes, ICollection<Diagnostic> problems)
    {
        if (bytes.Length > MaxBytes)
        {
            problems.Add(Messages.FeedTooLarge(new Location(file), bytes.Length, MaxBytes));
            return null;
        }
        var start = bytes.Span.TrimStart("\uFEFF \t\r\n"u8);
        return !start.IsEmpty && start[0] == '{' || file.HasExtension(".json")
            ? ReadJson(file, bytes, problems)
            : XmlFeedReader.Read(file, bytes.Span, problems);
    }

    private static Feed? ReadJson(SitePath file, ReadOnlyMemory<byte> bytes, ICollection<Diagnostic> problems)
    {
        var before = problems.Count;
        var text = SourceText.Decode(file, bytes.Span, problems);
        var node = JsonReader.Read(file, text, 1, problems, strict: true);
        if (node is null || problems.Count > before) return null;
        if (node is not MappingNode)
        {
            problems.Add(Messages.NoFeed(node.At, "this JSON"));
            return null;
        }
        var root = Element("feed", node);
        var items = (root.Find("items")?.Children ?? []).Select((item, i) => new FeedItem(i, item, FeedKind.Json));
        return new Feed(file, FeedKind.Json, root, root, [.. items]) { Bytes = bytes.Length, Encoding = "utf-8" };
    }

    private static FeedElement Element(string name, DataNode node) => node switch
    {
        MappingNode mapping => new FeedElement(name, node.At)
        {
            Json = node, Children = [.. mapping.Entries.Select(entry => Element(entry.Key.Text, entry.Value))],
        },
        SequenceNode sequence => new FeedElement(name, node.At)
        {
            Json = node, Children = [.. sequence.Items.Select(item => Element("item", item))],
        },
        ScalarNode { IsNull: false } scalar => new FeedElement(name, node.At) { Json = node, Text = scalar.Text.Trim() },
        _ => new FeedElement(name, node.At) { Json = node },
    };
}
