namespace Publisher.Core.Tests.Rendering.Checks;

/// <summary>What shows and episodes say for Podcasting 2.0 alone, each wrong once, told where it stands.</summary>
public class NameSpaceKeysTests
{
    [Theory]
    [InlineData("soundbites: [{ start: '12:30', duration: 45 }]", null)]
    [InlineData("soundbites: { start: 1:00, end: 1:30, title: Salt }", null)]
    [InlineData("soundbites: [{ duration: 45 }]", "6:14 PB0640 this soundbite has no 'start', so it is left out")]
    [InlineData("soundbites: [{ start: later, duration: 45 }]", "6:23 PB0640 this soundbite has a 'start' that is no time, so it is left out")]
    [InlineData("soundbites: [{ start: 1 }]", "6:14 PB0640 this soundbite has neither 'duration' nor 'end', so it is left out")]
    [InlineData("soundbites: [{ start: 30, end: 10 }]", "6:32 PB0640 this soundbite does not end after its start, so it is left out")]
    [InlineData("soundbites: [{ start: 10, duration: 30, end: 60 }]",
        "6:46 PB0640 this soundbite has both an end and a duration, so it is left out")]
    [InlineData("soundbites: 12:30", "6:13 PB0640 this soundbite is no mapping, so it is left out")]
    [InlineData("soundbites: [{ start: 1, duration: 5 }]", "6:36 PB0982 a soundbite of 5 seconds is too short or too long")]
    [InlineData("soundbites: [{ start: 16:00, end: 17:00 }]", "6:14 PB0982 this soundbite ends at 1020 seconds, and the episode at 1000")]
    [InlineData("comments: true", null)]
    [InlineData("comments: disabled", null)]
    [InlineData("comments: https://social.example/@ann/113", null)]
    [InlineData("comments: https://social.example/users/ann/statuses/113", null)]
    [InlineData("comments: https://bsky.app/profile/ann/post/1", null)]
    [InlineData("comments: [{ url: 'https://a.example/1', protocol: hive }]", null)]
    [InlineData("comments: https://a.example/1", "6:11 PB0642 'https://a.example/1' does not tell by which protocol it is read")]
    [InlineData("comments: here", "6:11 PB0642 nobody finds these comments: 'here' is no address")]
    [InlineData("comments: { url: 'https://a.example/1', protocol: hives }", "6:51 PB0642 the Podcast Index knows no protocol 'hives'")]
    [InlineData("chat: { server: irc.example.org }", "6:7 PB0643 a chat has a 'server' and a 'protocol'")]
    [InlineData("value: { recipients: [{ address: a@b.io, split: 1 }] }", null)]
    [InlineData("value: 5", "6:8 PB0641 nobody can be paid so: it has no 'recipients'")]
    [InlineData("value: { recipients: [{ split: 1 }] }", "6:23 PB0641 nobody can be paid so: this recipient has no 'address'")]
    [InlineData("value: { recipients: [{ address: a@b.io }] }", "6:23 PB0641 nobody can be paid so: this recipient has no 'split': how many shares are theirs")]
    [InlineData("value: { recipients: [{ address: a@b.io, split: half }] }", "6:49 PB0102 'split' must be a whole number from 1")]
    [InlineData("value: { suggested: much, recipients: [{ address: a@b.io, split: 1 }] }", "6:21 PB0641 nobody can be paid so: 'much' is no amount")]
    [InlineData("value: { recipients: [{ address: no address, split: 1 }] }", "6:34 PB0641 nobody can be paid so: 'no address' is neither a node's key of 66 digits nor name@host")]
    [InlineData("alternates: { url: 'https://a.example/1.mp3', type: film }", "6:53 PB0644 apps cannot play this: 'film' is no media type such as audio/mpeg")]
    [InlineData("alternates: [{ title: Small }]", "6:14 PB0644 apps cannot play this: it has neither 'file' nor 'url'")]
    [InlineData("alternates: small.mp3", "6:13 PB0909 the sound file 'small.mp3' is not there")]
    [InlineData("alternates: { url: 'https://a.example/1.mp3', bytes: many }", "6:54 PB0102 'bytes' must be a whole number")]
    [InlineData("episode_display: A very long way to say that it is the first", "6:18 PB0976 this episode_display has 43 letters; what goes beyond 32 may be cut")]
    public void An_episode(string line, string? expected) =>
        Assert.Equal(expected is null ? [] : ["2026-01-01-1-stock.md:" + expected], Found(FeedSite.Show(FeedSite.Good, line)));

