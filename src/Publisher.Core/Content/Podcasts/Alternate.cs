using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Content.Podcasts;

/// <summary>Another form of an episode, as its front matter names it: fewer bits, another language, with pictures.</summary>
/// <param name="Path">A file of the site's, or an address elsewhere.</param>
public sealed record Alternate(string Path, Location At)
{
    public const string Key = "alternates";

    public string? Title { get; init; }

    /// <summary>As written; for a file of the site's that can be measured, what was measured goes before these three.</summary>
    public string? Type { get; init; }

    public long Bytes { get; init; }

    public int Bitrate { get; init; }

    public int Height { get; init; }

    public string? Language { get; init; }

    /// <summary>What it has in common with others that are not simply the same in another form.</summary>
    public string? Relation { get; init; }

    public static ImmutableArray<Alternate> ListOf(DataNode? node, ICollection<Diagnostic> problems)
    {
        var found = ImmutableArray.CreateBuilder<Alternate>();
        foreach (var item in node.Items())
        {
            var map = item as MappingNode;
            var place = map is null ? item : map.Find("file") ?? map.Find("url");
            if (place.TextOrNull() is { Length: > 0 } path)
                found.Add(map is null ? new Alternate(path, item.At) : With(new Alternate(path, place!.At), map, problems));
            else problems.Add(Messages.BadAlternate(item.At, "it has neither 'file' nor 'url'"));
        }
        return found.ToImmutable();
    }

    private static Alternate With(Alternate alternate, MappingNode map, ICollection<Diagnostic> problems)
    {
        var fields = new Fields(map, "another form of an episode", problems);
        var bytes = fields.Text("bytes");
        if (bytes is not null && Episode.BytesOf(bytes) is null)
            problems.Add(Messages.WrongType(fields.Node("bytes")!.At, "bytes", "a whole number"));
        if (fields.Text("type") is { } type && !type.Contains('/'))
            problems.Add(Messages.BadAlternate(fields.Node("type")!.At, $"'{type}' is no media type such as audio/mpeg"));
        return alternate with
        {
            Title = fields.Text("title"), Type = fields.Text("type"), Bytes = Episode.BytesOf(bytes) ?? 0,
            Bitrate = fields.Whole("bitrate", 1) ?? 0, Height = fields.Whole("height", 1) ?? 0,
            Language = fields.Language("language") ?? fields.Language("lang"), Relation = fields.Text("rel"),
        };
    }
}
