using Publisher.Core.Tests.Rendering.Checks;
using Publisher.Sources;

namespace Publisher.Core.Tests.Rendering.Podcasts;

/// <summary>A <c>transcript.md</c> beside an episode's page is what is said in it, and no page.</summary>
public class TranscriptBesideTests
{
    private const string Episode =
        "---\ntitle: Stock\naudio: https://media.example.org/1.mp3\nmp3_bytes: 16000000\nmp3_duration: 16:40\n---\nBones.\n";

    [Fact]
    public void With_times_it_is_offered_in_every_format()
    {
        var site = Site("0:10 **Ada:** Hello *you*.\n");
        Assert.Empty(FeedSite.Found(site));
        var printed = FeedSite.Outputs(site);
        Assert.Contains(printed, text => text.Contains("#t=10\">0:10</a> <cite>Ada</cite> Hello you.</p>"));
        var feed = Assert.Single(printed, text => text.Contains("<podcast:guid>"));
        Assert.Contains("transcript.vtt\" type=\"text/vtt\"", feed);
        Assert.DoesNotContain(printed, text => text.Contains("<title>Transcript"));
    }

    [Fact]
    public void Without_times_there_is_none_to_jump_to()
    {
        var printed = FeedSite.Outputs(Site("**Ada:** Hello.\n"));
        Assert.Contains(printed, text => text.Contains("<p><cite>Ada</cite> Hello.</p>"));
        var feed = Assert.Single(printed, text => text.Contains("<podcast:guid>"));
        Assert.Contains("transcript.txt\" type=\"text/plain\"", feed);
        Assert.DoesNotContain("transcript.vtt", feed);
    }

    [Fact]
    public void Beside_other_pages_or_in_another_kind_of_folder_it_is_a_page()
    {
        var site = Site("Hello.\n");
        site.Write("content/docs/call/index.md", "---\ntitle: Call\n---\n");
        site.Write("content/docs/call/transcript.md", "# Transcript of a call\n");
        Assert.Contains(FeedSite.Outputs(site), text => text.Contains("<title>Transcript of a call"));
    }

    [Fact]
    public void Where_only_front_matter_says_what_is_an_episode_it_is_told()
    {
        var site = FeedSite.Show(FeedSite.Good);
        site.Write("content/talk/index.md", "---\ntitle: Talk\nkind: episode\ncascade: { kind: episode }\n---\n");
        site.Write("content/talk/one/index.md", Episode.Replace("\n---\nB", "\ndate: 2026-01-02\n---\nB"));
        site.Write("content/talk/one/transcript.md", "Hello.\n");
        Assert.Contains("content/talk/one/transcript.md PB0635", FeedSite.Check(site).Select(problem => $"{problem.At} {problem.Code}"));
    }

    private static MemoryReader Site(string transcript)
    {
        var site = FeedSite.Show(FeedSite.Good);
        site.Remove("content/podcast/2026-01-01-1-stock.md");
        site.Write("content/podcast/2026-01-01-1-stock/index.md", Episode);
        site.Write("content/podcast/2026-01-01-1-stock/transcript.md", transcript);
        return site;
    }
}
