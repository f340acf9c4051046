using System.Text;
using Publisher.Configuration;
using Publisher.Content.Podcasts;
using Publisher.Content;
using Publisher.Engine;
using Publisher.Model;
using Publisher.Sources;

namespace Publisher.Core.Tests.Sites;

/// <summary>
/// A real Jekyll podcast's posts, dropped into a site as they are (when the folder PUBLISHER_SHARED names is there).
/// </summary>
public partial class CorpusTests
{
    private static readonly string Corpus = Path.Combine(Environment.GetEnvironmentVariable("PUBLISHER_SHARED") ?? "", "corpora/running-in-production");

    [Theory]
    [InlineData("none")]
    [InlineData("liquid")]
    public void Every_topic_becomes_a_chapter_at_its_second(string templating)
    {
        if (!Directory.Exists(Corpus)) return;
        var source = new MemoryReader();
        source.Write("publisher.yml", "title: Running\nbase_url: https://example.org/\n");
        source.Write("content/podcast/index.md", $"---\ntitle: Podcast\ncascade: {{ audio_url: 'https://media.example.org/:number.mp3', templating: {templating} }}\n---\n");
        foreach (var name in new[] { "services-used", "tags/image", "tags/asset_path" }) source.Write($"templates/includes/{name}.html", "");
        Add(source, "podcast");
        var build = new Builder(new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read(), new BuildOptions(), new FixedClock(), remembers: false).Advance(source.Read(), default);

        var (topics, intros) = (0, 0);
        foreach (var entry in build.Site.Entries.Where(entry => entry is { Kind: Kind.Episode, IsSectionIndex: false }))
        {
            var expected = WrittenTopic().Matches(source.Text(entry.Path.Value)).Select(line => Seconds(line.Groups[1].Value)).ToList();
            topics += expected.Count;
            if (expected.Count == 0)
            {
                Assert.Null(build.Render(entry.Output.Parent.Combine("chapters.json")));
                continue;
            }
            intros++;
            Assert.NotEqual(0, expected[0]);
            using var json = System.Text.Json.JsonDocument.Parse(build.Render(entry.Output.Parent.Combine("chapters.json"))!.Output.Bytes);
            var chapters = json.RootElement.GetProperty("chapters").EnumerateArray().ToList();
            Assert.Equal([0, .. expected], chapters.Select(chapter => chapter.GetProperty("startTime").GetInt32()));
            Assert.All(chapters, chapter => Assert.NotEmpty(chapter.GetProperty("title").GetString()!));
            var page = build.Render(entry.Output)!;
            Assert.Equal(expected.Count, Encoding.UTF8.GetString(page.Output.Bytes.Span).Split("<a class=\"moment\"").Length - 1);
            // One episode has two topics at the same second.
            Assert.DoesNotContain(page.Diagnostics, problem => problem.Code is "PB0904" or "PB0905" or "PB0906" or "PB0908");
        }
        Assert.Equal((3061, 107), (topics, intros));
    }

    private static int Seconds(string time) => time.Split(':').Aggregate(0, (seconds, part) => seconds * 60 + int.Parse(part));

    [System.Text.RegularExpressions.GeneratedRegex(@"^- (\d+(?::\d\d){1,2}) ", System.Text.RegularExpressions.RegexOptions.Multiline)]
    private static partial System.Text.RegularExpressions.Regex WrittenTopic();

    [Fact]
    public void Every_episode_has_its_page_its_tags_and_its_audio_facts()
    {
        if (!Directory.Exists(Corpus)) return;
        var source = new MemoryReader();
        source.Write("publisher.yml", "title: Running\nbase_url: https://example.org/\n");
        source.Write("content/podcast/index.md", "---\ntitle: Podcast\ncascade: { audio_url: 'https://media.example.org/:number.mp3' }\n---\n");
        var episodes = Add(source, "podcast");
        var interviews = Add(source, "interviews");
        var build = new Builder(new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read(), new BuildOptions(), new FixedClock(), remembers: false).Advance(source.Read(), default);

        Assert.Equal(108, episodes);
        Assert.Equal(9, interviews);
        var entries = build.Site.Entries.Where(entry => entry is { Kind: Kind.Episode, IsSectionIndex: false }).ToList();
        Assert.Equal(108, entries.Count);
        Assert.All(entries, entry =>
        {
            Assert.Equal(Status.Published, entry.Status);
            var audio = Episode.AudioOf(entry.Matter, pattern => EntryResolver.Fill(pattern, entry));
            Assert.NotNull(audio);
            // The show's bitrate: 128 kbit/s within the few tags that a file carries.
            Assert.InRange(audio.Bytes * 8.0 / audio.Seconds / 1000, 127, 130);
            Assert.Equal($"https://media.example.org/{Episode.NumberOf(entry.Matter, entry.Card.FileSlug)}.mp3", audio.Url);
            var page = build.Render(entry.Output)!;
            Assert.False(page.Broken, entry.Path + ": " + string.Join("; ", page.Diagnostics.Select(problem => problem.Message)));
            var html = Encoding.UTF8.GetString(page.Output.Bytes.Span);
            Assert.Contains(audio.Url, html);
            foreach (var tag in entry.Tags) Assert.NotNull(build.Site.Index.Tags.Find(Publisher.Text.Slug.Of(tag)));
        });
        // What cannot be resolved is told of, and still there to read.
        var withLiquid = entries.Where(entry => source.Text(entry.Path.Value).Contains("{% include")).ToList();
        Assert.NotEmpty(withLiquid);
        Assert.All(withLiquid, entry => Assert.Contains(build.Diagnostics, problem => problem.Code == "PB0309" && problem.At.File == entry.Path));
        Assert.All(withLiquid, entry => Assert.Contains("{% include", Encoding.UTF8.GetString(build.Pages[build.Site.Index.Find(entry.Path)].Body.Html.Span)));
    }

    private static int Add(MemoryReader source, string folder)
    {
        var files = Directory.GetFiles(Path.Combine(Corpus, "_posts", folder), "*.md");
        foreach (var file in files) source.Write($"content/{folder}/{Path.GetFileName(file)}", File.ReadAllBytes(file));
        return files.Length;
    }
}
