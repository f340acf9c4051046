using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Text;

namespace Publisher.Feeds;

/// <summary>
/// One element of a feed, or one value of a JSON Feed, with its place: what rules look at, whatever the feed was written in.
/// </summary>
/// <param name="Name">
/// With the usual prefix of its name space (<c>itunes:image</c>), whatever prefix the feed has for it; elements of RSS and
/// members of JSON have none.
/// </param>
/// <param name="At">The element's name; in JSON, the value.</param>
public sealed record FeedElement(string Name, Location At)
{
    private List<HtmlTag>? tags;

    /// <summary>The name as it is written in the feed.</summary>
    public string Written { get; init; } = Name;

    /// <summary>All the text in it, references resolved, without the white space around it.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where the text begins; the element's own place when it has none.</summary>
    public Location TextAt { get; init; } = At;

    /// <summary>Whether the text stands in the file letter by letter, as in CDATA, so that places in it can be counted.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>Whether white space stands around the text in the feed.</summary>
    public bool IsPadded { get; init; }

    /// <summary>What relative addresses in it are relative to, where the feed says that; else null.</summary>
    public Uri? Base { get; init; }

    public ImmutableArray<FeedAttribute> Attributes { get; init; } = [];

    public ImmutableArray<FeedElement> Children { get; init; } = [];

    /// <summary>The value this was made of, in a JSON Feed.</summary>
    internal DataNode? Json { get; init; }

    /// <summary>The tags of the HTML in its text.</summary>
    internal List<HtmlTag> Tags => tags ??= HtmlTag.In(Text);

    public FeedElement? Find(string name)
    {
        foreach (var child in Children)
            if (child.Name == name) return child;
        return null;
    }

    public IEnumerable<FeedElement> All(string name) => Children.Where(child => child.Name == name);

    public FeedAttribute? Attribute(string name)
    {
        foreach (var attribute in Attributes)
            if (attribute.Name == name) return attribute;
        return null;
    }

    /// <summary>The text of a child; empty when there is no such child.</summary>
    public string TextOf(string name) => Find(name)?.Text ?? "";

    /// <summary>This one and all below it.</summary>
    public IEnumerable<FeedElement> WithDescendants() => Children.SelectMany(child => child.WithDescendants()).Prepend(this);

    /// <summary>The place of a stretch of the text, or of the whole text where that cannot be known.</summary>
    public Location Place(int offset, int length)
    {
        if (!IsLiteral) return TextAt;
        var before = Text.AsSpan(0, offset);
        var lines = before.Count('\n');
        return TextAt with
        {
            Line = TextAt.Line + lines,
            Column = lines == 0 ? TextAt.Column + offset : offset - before.LastIndexOf('\n'),
            Length = Math.Max(1, length),
        };
    }
}

/// <param name="At">The value, without its quotes.</param>
public sealed record FeedAttribute(string Name, string Value, Location At);
