using System.Text;
using Publisher.Diagnostics;
using Publisher.Feeds;
using Publisher.Text;

namespace Publisher.Core.Tests.Feeds;

/// <summary>One edit of a clean feed, and the code that it must give. A '¦' in the new text marks the place.</summary>
internal sealed record FeedCase(string Code, string Feed, string Old, string New)
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    /// <summary>What the hint must contain; empty when any will do.</summary>
    public string Hint { get; init; } = "";

    /// <summary>A text of the edited feed, with the mark, where the place is not in the edit.</summary>
    public string? Place { get; init; }

    /// <summary>A second edit, which breaks nothing by itself.</summary>
    public (string Old, string New)? Also { get; init; }

    /// <summary>Codes of other rules that the same edit must break.</summary>
    public string[] Others { get; init; } = [];

    public string Text => Edit().Replace("¦", "");

    /// <summary>The finding that must come, as "line:column code"; without line and column when it is about the whole file.</summary>
    public string Expected
    {
        get
        {
            var text = Edit();
            if (Place is not null)
            {
                text = text.Replace("¦", "");
                var found = text.IndexOf(Place.Replace("¦", ""), StringComparison.Ordinal);
                Assert.True(found >= 0, $"{Code}: the feed has no «{Place}»");
                text = text.Insert(found + Place.IndexOf('¦'), "¦");
            }
            var at = text.IndexOf('¦');
            return at < 0 ? $"0:0 {Code}" : $"{text.AsSpan(0, at).Count('\n') + 1}:{at - text.AsSpan(0, at).LastIndexOf('\n')} {Code}";
        }
    }

    private string Edit() => Replace(Also is var (old, changed) ? Replace(Feed, old, changed) : Feed, Old, New);

    private string Replace(string text, string old, string changed)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{Code}: the feed has no «{old}»");
        return string.Concat(text.AsSpan(0, at), changed, text.AsSpan(at + old.Length));
    }

    public static List<FeedFinding> Check(string text, out List<Diagnostic> problems)
    {
        problems = [];
        var file = new SitePath(text.StartsWith('{') ? "feed.json" : "feed.xml");
        return FeedReader.Read(file, Encoding.UTF8.GetBytes(text), problems) is { } feed ? [.. FeedRules.Check(feed, Now)] : [];
    }

    public override string ToString() => $"{Code} {New}";
}
