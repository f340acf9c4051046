using Publisher.Diagnostics;
using Publisher.Media;
using Publisher.Text;

namespace Publisher.Core.Tests.Media;

public class TranscriptTests
{
    private const string Vtt = """
        WEBVTT - The show

        STYLE
        ::cue { color: red }

        NOTE Made by hand
        over two lines

        intro
        00:00.500 --> 00:03.000 align:start position:10%
        <v.loud Ann Lee>Hello, <i>all</i> &amp; <00:01.000>welcome</v>

        00:00:03.000 --> 00:00:05.000
        <v Ann Lee>Ready?
        <v Bo>Yes.
        Go on.

        01:00:00.000 --> 01:00:01.000
        (music)
        """;

    private static readonly Cue[] Talk =
    [
        new(0.5, 3, "Ann Lee", "Hello, all & welcome"), new(3, 5, "Ann Lee", "Ready?"), new(3, 5, "Bo", "Yes.\nGo on."), new(3600, 3601, "", "(music)"),
    ];

    [Fact]
    public void Voices_of_webvtt_are_speakers() => Assert.Equal(Talk, Cues("a.vtt", Vtt));

    [Fact]
    public void Lines_may_end_as_they_like_and_a_mark_may_stand_first() =>
        Assert.Equal(Talk, Cues("a.vtt", "\uFEFF" + Vtt.Replace("\n", "\r\n")));

    [Fact]
    public void Subrip_names_speakers_if_it_names_the_first()
    {
        Assert.Equal((Cue[])[new(1, 2, "Ann Lee", "Hello <3"), new(2, 3.5, "Speaker 2", "Note: all\nof it")],
            Cues("a.srt", "1\n00:00:01,000 --> 00:00:02,000\n<b>Ann Lee:</b> Hello <3\n\n2\n00:00:02,000 --> 00:00:03,500\nSpeaker 2: Note: all\nof it\n"));
        Assert.Equal((Cue[])[new(1, 2, "", "hello"), new(2, 3, "", "Note: all")],
            Cues("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nhello\n\n2\n00:00:02,000 --> 00:00:03,000\nNote: all\n"));
    }

    [Fact]
    public void Json_has_segments() => Assert.Equal((Cue[])[new(0.5, 3, "Ann", "Hello"), new(3, 3, "", "you")],
        Cues("a.json", """{"version": "1.0.0", "x": [1, {}], "segments": [{"speaker": "Ann", "startTime": 0.5, "endTime": 3, "body": "Hello"}, {"startTime": "0:03", "body": "you"},]}"""));

    [Fact]
    public void Html_has_names_times_and_paragraphs() => Assert.Equal(
        (Cue[])[new(0, 57, "Ann Lee", "Hello & all\nof you\nStill me"), new(57, 3600, "Bo", "Yes"), new(3600, 3601, "Bo", "No")],
        Cues("a.html", "<html><head><title>x</title></head><body><cite>Ann Lee:</cite> <time>0:00</time>\n<p>Hello &amp;\n  <b>all</b><br/>of you</p><p>Still me</p><CITE>Bo</CITE><time>0:57<p>Yes<time>1:00:00</time><p>No"));

    [Fact]
    public void Html_with_names_and_times_in_its_paragraphs_keeps_every_word() => Assert.Equal(
        (Cue[])[new(5, 9, "Ada", "Hello world\nBye"), new(9, 10.6, "Bo", "So 1 < 2")],
        Cues("a.html", "<p><cite>Ada:</cite> <time>0:05</time> Hello <b>world</b></p><p>Bye</p><script>alert(1)</script>"
            + "<p><cite>Bo</cite><!-- x --> <time>0:09</time> So 1 &lt; 2</p>"));

    [Theory]
    [InlineData("a.vtt", "00:01.000 --> 00:02.000\nx", "1:1 PB0612")]
    [InlineData("a.vtt", "WEBVTT\n\nname\n00:01.000 -> 00:02.000\nx", "4:1 PB0613")]
    [InlineData("a.vtt", "WEBVTT\n\n  0.1.000 --> 00:02.000\nx", "3:3 PB0613")]
    [InlineData("a.vtt", "WEBVTT\n\n00:03.000 --> 00:02.000\nx", "3:1 PB0614")]
    [InlineData("a.vtt", "WEBVTT\n", "0:0 PB0611")]
    [InlineData("a.srt", "1\n00:00:01,000 --> 00:00:0x,000\nx", "2:1 PB0613")]
    [InlineData("a.html", "<p>\n<time>soon</time> x</p>", "2:7 PB0613")]
    [InlineData("a.json", "{\"segments\": [{\"startTime\": 1, \"body\": \"é\"}, {\"body\": \"x\"}, 5]}", "1:46 PB0615, 1:61 PB0615")]
    [InlineData("a.json", "{\"segments\": [\n{\"startTime\": 1, \"body\": \"x\"},\n{]", "3:2 PB0615")]
    [InlineData("a.json", "[]", "1:1 PB0615")]
    [InlineData("a.json", "", "1:1 PB0615")]
    [InlineData("a.txt", "Hello", "0:0 PB0610")]
    public void What_cannot_be_read_has_its_place(string file, string text, string expected)
    {
        var problems = new List<Diagnostic>();
        Transcript.Read(new SitePath(file), text, problems);
        Assert.Equal(expected, string.Join(", ", problems.Select(problem => $"{problem.At.Line}:{problem.At.Column} {problem.Code}")));
    }

