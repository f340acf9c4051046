using Publisher.Diagnostics;
using Publisher.Media;
using Publisher.Text;

namespace Publisher.Core.Tests.Media;

/// <summary>Transcripts as Markdown: times, names and words, however they are arranged.</summary>
public class TranscriptMarkdownTests
{
    [Theory]
    [InlineData("**Ada:** Hi\nthere.\n\n0:30 **Bob**: Ho.", "0-30 Ada: Hi there.|30-31 Bob: Ho.")]
    [InlineData("[00:00:10] **Ada:** Hi.\n\nAnd more.\n\n(1:02:03) No.", "10-3723 Ada: Hi.|10-3723 Ada: And more.|3723-3724 Ada: No.")]
    [InlineData("**Ada:** [0:05] Hi.\n\n- 0:07 – **Bob:** Ho.", "5-7 Ada: Hi.|7-8 Bob: Ho.")]
    [InlineData("---\ntitle: x\n---\n\n# Transcript\n\n:::transcript\n**Ada:** Hi.\n:::\n", "0-0 Ada: Hi.")]
    [InlineData("Hi, *you*, see [this](https://a.example/b_c) and `x_y`, 2 \\* 3.", "0-0 : Hi, you, see this and x_y, 2 * 3.")]
    [InlineData("**Not a name** at all.", "0-0 : Not a name at all.")]
    [InlineData("0:05 **Ada:** Hi.\n\n0:30 **Bob** I said five words.\n\n**Really** not.", "5-30 Ada: Hi.|30-32.6 Bob: I said five words.|30-32.6 Bob: Really not.")]
    [InlineData("\n\n \n", "")]
    public void Turns(string text, string expected)
    {
        var read = Transcript.Read(new SitePath("a.md"), text, []);
        Assert.Equal(expected, string.Join('|', read.Cues.Select(cue => $"{cue.Start}-{cue.End} {cue.Speaker}: {cue.Text}")));
    }

    [Fact]
    public void Nothing_said_is_told()
    {
        var problems = new List<Diagnostic>();
        Transcript.Read(new SitePath("a.md"), "# Transcript\n", problems);
        Assert.Equal("PB0611", Assert.Single(problems).Code);
    }

    [Fact]
    public void Anything_can_be_read() => Fuzz.Run(
        ["**Ada:** Hi *you*\n[x](y)\n\n0:30 **Bob**: Ho.\n", "---\nx: y\n---\n(1:02:03) \\*_a_b_\n"], 1_000,
        text => Transcript.Read(new SitePath("a.md"), text, []), " \n*_`[]():0123-aé\\#");
}
