using Publisher.Configuration;
using Publisher.Engine;
using Publisher.Sources;

namespace Publisher.Core.Tests.Incremental;

/// <summary>What is rendered again when a publish writes down what feeds announced, while a preview runs.</summary>
public class LedgerRenderTests
{
    private const string Ledger = "publisher.ledger.json";
    private readonly MemoryReader source = new();
    private readonly Builder builder = new(
        new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read(), new BuildOptions(), new FixedClock(), remembers: true);
    private Build last;

    public LedgerRenderTests()
    {
        source.Write("publisher.yml", "title: Counting\nbase_url: https://example.org/\n");
        source.Write("content/posts/2026-01-01-soup.md", "---\ntitle: Soup\n---\nOf the day.\n");
        source.Write("content/posts/2026-01-02-bread.md", "---\ntitle: Bread\n---\nOf the day.\n");
        source.Write("content/podcast/index.md", "---\ntitle: Show\n---\n");
        source.Write(
            "content/podcast/2026-01-05-stock.md", "---\ntitle: Stock\naudio: { url: https://media.example.org/1.mp3, bytes: 9 }\n---\nText.\n");
        last = builder.Advance(source.Read(), default);
        last.RenderAll(_ => { }, default);
    }

    [Fact]
    public void What_is_published_as_it_is_renders_nothing()
    {
        source.Write(Ledger, last.NextLedger.ToJson());
        Assert.Empty(Rendered());
        source.Write(Ledger, "{}\n");
        Assert.Empty(Rendered());
        source.Remove(Ledger);
        Assert.Empty(Rendered());
    }

    [Fact]
    public void An_id_that_was_published_renders_the_feeds_that_tell_it()
    {
        source.Write(Ledger, """{ "content/posts/2026-01-01-soup.md": { "id": "old" } }""");
        Assert.Equal(
            ["atom.xml", "feed.json", "feed.xml", "posts/atom.xml", "posts/feed.json", "posts/feed.xml"], Rendered());
        source.Write(Ledger, """{ "content/podcast/index.md": { "id": "11111111-2222-5333-8444-555555555555" }, "content/posts/2026-01-01-soup.md": { "id": "old" } }""");
        Assert.Equal(["podcast/feed.xml"], Rendered());
    }

    [Fact]
    public void What_is_wrong_with_it_is_told_until_it_is_mended()
    {
        source.Write(Ledger, "{ \"a.md\": 1 }");
        last = builder.Advance(source.Read(), default);
        Assert.Equal(Ledger, Assert.Single(last.Diagnostics).At.File.Value);
        source.Write("content/posts/2026-01-01-soup.md", "---\ntitle: Soup\n---\nAnother.\n");
        last = builder.Advance(source.Read(), default);
        Assert.Single(last.Diagnostics);
        source.Write(Ledger, "{}");
        Assert.Empty(builder.Advance(source.Read(), default).Diagnostics);
    }

    private List<string> Rendered()
    {
        var next = builder.Advance(source.Read(), default);
        var rendered = next.Paths.Where(path => !ReferenceEquals(last.Render(path), next.Render(path)))
            .Select(path => path.Value).Order(StringComparer.Ordinal).ToList();
        last = next;
        return rendered;
    }
}
