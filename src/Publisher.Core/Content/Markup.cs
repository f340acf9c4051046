using System.Collections.Immutable;
using Publisher.Content.Podcasts;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Content;

/// <summary>Everything that one Markdown text comes to.</summary>
public sealed class Markup
{
    public static Markup Empty { get; } = new();

    public Body Body { get; init; } = Body.Empty;

    /// <summary>What stands before <c>&lt;!--more--&gt;</c>; without that mark, the first paragraph.</summary>
    public Body Summary { get; init; } = Body.Empty;

    /// <summary>The first paragraph as plain text, cut at a word's end near 200 characters.</summary>
    public string Excerpt { get; init; } = "";

    public ImmutableArray<Heading> Headings { get; init; } = [];

    /// <summary>The lines that begin with a time, in the order of the text.</summary>
    public ImmutableArray<Topic> Topics { get; init; } = [];

    /// <summary>Every id (and name of an <c>a</c>) that a link may point to, in ordinal order.</summary>
    public ImmutableArray<string> Anchors { get; init; } = [];

    public int Words { get; init; }

    /// <summary>At 200 words a minute, at least one.</summary>
    public int ReadingMinutes => Math.Max(1, (Words + 100) / 200);

    /// <summary>The text of a first heading of level 1 that is the first block; null without one.</summary>
    public string? Title { get; init; }

    /// <summary>
    /// The id of that heading when it was taken out of the body: whoever prints the title should give it this id.
    /// </summary>
    public string? TitleId { get; init; }

    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>The stamp of all that other pages may see: everything but the body and what is wrong with it.</summary>
    public Stamp Outline => field == default ? field = OutlineStamp() : field;

    private Stamp OutlineStamp()
    {
        var stamp = Stamp.Of(Title).With(TitleId).With(Excerpt).With(Summary.Stamp).With((ulong)Words);
        foreach (var heading in Headings) stamp = stamp.With((ulong)heading.Level).With(heading.Id).With(heading.Html);
        foreach (var topic in Topics) stamp = topic.AddTo(stamp);
        foreach (var anchor in Anchors) stamp = stamp.With(anchor);
        return stamp;
    }
}
