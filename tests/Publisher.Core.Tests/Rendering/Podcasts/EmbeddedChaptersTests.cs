using System.Text;
using Publisher.Configuration;
using Publisher.Core.Tests.Rendering.Checks;
using Publisher.Core.Tests.Tidy;
using Publisher.Diagnostics;
using Publisher.Engine;
using Publisher.Media;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Core.Tests.Rendering.Podcasts;

/// <summary>An episode whose published sound file carries the episode's chapters.</summary>
public class EmbeddedChaptersTests
{
    private static readonly byte[] Recording =
        File.ReadAllBytes(Path.Combine(Repository.Root, "content/podcast/001-hello-listener/hello-listener.mp3"));

    private static readonly SitePath Copy = new("podcast/one/one.mp3");

    [Fact]
    public void The_copy_has_the_chapters_and_its_length_is_told()
    {
        var build = Build("embed_chapters: true", Recording);
        var output = build.Want(Copy);
        var copy = ReadAll(output);
        Assert.Equal(copy.Length, output.Length);
        Assert.True(copy.Length > Recording.Length);
        Assert.Equal(Recording[^200_000..], copy[^200_000..]);
        var (before, after) = (Measure(Recording), Measure(copy));
        Assert.Equal(before.Duration, after.Duration);
        Assert.Equal(["0 Intro", "14 What it is", "32 What is different"], after.Chapters.Select(chapter => $"{chapter.Start} {chapter.Title}"));
        Assert.Equal($"{copy.Length} {(int)Math.Round(before.Duration)}", Page(build));
    }

    [Fact]
    public void Without_being_asked_it_is_copied_as_it_is()
    {
        var build = Build("tags: []", Recording);
        Assert.Equal(Recording, ReadAll(build.Want(Copy)));
        Assert.StartsWith($"{Recording.Length} ", Page(build));
    }

    [Fact]
    public void Pictures_of_chapters_are_written_too_and_tell_their_type()
    {
        const string Chapters = "embed_chapters: true\nchapters:\n  - { start: 0, title: A, image: a.png }\n  - { start: 10, title: B, image: b.jpg }\n"
            + "  - { start: 20, title: C, image: c.gif }\n  - { start: 30, title: D, image: 'https://e.example/d.png' }\n  - { start: 40, title: E, image: none.png }";
        byte[] png = FeedSite.Picture(600, 600), jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];
        var build = Build(Chapters, Recording, ("a.png", png), ("b.jpg", jpeg), ("c.gif", [.. "GIF89a"u8]));
        var copy = ReadAll(build.Want(Copy));

        Assert.Equal([.. "APIC"u8, 0, 0, 0, (byte)(13 + png.Length), 0, 0, 0, .. "image/png"u8, 0, 0, 0, .. png], After(copy, "APIC", 23 + png.Length));
        Assert.Equal([.. "APIC"u8, 0, 0, 0, (byte)(14 + jpeg.Length), 0, 0, 0, .. "image/jpeg"u8, 0, 0, 0, .. jpeg],
            After(copy[(copy.AsSpan().IndexOf("APIC"u8) + 1)..], "APIC", 24 + jpeg.Length));
        Assert.Equal(2, copy.AsSpan().Count("APIC"u8));
        Assert.Equal(["A", "B", "C", "D", "E"], Measure(copy).Chapters.Select(chapter => chapter.Title));
        Assert.Equal(Measure(Recording).Duration, Measure(copy).Duration);
        Assert.StartsWith($"{copy.Length} ", Page(build));
    }

    [Fact]
    public void Chapters_that_are_in_the_sound_already_stay_as_they_are()
    {
        var copy = ReadAll(Build("embed_chapters: true\nchapters: [{ start: 5, title: A, image: a.png }, { start: 9, title: B }]", Recording,
            ("a.png", FeedSite.Picture(600, 600))).Want(Copy));
        Assert.Equal(copy, ReadAll(Build("embed_chapters: true", copy, "No topics.").Want(Copy)));
    }

    private static byte[] After(byte[] bytes, string name, int count) =>
        bytes[bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(name))..][..count];

    [Fact]
    public void A_file_that_can_have_none_is_copied_and_told_of()
    {
        byte[] old = [.. "ID3"u8, 2, 0, 0, 0, 0, 0, 0, .. Recording];
        var build = Build("embed_chapters: true", old);
        var rendered = build.Render(Copy)!;
        Assert.Equal(old, ReadAll(rendered.Output));
        Assert.False(rendered.Broken);
        Assert.Equal(["PB0603"], rendered.Diagnostics.Select(problem => problem.Code));
        Assert.StartsWith($"{old.Length} ", Page(build));
    }

    [Fact]
    public void A_stream_of_it_can_seek()
    {
        var build = Build("embed_chapters: true", Recording);
        var copy = ReadAll(build.Want(Copy));
        using var stream = build.Want(Copy).Open();
        var bytes = new byte[1000];
        foreach (var at in new[] { copy.Length - 1000, 0, 150, copy.Length / 2 })
        {
            stream.Position = at;
            stream.ReadExactly(bytes);
            Assert.Equal(copy[at..(at + 1000)], bytes);
        }
    }

    private static Build Build(string matter, byte[] sound, params (string Name, byte[] Bytes)[] files) =>
        Build(matter, sound, "- 0:14 -- What it is\n- 0:32 -- What is different\n", files);

    private static Build Build(string matter, byte[] sound, string text, params (string Name, byte[] Bytes)[] files)
    {
        var source = new MemoryReader();
        source.Write("publisher.yml", "theme: none\nfeeds: false\n");
        source.Write("templates/page.sbn-html", "{{ page.audio.bytes }} {{ page.audio.duration_seconds }}");
        source.Write("content/podcast/one/index.md", $"---\naudio: one.mp3\n{matter}\n---\n{text}");
        foreach (var (name, bytes) in files) source.Write("content/podcast/one/" + name, bytes);
        source.Write("content/podcast/one/one.mp3", sound);
        return new Builder(new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read(), new BuildOptions(), new FixedClock(), remembers: true)
            .Advance(source.Read(), default);
    }

    private static string Page(Build build) => Encoding.UTF8.GetString(build.Want(new SitePath("podcast/one/index.html")).Bytes.Span).Trim();

    private static Sound Measure(byte[] bytes) => Sound.Read(Copy, new MemoryStream(bytes), new List<Diagnostic>())!;

    private static byte[] ReadAll(Publisher.Stores.Output output)
    {
        using var stream = output.Open();
        var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }
}
