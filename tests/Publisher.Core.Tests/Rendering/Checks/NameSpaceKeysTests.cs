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
    [InlineData("soundbites: [{ start: 16:00, end: 17:00 }]", "6:13 PB0982 this soundbite ends at 1020 seconds, and the episode at 1000")]
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
    [InlineData("value: { recipients: [{ address: ab, split: 1 }] }", null)]
    [InlineData("value: 5", "6:8 PB0641 nobody can be paid so: it has no 'recipients'")]
    [InlineData("value: { recipients: [{ split: 1 }] }", "6:23 PB0641 nobody can be paid so: this recipient has no 'address'")]
    [InlineData("value: { recipients: [{ address: ab }] }", "6:23 PB0641 nobody can be paid so: this recipient has no 'split': how many shares are theirs")]
    [InlineData("value: { recipients: [{ address: ab, split: half }] }", "6:45 PB0102 'split' must be a whole number from 1")]
    [InlineData("value: { suggested: much, recipients: [{ address: ab, split: 1 }] }", "6:21 PB0641 nobody can be paid so: 'much' is no amount")]
    [InlineData("alternates: [{ title: Small }]", "6:14 PB0644 apps cannot play this: it has neither 'file' nor 'url'")]
    [InlineData("alternates: small.mp3", "6:13 PB0909 the sound file 'small.mp3' is not there")]
    [InlineData("alternates: { url: 'https://a.example/1.mp3', bytes: many }", "6:54 PB0102 'bytes' must be a whole number")]
    [InlineData("episode_display: A very long way to say that it is the first", "6:18 PB0976 this episode_display has 43 letters; what goes beyond 32 may be cut")]
    public void An_episode(string line, string? expected) =>
        Assert.Equal(expected is null ? [] : ["2026-01-01-1-stock.md:" + expected], Found(FeedSite.Show(FeedSite.Good, line)));

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
