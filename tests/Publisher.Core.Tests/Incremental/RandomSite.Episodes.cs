namespace Publisher.Core.Tests.Incremental;

/// <summary>Edits of what an episode offers beside its page: files of its own, and what it says in the tags of Podcasting 2.0.</summary>
internal sealed partial class RandomSite
{
    private const string Whole = "podcast/2026-01-05-whole/";

    /// <summary>An episode with all its files in one folder, so that an edit of one of them is rarely lost.</summary>
    private void AddWholeEpisode()
    {
        Put(Whole + "index.md", new PageFile
        {
            Matter =
            {
                ["title"] = Title(), ["audio"] = "sound.mp3", ["embed_chapters"] = "true", ["season"] = "1",
                ["chapters"] = "[{ start: 0:00, title: A, image: one.png }, { start: 0:01, title: B, image: /images/two.png }]",
                ["alternates"] = "[small.mp3]",
            },
            Body = { Sentence() },
        });
        Reader.Write("content/" + Whole + "sound.mp3", Sound(100));
        Reader.Write("content/" + Whole + "small.mp3", Sound(50));
        Reader.Write("content/" + Whole + "one.png", Png(4, 3));
    }

    /// <summary>What one episode says, for apps or of its other files.</summary>
    private string Offer()
    {
        var path = AnEpisode();
        return random.Next(11) switch
        {
            0 or 1 => Set(path, "alternates", Pick(
                ["[small.mp3]", "{ file: small.mp3, title: Small, bitrate: 64000 }", "/podcast/small.mp3", "[gone.mp3, { url: 'https://media.example.org/a.opus', bytes: 1000 }]", "[{ title: None }]", null])),
            2 or 3 => Set(path, "chapters", Pick(
                ["[{ start: 0:00, title: A, image: one.png }, { start: 0:01, title: B }]", "[{ start: 0:00, title: A, image: /images/one.png }, { start: 0:02, title: C, image: two.png }]",
                    "[{ start: 0:00, title: A, image: gone.png }, { start: 0:01, title: B, image: 'https://example.org/a.png' }]", null])),
            4 => Set(path, "embed_chapters", Pick(["true", "true", "false", null])),
            5 => Set(path, "episode_type", Pick(["trailer", "bonus", "full", "trailr", null])),
            6 => Set(path, "soundbites", Pick(["[{ start: 0:01, duration: 20, title: A }]", "[{ start: 0:01, end: 0:30 }, { start: x }]", "{ start: 9:00, duration: 5 }", null])),
            7 => Set(path, "value", Pay()),
            8 => Set(path, "comments", Pick(["https://social.example/@ada/1", "[at://ada.example/1, { url: 'https://talk.example/1', protocol: activitypub, account: ada }]", "disabled", "lamp", null])),
            9 => Set(path, "chat", Room()),
            _ => Set(path, "season", Pick(["1", "2", null])),
        };
    }

    /// <summary>What a show, or another section with seasons, says for all its pages.</summary>
    private string SayOfShow()
    {
        var path = Pick(["podcast/index.md", "podcast/index.md", "weeknotes/index.md"]);
        if (!pages.ContainsKey(path)) Put(path, new PageFile { Matter = { ["title"] = Title() }, Body = { Sentence() } });
        return random.Next(4) switch
        {
            0 => Set(path, "value", Pay()),
            1 => Set(path, "chat", Room()),
            _ => Set(path, "seasons", Pick(["{ 1: Beginnings }", "{ 1: Middle, 2: End }", "{ one: Lamp }", "Lamp", null])),
        };
    }

    private string? Pay() => Pick(
        ["{ recipients: [{ address: ada@pay.example, split: 90 }] }", "{ suggested: 0.5, recipients: [{ name: Ada, address: abc, split: 1 }, { address: b }] }", "{ suggested: much }", null]);

    private string? Room() => Pick(["{ server: chat.example, protocol: irc, space: lamp }", "{ server: talk.example, protocol: xmpp }", "chat.example", null]);

    private string AnEpisode() => pages.ContainsKey(Whole + "index.md") && random.Next(2) == 0
        ? Whole + "index.md"
        : Pick(pages.Keys.Where(path => path.StartsWith("podcast/", StringComparison.Ordinal)).DefaultIfEmpty("index.md").ToArray());

    /// <summary>A sound or a picture of the whole episode comes, changes or goes.</summary>
    private string FileOfWhole()
    {
        var path = "content/" + Whole + Pick(["sound.mp3", "small.mp3", "one.png", "two.png"]);
        if (random.Next(3) == 0 && Reader.Remove(path)) return "remove " + path;
        Reader.Write(path, path.EndsWith("png", StringComparison.Ordinal) ? Png(random.Next(1, 9), random.Next(1, 9)) : Sound(random.Next(20, 200)));
        return "write " + path;
    }

    /// <summary>What is said in the whole episode, or in none, since other folders have no sound beside it.</summary>
    private string WrittenTranscript()
    {
        var path = "content/" + Pick([Whole, Whole, Whole, "podcast/", "docs/guide/"]) + "transcript.md";
        if (random.Next(3) == 0 && Reader.Remove(path)) return "remove " + path;
        Reader.Write(path, Pick(["", "---\ntitle: Said\n---\n"]) + Pick([$"0:0{random.Next(10)} **Ada:** {Sentence()}\n", $"**Grace:** {Sentence()}\n", $"# {Title()}\n\n{Sentence()}\n"]));
        return "write " + path;
    }

    /// <summary>Some frames of silence at 128 kbit/s.</summary>
    private static byte[] Sound(int frames)
    {
        var sound = new byte[frames * 417];
        for (var i = 0; i < frames; i++) new byte[] { 0xFF, 0xFB, 0x90, 0x64 }.CopyTo(sound, i * 417);
        return sound;
    }
}
