using Publisher.Configuration;
using Publisher.Engine;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Core.Tests.Incremental;

/// <summary>What one edit costs: the outputs that are rendered again, by name, when everything is wanted.</summary>
public class RenderCountTests
{
    private readonly MemoryReader source = new();
    private readonly FixedClock clock = new();
    private readonly Builder builder;
    private Build last;

    public RenderCountTests()
    {
        source.Write("publisher.yml", "title: Counting\nbase_url: https://example.org/\ntheme: none\npage_size: 2\nfeeds: false\narchives: false\n");
        foreach (var (name, text) in TestTheme.Templates) source.Write("templates/" + name, text);
        source.Write("templates/404.sbn-html", "nothing here");
        source.Write("assets/css/extra.css", "a {}");
        source.Write("data/people.yml", "first: Ada\n");
        source.Write("content/index.md", "# Home\n\nHello.\n");
        for (var i = 1; i <= 4; i++) Post(i, $"Post {i}");
        source.Write("content/docs/index.md", "# Docs\n");
        source.Write("content/docs/a.md", "# A\n\nText of a. See [b](b.md#more).\n");
        source.Write("content/docs/b.md", "# B\n\nText of b.\n\n## More\n\nMore.\n");
        builder = new Builder(SourceSet.Empty, new BuildOptions(), clock, remembers: true);
        last = builder.Advance(source.Read(), default);
        last.RenderAll(_ => { }, default);
    }

    [Fact]
    public void Nothing_changed_renders_nothing() => Renders();

    [Fact]
    public void What_was_checked_is_checked_again_only_when_it_could_find_something_else()
    {
        var other = new Builder(SourceSet.Empty, new BuildOptions(), clock, remembers: true);
        int Checks(Build build)
        {
            foreach (var path in build.Paths) build.Check(path);
            return build.Renders;
        }

        Assert.Equal(last.Renders, Checks(other.Advance(source.Read(), default)));
        source.Write("content/docs/b.md", "# B\n\nText of b.\n\n## More\n\nOther.\n");
        Assert.Equal(1, Checks(other.Advance(source.Read(), default)));
    }

    [Fact]
    public void A_file_written_again_with_equal_bytes_renders_nothing()
    {
        source.Remove("content/docs/a.md");
        source.Write("content/docs/a.md", "# A\n\nText of a. See [b](b.md#more).\n");
        Renders();
    }

    [Fact]
    public void Prose_renders_its_own_page()
    {
        source.Write("content/docs/b.md", "# B\n\nText of b.\n\n## More\n\nOther.\n");
        Renders("docs/b/index.html");
    }

    [Fact]
    public void A_title_renders_the_page_and_those_that_print_it()
    {
        Post(2, "Renamed");
        // The page, its neighbours, the two listing pages it is on, and its tag's page; not the listings' first pages, which do not show it.
        Renders(
            "page/2/index.html", "posts/page/2/index.html", "posts/1/index.html", "posts/2/index.html", "posts/3/index.html", "tags/even/index.html");
    }

    [Fact]
    public void A_tag_that_changes_renders_the_page_and_the_pages_of_both_tags()
    {
        Post(2, "Post 2", tag: "odd");
        Renders("posts/2/index.html", "tags/even/index.html", "tags/index.html", "tags/odd/index.html");
    }

    [Fact]
    public void A_heading_renders_its_page_only()
    {
        source.Write("content/docs/a.md", "# A\n\nText of a. See [b](b.md#more).\n\n## New\n\nText.\n");
        Renders("docs/a/index.html");
    }

    [Fact]
    public void A_components_template_that_comes_changes_or_goes_renders_the_pages_that_use_it()
    {
        source.Write("content/docs/a.md", "# A\n\nText of a. See [b](b.md#more).\n\n::clip{}\n\n:::note\nHi\n:::\n");
        Renders("docs/a/index.html");
        source.Write("templates/components/clip.sbn-html", "a clip");
        Renders("docs/a/index.html");
        source.Write("templates/components/clip.sbn-html", "another");
        Renders("docs/a/index.html");
        source.Remove("templates/components/clip.sbn-html");
        Renders("docs/a/index.html");
        source.Write("templates/components/note.sbn-html", "noted");
        Renders("docs/a/index.html");
        source.Write("templates/components/tip.sbn-html", "nobody has one");
        Renders("docs/a/index.html"); // which has no clip, and is told of the nearest name there is
        source.Write("templates/components/clip.sbn-html", "a clip");
        Renders("docs/a/index.html");
        source.Remove("templates/components/tip.sbn-html");
        Renders();
    }

