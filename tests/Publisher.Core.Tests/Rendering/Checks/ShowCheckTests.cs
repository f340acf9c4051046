using Publisher.Diagnostics;
using Publisher.Sources;

namespace Publisher.Core.Tests.Rendering.Checks;

/// <summary>The settings of podcasts and episodes, each wrong once, told where it stands.</summary>
public class ShowCheckTests
{
    [Theory]
    [InlineData("category: Technolgy", "4:11 PB0964 did you mean 'Technology'?", "Technology")]
    [InlineData("categories: [Arts, 'News > Tech Newz']", "4:20 PB0964 did you mean 'Tech News'?", "News > Tech News")]
    [InlineData("category: Tech News", "4:11 PB0964 write News > Tech News", "News > Tech News")]
    [InlineData("category: Podcasting", "4:11 PB0964 Apple has 'Technology' for it now", null)]
    [InlineData("category: Technology > Gadgets", "4:11 PB0964 it has none: leave the subcategory out", null)]
    [InlineData("explicit: clean", "4:11 PB0965 write explicit: false", "false")]
    [InlineData("explicit: 'yes'", "4:11 PB0965 write explicit: true", "true")]
    [InlineData("explicit: maybe", "4:11 PB0965 write explicit: true, or explicit: false", null)]
    [InlineData("type: serail", "4:7 PB0966 did you mean 'serial'?", "serial")]
    [InlineData("language: english", "4:11 PB0934 write en", null)]
    [InlineData("owner: { name: Ann, email: ann }", "4:28 PB0962 write it like mail@example.org", null)]
    [InlineData("id: mine", "4:5 PB0974 it is the UUIDv5 of the feed's first address, like 917393e3-1b1e-5cef-ace4-edaa54e1f810", null)]
    [InlineData("medium: podcats", "4:9 PB0980 did you mean 'podcast'?", "podcast")]
    [InlineData("license: cc-by-4", "4:10 PB0999 did you mean 'cc-by-4.0'?", null)]
    [InlineData("license: All mine", "4:10 PB0999 write it like cc-by-4.0 (see spdx.org/licenses), or give it an address: { name: …, url: https://… }", null)]
    [InlineData("locked: often", "4:9 PB0975 write locked: true, or locked: false", null)]
    [InlineData("funding: { url: 'http://pay.example' }", "4:17 PB0931 write https://pay.example, if the server has it", null)]
    [InlineData("persons: [{ name: Bob, role: hots }]", "4:30 PB0977 did you mean 'host'?", null)]
    [InlineData("persons: [{ role: host }]", "4:11 PB0977", null)]
    [InlineData("feed_size: many", "4:12 PB0102", null)]
    [InlineData("artwrok: x.png", "4:1 PB0221 did you mean 'artwork'?", null)]
    public void A_show(string line, string expected, string? fix)
    {
        var key = line[..line.IndexOf(':')];
        var rest = FeedSite.Good.Split('\n').Where(other => !other.StartsWith(key == "categories" ? "category" : key, StringComparison.Ordinal)
            && !(key == "owner" && other.StartsWith("email", StringComparison.Ordinal))
            && !(key == "artwrok" && other.StartsWith("artwork", StringComparison.Ordinal)));
        var found = FeedSite.Check(FeedSite.Show(line + "\n" + string.Join('\n', rest)))
            .Where(problem => problem.At.File.Name == "index.md" && problem.At.Line > 0).ToList();
        var problem = Assert.Single(found);
        Assert.Equal(expected, $"{problem.At.Line}:{problem.At.Column} {problem.Code} {problem.Hint}".TrimEnd());
        Assert.Equal(fix, problem.Fixes.SingleOrDefault()?.New);
    }