    [Fact]
    public void Each_of_several_soundbites_is_told_of_where_it_stands()
    {
        var bites = "soundbites: [{ start: 16:00, end: 17:00 }, { start: 16:10, end: 17:00 }, { start: 1:00, end: 1:30, title: "
            + new string('a', 129) + " }]";
        Assert.Equal(
            ["6:14 PB0982 this soundbite ends at 1020", "6:44 PB0982 this soundbite ends at 1020", "6:74 PB0976 this title of a soundbite has"],
            Found(FeedSite.Show(FeedSite.Good, bites)).Select(told => told["2026-01-01-1-stock.md:".Length..]
                .Split(" seconds")[0].Split(" 129")[0]));
        Assert.Equal(["index.md:7", "index.md:7", "index.md:7"],
            Found(FeedSite.Show(FeedSite.Good + "\ncascade: { " + bites + " }")).Select(told => told[..10]));
    }

    [Fact]
    public void The_long_name_of_a_season_is_told_of_where_it_stands()
    {
        var show = $"seasons: {{ 1: {new string('a', 129)} }}\n" + FeedSite.Good;
        Assert.StartsWith("index.md:4:15 PB0976", Assert.Single(Found(FeedSite.Show(show, "season: 1"))));
    }

    [Theory]
    [InlineData("smal.mp3", "did you mean 'small.mp3'?")]
    [InlineData("my%20files/smal.mp3", "did you mean 'my%20files/small.mp3'?")]
    [InlineData("/podcast/my%20files/smal.mp3", "did you mean '/podcast/my%20files/small.mp3'?")]
    [InlineData("my%20files/small.mp3", null)]
    public void The_file_that_was_meant_is_named(string path, string? hint)
    {
        var site = FeedSite.Show(FeedSite.Good, $"alternates: {path}");
        var sound = File.ReadAllBytes(Path.Combine(Tidy.Repository.Root, "content/podcast/001-hello-listener/hello-listener.mp3"));
        foreach (var folder in new[] { "", "my/", "my files/", "my files/deep/", "my files2/" })
            site.Write($"content/podcast/{folder}{(folder is "" or "my files/" ? "small" : "smal")}.mp3", sound);
        Assert.Equal(hint is null ? [] : [hint], FeedSite.Check(site).Select(problem => problem.Hint));
    }

    [Theory]
    [InlineData("seasons: { 1: Beginnings }", null)]
    [InlineData("seasons: { one: Beginnings }", "4:12 PB0645 'one' is no season: they are numbered from 1")]
    [InlineData("seasons: Beginnings", "4:10 PB0102 'seasons' must be a mapping: { 1: Beginnings }")]
    [InlineData("block: [google, spotify]", null)]
    [InlineData("block: { all: true, apple: false }", null)]
    [InlineData("block: [spotfy]", "4:9 PB0646 the Podcast Index knows no service 'spotfy'")]
    [InlineData("block: { apple: perhaps }", "4:17 PB0102 'apple' must be true or false")]
    [InlineData("publisher: 003af0a0-6a45-55cf-b765-68e3d349551a", null)]
    [InlineData("publisher: Stone & Co", "4:12 PB0647 'Stone & Co' is no guid of a feed")]
    [InlineData("publisher: { url: 'https://a.example/' }", "4:12 PB0647 this feed has no 'guid'")]
    [InlineData("podping: often", "4:10 PB0102 'podping' must be true or false")]
    [InlineData("value: { recipients: [] }", "4:8 PB0641 nobody can be paid so: it has no 'recipients'")]
    [InlineData("chat: irc", "4:7 PB0643 a chat has a 'server' and a 'protocol'")]
    public void A_show(string line, string? expected) =>
        Assert.Equal(expected is null ? [] : ["index.md:" + expected], Found(FeedSite.Show(line + "\n" + FeedSite.Good)));

    private static IEnumerable<string> Found(Publisher.Sources.MemoryReader site) =>
        FeedSite.Check(site).Select(problem => $"{problem.At} {problem.Code} {problem.Message}".Replace("content/podcast/", ""));
}
