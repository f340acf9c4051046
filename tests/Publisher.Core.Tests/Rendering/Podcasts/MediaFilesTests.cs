using System.Runtime.CompilerServices;
using Publisher.Rendering.Podcasts;
using Publisher.Rendering;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Core.Tests.Rendering.Podcasts;

/// <summary>Files of chapters and transcripts are read once for each state of them, and no words are held that nobody writes.</summary>
public class MediaFilesTests
{
    private static readonly SitePath Marks = new("content/podcast/marks.json"), Words = new("content/podcast/words.vtt");
    private readonly MemoryReader source = new();
    private readonly MediaFiles media = new();

    [Fact]
    public void Chapters_are_read_again_when_the_file_changed()
    {
        source.Write(Marks.Value, """[{ "start": 0, "title": "A" }, { "start": "x", "title": "B" }]""");
        var first = media.Chapters(File(Marks));
        Assert.Equal("A", Assert.Single(first.Chapters).Chapter.Title);
        Assert.Equal(Marks, Assert.Single(first.Problems).At.File);
        source.Write("content/other.md", "Other.\n");
        Assert.Same(first, media.Chapters(File(Marks)));
        source.Write(Marks.Value, """[{ "start": 0, "title": "C" }]""");
        Assert.Equal("C", Assert.Single(media.Chapters(File(Marks)).Chapters).Chapter.Title);
    }

    [Fact]
    public void A_transcripts_words_are_let_go_and_read_again()
    {
        source.Write(Words.Value, "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nHello.\n\n00:00:0x --> 00:00:09.000\nLost.\n");
        var words = ReadOnce();
        for (var i = 0; i < 3 && words.IsAlive; i++) GC.Collect();
        Assert.False(words.IsAlive);
        var transcript = media.Transcript(File(Words));
        Assert.False(transcript.IsSilent);
        Assert.Single(transcript.Problems);
        Assert.Equal("Hello.", Assert.Single(transcript.Words.Cues).Text);
    }

    [Fact]
    public void A_transcript_of_nothing_is_silent()
    {
        source.Write(Words.Value, "WEBVTT\n");
        Assert.True(media.Transcript(File(Words)).IsSilent);
    }

    // In a method of its own, whose variables are gone when it is over.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference ReadOnce() => new(media.Transcript(File(Words)).Words);

    private SourceFile File(SitePath path) => source.Read().Find(path)!;
}