    [Fact]
    public void What_a_component_asks_renders_the_pages_that_use_it()
    {
        source.Write("content/docs/a.md", "# A\n\nText of a. See [b](b.md#more).\n\n::ask{of=/docs/b.md}\n");
        Renders("docs/a/index.html");
        source.Write("content/docs/b.md", "---\nslug: c\n---\n# B\n\nText of b.\n\n## More\n\nMore.\n");
        Assert.Contains("docs/a/index.html", Rendered());
        source.Write("templates/components/ask.sbn-html", "quiet");
        Renders("docs/a/index.html");
        Post(2, "Renamed");
        Assert.DoesNotContain("docs/a/index.html", Rendered());
    }

    [Fact]
    public void A_heading_that_a_link_led_to_renders_the_linking_page_too()
    {
        source.Write("content/docs/b.md", "# B\n\nText of b.\n\n## Less\n\nMore.\n");
        // The listing of docs prints a's summary, and the link with it.
        Renders("docs/a/index.html", "docs/b/index.html", "docs/index.html");
    }

    [Fact]
    public void A_partial_renders_the_pages_that_include_it()
    {
        source.Write("templates/includes/meta.sbn-html", "changed");
        Renders("posts/1/index.html", "posts/2/index.html", "posts/3/index.html", "posts/4/index.html");
    }

    [Fact]
    public void A_layout_edit_renders_nothing_until_something_is_wanted_and_then_only_that()
    {
        source.Write("templates/base.sbn-html", "<title>{{ page.title }}</title>{{ content }}");
        var next = builder.Advance(source.Read(), default);
        Assert.Equal(0, next.Renders);
        next.Render(new SitePath("posts/1/index.html"));
        Assert.Equal(1, next.Renders);
    }

    [Fact]
    public void A_data_file_renders_the_pages_that_read_it()
    {
        source.Write("data/people.yml", "first: Grace\n");
        Renders("posts/1/index.html", "posts/2/index.html", "posts/3/index.html", "posts/4/index.html");
    }

    [Fact]
    public void A_description_renders_the_page_alone()
    {
        Post(3, "Post 3", extra: "description: Said shortly\n");
        Renders("posts/3/index.html");
    }

    [Fact]
    public void A_draft_of_prose_that_comes_back_renders_only_what_shows_it()
    {
        source.Write("content/docs/c.md", "---\ntitle: C\ndraft: true\n---\nText.\n");
        Renders();
    }

    [Fact]
    public void An_asset_renders_the_pages_that_link_it_under_its_new_name()
    {
        source.Write("assets/css/extra.css", "b {}");
        var rendered = Rendered();
        Assert.Contains("posts/1/index.html", rendered);
        Assert.DoesNotContain("404.html", rendered);
    }

    private void Post(int number, string title, string? tag = null, string extra = "") => source.Write(
        $"content/posts/2026-01-0{number}-{number}.md", $"---\ntitle: {title}\ntags: [{tag ?? (number % 2 == 0 ? "even" : "odd")}]\n{extra}---\nText of {number}.\n");

    private void Renders(params string[] paths)
    {
        var before = last;
        var rendered = Rendered().Except(["sitemap.xml"]).ToHashSet();
        var reasons = rendered.Except(paths).Select(path => path + ": " + string.Join(", ", last.Why(before.Render(new SitePath(path))!)));
        Assert.True(rendered.SetEquals(paths), $"rendered {string.Join(" ", rendered.Order())}\n{string.Join('\n', reasons)}");
    }

    /// <summary>The outputs that the next build cannot take over.</summary>
    private List<string> Rendered()
    {
        var next = builder.Advance(source.Read(), default);
        var rendered = next.Paths.Where(path => last.Render(path) is var before && !ReferenceEquals(before, next.Render(path))).Select(path => path.Value).ToList();
        last = next;
        return rendered;
    }
}
