using Publisher.Core.Tests.Tidy;
using Publisher.Diagnostics;
using Publisher.Feeds;

namespace Publisher.Core.Tests.Feeds;

/// <summary>Each rule finds what it is for, at its place, and nothing else.</summary>
public class FeedRulesTests
{
    public static TheoryData<int> Clean => [.. Enumerable.Range(0, CleanFeeds.All.Length)];

    [Theory, MemberData(nameof(Clean))]
    public void A_clean_feed_has_no_findings(int which)
    {
        var findings = FeedCase.Check(CleanFeeds.All[which], out var problems);
        Assert.Empty(problems);
        Assert.Empty(findings.Select(finding => $"{finding.Problem.At}: {finding.Problem.Code} {finding.Problem.Message}"));
    }

    [Fact]
    public void One_edit_breaks_one_rule_at_its_place()
    {
        var wrong = new List<string>();
        foreach (var test in FeedCases.All)
        {
            var findings = FeedCase.Check(test.Text, out var problems);
            var found = problems.Select(problem => Show(problem) + " (reading)").Concat(
                findings.Where(one => !test.Others.Contains(one.Problem.Code)).Select(one => Show(one.Problem))).ToArray();
            if (found is not [var only] || only != test.Expected)
                wrong.Add($"{test}\n    expected {test.Expected}, found {string.Join("; ", found)}");
            else if (findings.First(one => one.Problem.Code == test.Code).Problem is var problem
                && test.Hint.Length > 0 && problem.Hint?.Contains(test.Hint) != true)
                wrong.Add($"{test}\n    the hint is '{problem.Hint}'");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Select(line => line.Length > 400 ? line[..400] : line)));
    }

    [Fact]
    public void Every_rule_has_a_case() =>
        Assert.Equal(FeedRules.All.Select(rule => rule.Code).Order(), FeedCases.All.Select(test => test.Code).Distinct().Order());

    [Fact]
    public void A_rule_has_a_code_of_its_own() => Assert.Distinct(FeedRules.All.Select(rule => rule.Code));

    [Fact]
    public void The_page_of_rules_says_what_the_catalogue_says()
    {
        var page = Path.Combine(Repository.Root, "content/docs/site/feed-rules.md");
        var rules = FeedRules.All.ToDictionary(rule => rule.Code);
        var lines = File.ReadAllLines(page);
        var right = lines.Select(line => line.StartsWith("| PB", StringComparison.Ordinal) && rules.TryGetValue(line[2..8], out var rule)
            ? $"| {rule.Code} | {rule.By} | {rule.Demand} |"
            : line).ToArray();
        if (Environment.GetEnvironmentVariable("PUBLISHER_UPDATE") == "1") File.WriteAllLines(page, right);
        else Assert.Equal(right, lines);
        Assert.Equal(rules.Keys.Order(), right.Where(line => line.StartsWith("| PB", StringComparison.Ordinal)).Select(line => line[2..8]).Order());
    }

    [Fact]
    public void A_finding_names_the_item_and_the_key_that_mends_it()
    {
        var finding = Assert.Single(FeedCase.Check(CleanFeeds.Podcast.Replace("\"24000000\"", "\"24 MB\""), out _));
        Assert.Equal((3, "https://example.org/2", "mp3_bytes"), (finding.Item!.Index, finding.Item.Id!.Text, finding.Key));
    }

    [Theory]
    [InlineData("<title>", "<title>On &lt;b&gt; and &amp;amp; ")]
    [InlineData("<title>", "<title type=\"html\">&lt;b&gt;x&lt;/b&gt; ")]
    [InlineData("\"title\": \"", "\"title\": \"On <b> ")]
    [InlineData("<img src=\"https://example.org/", "<img srcset=\"https://example.org/1,2.png 1x, https://example.org/b.png\" src=\"https://example.org/")]
    [InlineData("<img src=\"https://example.org/a.png\"", "<img src=\"\"")]
    public void What_a_format_allows_is_no_finding(string old, string now)
    {
        var feeds = new[] { CleanFeeds.Atom, CleanFeeds.Json }.Where(feed => feed.Contains(old)).ToList();
        Assert.NotEmpty(feeds);
        Assert.All(feeds, feed => Assert.Empty(FeedCase.Check(feed.Replace(old, now), out _)));
    }

    [Fact]
    public void Addresses_of_atom_may_have_a_base()
    {
        var based = CleanFeeds.Atom.Replace("<feed ", "<feed xml:base=\"https://example.org/\" ")
            .Replace("<entry>", "<entry xml:base=\"posts/\">").Replace("https://example.org/a.png", "/a.png")
            .Replace("href=\"https://example.org/", "href=\"/");
        Assert.Empty(FeedCase.Check(based, out _));
        Assert.NotEmpty(FeedCase.Check(based.Replace("xml:base=\"https://example.org/\"", ""), out _));
    }

    [Fact]
    public void A_feed_that_is_too_large_is_an_error()
    {
        var large = CleanFeeds.Podcast.Replace("<language>", "<!--" + new string('x', 5_000_000) + "--><language>");
        var finding = Assert.Single(FeedCase.Check(large, out _));
        Assert.Equal(("PB0923", Severity.Error), (finding.Problem.Code, finding.Problem.Severity));
    }

    [Fact]
    public void A_blog_is_not_asked_for_what_podcasts_need()
    {
        const string blog = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Notes</title><link>https://example.org/</link>
            <description>Notes</description><atom:link rel="self" href="https://example.org/feed.xml"/>
            <item><title>1: One</title><guid>https://example.org/1</guid></item></channel></rss>
            """;
        Assert.Empty(FeedCase.Check(blog, out _));
    }

    [Fact]
    public void A_bitrate_that_varies_is_not_judged()
    {
        var varied = CleanFeeds.Podcast.Replace("\"32000000\"", "\"22000000\"").Replace("\"24000000\"", "\"20000000\"");
        Assert.Empty(FeedCase.Check(varied, out _));
    }

    private static string Show(Diagnostic problem) => $"{problem.At.Line}:{problem.At.Column} {problem.Code}";
}
