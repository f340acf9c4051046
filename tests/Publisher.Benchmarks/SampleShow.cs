using System.Text;
using Publisher.Sources;

namespace Publisher.Benchmarks;

/// <summary>
/// A podcast of N episodes with 25 topics and a page of notes each, with the default theme; or with a file of chapters and a
/// transcript of an hour each instead of the topics.
/// </summary>
internal sealed class SampleShow
{
    private readonly SampleSite texts = new(0);

    public SampleShow(int episodes, bool isSpoken = false)
    {
        Reader.Write("publisher.yml", "title: Sample\nbase_url: https://sample.example/\n");
        Reader.Write("content/podcast/index.md", """
            ---
            title: Sample show
            description: All that is said.
            owner: { name: Ada, email: ada@sample.example }
            categories: [Technology]
            hosts: [{ name: Ada, url: "https://ada.example/" }]
            cascade: { audio_url: 'https://media.sample.example/:number.mp3' }
            ---
            """);
        for (var i = 1; i <= episodes; i++)
        {
            Reader.Write(PathOf(i), Episode(i, isSpoken));
            if (!isSpoken) continue;
            Reader.Write(PathOf(i)[..^3] + ".vtt", Transcript());
            Reader.Write($"content/podcast/{i}.json", Chapters());
        }
    }

    public MemoryReader Reader { get; } = new();

    public static string PathOf(int i) => $"content/podcast/{new DateTime(2010, 1, 1).AddDays(i * 5):yyyy-MM-dd}-{i}-episode.md";

    private string Episode(int i, bool isSpoken)
    {
        var (matter, notes) = Split(texts.Post(i));
        var text = new StringBuilder(matter);
        text.Append($"mp3_bytes: {40_000_000 + i}\nmp3_duration: 41:40\nguest: Guest {i % 200}\nguest_website: https://guest.example/{i % 200}\n");
        if (isSpoken) text.Append($"chapters: {i}.json\n");
        text.Append("---\n\n").Append(notes);
        if (isSpoken) return text.ToString();
        text.Append("\n## Topics\n\n");
        for (var topic = 0; topic < 25; topic++) text.Append($"- {topic}:{7 + i % 50:00} -- {texts.Sentence()}\n");
        return text.ToString();
    }

    private string Transcript()
    {
        var text = new StringBuilder("WEBVTT\n");
        for (var second = 0; second < 3600; second += 4)
            text.Append($"\n{second / 3600:00}:{second / 60 % 60:00}:{second % 60:00}.000 --> {second / 3600:00}:{second / 60 % 60:00}:{second % 60 + 3:00}.900\n")
                .Append($"<v Speaker {second / 40 % 2}>{texts.Sentence()}\n");
        return text.ToString();
    }

    private string Chapters() => "{ \"version\": \"1.2.0\", \"chapters\": ["
        + string.Join(", ", Enumerable.Range(0, 25).Select(i => $$"""{ "startTime": {{i * 100}}, "title": "{{texts.Sentence().Replace('"', ' ')}}" }""")) + "] }";

    private static (string Matter, string Text) Split(string post)
    {
        var end = post.IndexOf("---\n", 4, StringComparison.Ordinal);
        return (post[..end], post[(end + 4)..]);
    }
}