    [Theory]
    [InlineData("explicit: no", "6:11 PB0965 write explicit: false")]
    [InlineData("episode_type: bonsu", "6:15 PB0969 did you mean 'bonus'?")]
    [InlineData("season: 0", "6:9 PB0968 leave 'season' out")]
    [InlineData("guests: [{ name: Bob, group: casting }]", "6:30 PB0977 'cast' is the usual one")]
    [InlineData("audo: x.mp3", null)]
    [InlineData("episode_typ: full", "6:1 PB0221 did you mean 'episode_type'?")]
    [InlineData("transcirpt: x.vtt", "6:1 PB0221 did you mean 'transcript'?")]
    [InlineData("episodes: 3", null)]
    [InlineData("image: none.png", "6:8 PB0909")]
    public void An_episode(string line, string? expected) =>
        Assert.Equal(expected is null ? [] : ["2026-01-01-1-stock.md:" + expected], FeedSite.Found(FeedSite.Show(FeedSite.Good, line)).Where(told => !told.Contains("PB0985")));

    [Theory]
    [InlineData("autor: Ann", "author")]
    [InlineData("catagories: [Arts]", "categories")]
    public void A_show_with_a_misspelt_key(string line, string meant) => Assert.Contains(
        FeedSite.Check(FeedSite.Show("artwork: cover.png\nemail: ann@example.org\n" + line)),
        problem => problem.Code == "PB0221" && problem.Hint == $"did you mean '{meant}'?");

    [Fact]
    public void An_episode_with_a_misspelt_sound()
    {
        var site = FeedSite.Show(FeedSite.Good);
        site.Write("content/podcast/2025-01-03-3-soup.md", "---\ntitle: Soup\naudo: https://media.example.org/3.mp3\n---\n");
        Assert.Equal(["2025-01-03-3-soup.md PB0953 write 'audio: ADDRESS' here", "2025-01-03-3-soup.md:3:1 PB0221 did you mean 'audio'?"],
            FeedSite.Found(site));
    }

    [Fact]
    public void A_show_without_a_page_is_told_of_once_at_its_first_episode()
    {
        var site = new MemoryReader();
        site.Write("publisher.yml", "title: Kitchen\nbase_url: https://example.org/\nauthor: Ann\n");
        FeedSite.Episode(site, 1, "mp3_bytes: 16000000\nmp3_duration: 16:40");
        FeedSite.Episode(site, 2, "mp3_bytes: 16000000\nmp3_duration: 16:40");
        var problem = Assert.Single(FeedSite.Check(site), problem => problem.Code == "PB0900");
        Assert.Equal("content/podcast/2026-01-01-1-stock.md", problem.At.ToString());
        Assert.StartsWith("content/podcast/index.md is missing: it has the show's settings", problem.Message);
    }

    [Fact]
    public void Words_that_mean_the_same_are_only_warned_of()
    {
        Assert.Equal([Severity.Warning], FeedSite.Check(FeedSite.Show(FeedSite.Good + "\nexplicit: no\nlocked: yes")).Select(problem => problem.Severity));
    }

    [Fact]
    public void Artwork_is_measured()
    {
        var site = FeedSite.Show(FeedSite.Good, "image: wide.png");
        Assert.Equal([], Codes(FeedSite.Picture(3000, 3000)));
        Assert.Equal(["4:10 PB0622"], Codes(FeedSite.Picture(1400, 1399)));
        Assert.Equal(["4:10 PB0622"], Codes(FeedSite.Picture(1399, 1399)));
        Assert.Equal(["4:10 PB0622"], Codes(FeedSite.Picture(3001, 3001)));
        Assert.Equal(["4:10 PB0623"], Codes(FeedSite.Picture(1400, 1400, color: 0)));
        Assert.Equal(["4:10 PB0624"], Codes([0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 5, 120, 5, 120, 3]));
        Assert.Equal(["4:10 PB0625"], Codes(FeedSite.Picture(1400, 1400, more: 600_000)));
        Assert.Equal(["4:10 PB0621"], Codes("none"u8.ToArray()));
        site.Remove("content/podcast/cover.png");
        Assert.Contains("4:10 PB0909", Found());

        IEnumerable<string> Codes(byte[] picture)
        {
            site.Write("content/podcast/cover.png", picture);
            site.Write("content/podcast/wide.png", FeedSite.Picture(1400, 1400));
            return Found();
        }

        IEnumerable<string> Found() => FeedSite.Check(site).Where(problem => problem.At.File.Name == "index.md")
            .Select(problem => $"{problem.At.Line}:{problem.At.Column} {problem.Code}");
    }
}