    [Fact]
    public void What_can_be_read_stays_when_the_rest_cannot()
    {
        var problems = new List<Diagnostic>();
        var cues = Transcript.Read(new SitePath("a.vtt"), "WEBVTT\n\nnothing\n\n00:05.000 --> 00:06.000\nb\n\n00:01.000 --> 00:02.000\na", problems).Cues;
        Assert.Equal(["a", "b"], cues.Select(cue => cue.Text));
        Assert.Single(problems);
    }

    [Fact]
    public void Each_format_is_written()
    {
        var talk = new Transcript([.. Talk]);
        Assert.Equal("WEBVTT\n\n00:00:00.500 --> 00:00:03.000\n<v Ann Lee>Hello, all &amp; welcome\n\n00:00:03.000 --> 00:00:05.000\n<v Ann Lee>Ready?\n\n00:00:03.000 --> 00:00:05.000\n<v Bo>Yes.\nGo on.\n\n01:00:00.000 --> 01:00:01.000\n(music)\n", talk.ToVtt());
        Assert.StartsWith("1\n00:00:00,500 --> 00:00:03,000\nAnn Lee: Hello, all & welcome\n\n2\n", talk.ToSrt());
        Assert.StartsWith("""{"version":"1.0.0","segments":[{"speaker":"Ann Lee","startTime":0.5,"endTime":3,"body":"Hello, all & welcome"},""", talk.ToJson());
        Assert.Equal("<cite>Ann Lee:</cite>\n<time>0:00</time>\n<p>Hello, all &amp; welcome</p>\n<time>0:03</time>\n<p>Ready?</p>\n<cite>Bo:</cite>\n<time>0:03</time>\n<p>Yes.<br>\nGo on.</p>\n<cite></cite>\n<time>1:00:00</time>\n<p>(music)</p>\n", talk.ToHtml());
        Assert.Equal("Ann Lee: Hello, all & welcome Ready?\n\nBo: Yes. Go on.\n\n(music)\n", talk.ToText());
        Assert.Equal("", Transcript.Empty.ToText());
    }

    [Fact]
    public void What_is_written_is_read()
    {
        var random = new Random(2024);
        for (var i = 0; i < 500; i++)
        {
            var cues = Anything(random);
            Assert.Equal(cues, Cues("a.vtt", new Transcript([.. cues]).ToVtt()));
            Assert.Equal(cues, Cues("a.json", new Transcript([.. cues]).ToJson()));
            // HTML tells whole seconds and no ends.
            Assert.Equal(cues.Select(cue => (Math.Floor(cue.Start), cue.Speaker, cue.Text)),
                Cues("a.html", new Transcript([.. cues]).ToHtml()).Select(cue => (cue.Start, cue.Speaker, cue.Text)));
            // SubRip cannot write a tag that is none.
            Cue[] named = [.. cues.Select(cue => cue with { Speaker = cue.Speaker.Length > 0 ? "Ann Lee" : "Speaker 1", Text = cue.Text.Replace('<', '(') })];
            Assert.Equal(named, Cues("a.srt", new Transcript([.. named]).ToSrt()));
        }
    }

    [Theory]
    [InlineData("a.vtt")]
    [InlineData("a.srt")]
    [InlineData("a.json")]
    [InlineData("a.html")]
    public void Whatever_the_text_it_is_read(string file)
    {
        var talk = new Transcript([.. Talk]);
        Fuzz.Run([Vtt, talk.ToVtt(), talk.ToSrt(), talk.ToJson(), talk.ToHtml()], 1_500, text =>
        {
            var problems = new List<Diagnostic>();
            var read = Transcript.Read(new SitePath(file), text, problems);
            Assert.True(problems.Count > 0 || read.Cues.Length > 0);
            Assert.All(read.Cues, cue => Assert.InRange(cue.Start, 0, cue.End));
            // What was read once is written so that it is read again, as it was.
            Assert.Equal(read.ToVtt(), Transcript.Read(new SitePath("b.vtt"), read.ToVtt(), []).ToVtt());
        });
    }

    [Fact]
    public void Long_nonsense_is_read_soon() => Fuzz.Run(
        ["WEBVTT\n\n00:01.000 --> 00:02.000\n<v" + new string(' ', 100_000), string.Concat(Enumerable.Repeat("<p><time>x", 10_000)), "{\"segments\":[" + string.Concat(Enumerable.Repeat("1,", 100_000)), new string('<', 100_000)],
        8, text =>
        {
            foreach (var file in new[] { "a.vtt", "a.srt", "a.json", "a.html" }) Transcript.Read(new SitePath(file), text, []);
        });

    private static Cue[] Cues(string file, string text)
    {
        var problems = new List<Diagnostic>();
        var cues = Transcript.Read(new SitePath(file), text, problems).Cues;
        Assert.Empty(problems);
        return [.. cues];
    }

    private static Cue[] Anything(Random random)
    {
        string[] words = ["a", "<b>", "</p>", "&", "&amp;", "-->", "Über", "😀", "\"x\"", "NOTE", "x:", "1", "<v Bo>", "WEBVTT", "'"];
        string[] speakers = ["", "Ann Lee", "Bo & <Co>", "Ö"];
        string Words() => string.Join(' ', random.GetItems(words, random.Next(1, 6)));
        var at = 0.0;
        return [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ =>
        {
            var start = at;
            at = Math.Round(at + random.Next(0, 90_000) / 1000.0, 3);
            return new Cue(start, at, speakers[random.Next(speakers.Length)], string.Join('\n', Enumerable.Range(0, random.Next(1, 3)).Select(_ => Words())));
        })];
    }
}
