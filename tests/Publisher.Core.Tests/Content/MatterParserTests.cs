using Publisher.Configuration;
using Publisher.Content;
using Publisher.Core.Tests.Configuration;
using Publisher.Diagnostics;
using Publisher.Engine;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Core.Tests.Content;

public class MatterParserTests
{
    private static readonly string[] Texts =
        ["title", "description", "excerpt", "summary", "series", "lang", "slug", "permalink", "layout", "kind"];

    private static readonly string[] Lists = ["tags", "tag", "categories", "category", "authors", "author", "aliases", "redirect_from"];
    private static readonly string[] Dates = ["date", "updated", "lastmod", "last_modified_at", "expires", "expiry_date"];
    private static readonly string[] Flags = ["draft", "published"];
    private static readonly string[] Numbers = ["weight", "order"];

    /// <summary>Every known key with every value that it cannot have, and the word that says what it must be.</summary>
    public static TheoryData<string, string, string> Wrong()
    {
        var rows = new TheoryData<string, string, string>();
        Add(Texts, ["{}", "{ a: b }", "[x]", "[]"], "text");
        Add(Lists, ["{}", "{ a: b }", "[{ a: b }]", "[[x]]"], "text");
        Add(Dates, ["{}", "[2026-01-01]", "yesterday", "2026-13-01", "5"], "date");
        Add(Flags, ["{}", "[true]", "perhaps", "2"], "true or false");
        Add(Numbers, ["{}", "[1]", "abc", "1.5", "99999999999"], "a whole number");
        Add(["image"], ["{}", "[1]", "{ width: 5 }"], "a path");
        Add(["lang"], ["5", "true story", "e"], "language code");
        Add(["kind"], ["pots", "5"], "one of page, post");
        Add(["cascade"], ["[x]", "draft"], "a mapping");
        return rows;

        void Add(string[] keys, string[] values, string words)
        {
            foreach (var key in keys)
                foreach (var value in values) rows.Add(key, value, words);
        }
    }

    [Theory, MemberData(nameof(Wrong))]
    public void A_value_of_the_wrong_type_is_told_of_where_it_stands(string key, string value, string words)
    {
        var (matter, problems) = Parse($"other: 1\n{key}: {value}\n");
        var problem = Assert.Single(problems);
        var column = key.Length + 3 + (value.StartsWith("[[") || value.StartsWith("[{") ? 1 : 0);
        Assert.Equal((2, column), (problem.At.Line, problem.At.Column));
        Assert.Contains($"'{key}'", problem.Message);
        Assert.Contains(words, problem.Message);
        Assert.Equal(Severity.Error, problem.Severity);
        Assert.Equal("1", DataText.Show(matter.Extra.Find("other")));
    }

    [Theory, MemberData(nameof(Wrong))]
    public void The_page_renders_all_the_same_also_when_it_is_a_sections_default(string key, string value, string words)
    {
        Assert.NotEmpty(words);
        var source = new MemoryReader();
        source.Write("publisher.yml", "title: Site\n");
        source.Write("content/posts/index.md", $"---\ncascade:\n  {key}: {value}\n---\n");
        source.Write("content/posts/a.md", $"---\n{key}: {value}\n---\nText of a.\n");
        var builtIn = new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read();
        var build = new Builder(builtIn, new BuildOptions(), new FixedClock(), remembers: false).Advance(source.Read(), default);
        Assert.Equal(["content/posts/a.md:2", "content/posts/index.md:3"],
            build.Diagnostics.Select(problem => $"{problem.At.File}:{problem.At.Line}").Order());
        var page = build.Render(new SitePath("posts/a/index.html"))!;
        Assert.False(page.Broken, string.Join('\n', page.Diagnostics.Select(problem => problem.Message)));
        Assert.Contains("Text of a.", System.Text.Encoding.UTF8.GetString(page.Output.Bytes.Span));
    }

    [Theory]
    [InlineData("title: 2026")]
    [InlineData("title:")]
    [InlineData("description: ''")]
    [InlineData("lang: pt-BR")]
    [InlineData("lang: zh-Hant-TW")]
    [InlineData("slug: 5")]
    [InlineData("tags: []")]
    [InlineData("tags: [2026, true]")]
    [InlineData("author: { name: Ada, email: ada@example.org }")]
    [InlineData("authors: [{ name: Ada }, Grace]")]
    [InlineData("image: { path: a.png, width: 5 }")]
    [InlineData("date: 2026-01-01 10:00 +01:00")]
    [InlineData("draft: no")]
    [InlineData("weight: -5")]
    [InlineData("cascade: {}")]
    public void A_value_that_fits_is_no_problem(string line) => Assert.Empty(Parse(line).Problems);

    [Fact]
    public void People_and_pictures_may_be_mappings()
    {
        var matter = Parse("authors: [{ name: Ada }, Grace]\nimage: { url: /a.png, width: 5 }\n").Matter;
        Assert.Equal(["Ada", "Grace"], matter.Authors!.Value.Select(author => author.Name));
        Assert.Equal("/a.png", matter.Image);
        Assert.Equal("{url: /a.png, width: 5}", DataText.Show(matter.Extra.Find("image")));
    }

    [Fact]
    public void An_empty_name_is_none()
    {
        var matter = Parse("title: ''\nslug: ' '\nseries: ''\nlayout: ''\npermalink: ''\nlang: ''\n").Matter;
        Assert.Equal((null, null, null), (matter.Title, matter.Slug, matter.Series));
        Assert.Equal((null, null, null), (matter.Layout, matter.Permalink, matter.Lang));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29 02:30", "PB0225 2026-03-29 03:30 +02:00")]
    [InlineData("Europe/Berlin", "2026-03-29 02:30 +01:00", "")]
    [InlineData("Europe/Berlin", "2026-03-29 03:30", "")]
    [InlineData("Africa/Cairo", "2026-04-24", "")]
    public void A_time_that_the_clocks_skip_is_told_with_what_it_counts_as(string zone, string date, string expected)
    {
        var told = Parse($"date: {date}\n", TimeZoneInfo.FindSystemTimeZoneById(zone)).Problems
            .Select(problem => $"{problem.Code} {problem.Message[(problem.Message.IndexOf("counts as") + 10)..]}");
        Assert.Equal(expected, string.Join(", ", told));
    }

    private static (Matter Matter, List<Diagnostic> Problems) Parse(string yaml, TimeZoneInfo? zone = null)
    {
        var problems = new List<Diagnostic>();
        var mapping = (MappingNode)YamlReader.Read(DataText.File, yaml, 1, problems)!;
        return (MatterParser.Parse(mapping, zone ?? TimeZoneInfo.Utc, problems), problems);
    }
}
