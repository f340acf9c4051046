using System.Text;
using Publisher.Cli.Terminal;
using Publisher.Text;

namespace Publisher.Cli.Tests.Terminal;

public class CodeFrameTests
{
    private static readonly SitePath File = new("a.md");

    private static string Frame(string source, int line, int column, int length, int around = 0, int width = 80)
    {
        var text = new StringBuilder();
        new CodeFrame(new Ink(false), width).Write(text, source, new Location(File, line, column, length), around);
        return text.ToString();
    }

    [Fact]
    public void Marks_the_place_between_its_neighbours() => Assert.Equal("""
           9 | nine
          10 | ten eleven
             |     ^^^^^^
          11 | twelve

        """, Frame("1\n2\n3\n4\n5\n6\n7\n8\nnine\nten eleven\ntwelve\n", 10, 5, 6, around: 1));

    [Fact]
    public void Tabs_and_wide_letters_take_their_columns()
    {
        Assert.Equal("  1 |     x y\n    |       ^\n", Frame("\tx y", 1, 4, 1));
        Assert.Equal("  1 | 漢字 x\n    |      ^\n", Frame("漢字 x", 1, 4, 1));
        Assert.Equal("  1 | 漢字 x\n    | ^^^^\n", Frame("漢字 x", 1, 1, 2));
        Assert.Equal("  1 | e\u0301 x\n    |   ^\n", Frame("e\u0301 x", 1, 4, 1));
        Assert.Equal("  1 | 😀 x\n    |    ^\n", Frame("😀 x", 1, 4, 1));
    }

    [Fact]
    public void Lines_end_where_those_who_numbered_them_end_them() =>
        Assert.Equal("  2 | b\u2028c\n    |   ^\n", Frame("a\u0085\f\rb\u2028c\r\nd", 2, 3, 1));

    [Fact]
    public void A_place_after_the_end_of_a_line_has_a_mark_there()
    {
        Assert.Equal("  1 | abc\n    |    ^\n", Frame("abc\ndef", 1, 4, 0));
        Assert.Equal("  1 | abc\n    |    ^\n", Frame("abc\ndef", 1, 99, 5));
        Assert.Equal("", Frame("abc", 7, 1, 1));
    }

    [Fact]
    public void Long_lines_are_cut_around_the_place()
    {
        var line = new string('a', 200) + "HERE" + new string('b', 200);
        foreach (var width in new[] { 30, 40, 80 })
        {
            var rows = Frame(line, 1, 201, 4, width: width).Split('\n');
            Assert.All(rows, row => Assert.True(row.Length <= width + 2, row));
            Assert.StartsWith("  1 | …a", rows[0]);
            Assert.EndsWith("b…", rows[0]);
            Assert.Equal("HERE", rows[0].Substring(rows[1].IndexOf('^'), 4));
        }
    }

    [Fact]
    public void A_source_cannot_command_the_terminal() => Assert.DoesNotContain('\e', Frame("\e[31mred\a", 1, 2, 1));

    [Fact]
    public void Any_place_in_any_text_gives_a_frame_that_fits()
    {
        var random = new Random(7);
        var letters = new[] { "a", "é", "漢", "\t", "😀", "\u0301", "\r", "\n", " ", "\u200D", "\ud83d" };
        for (var i = 0; i < 20_000; i++)
        {
            var source = string.Concat(Enumerable.Range(0, random.Next(80)).Select(_ => letters[random.Next(letters.Length)]));
            var frame = Frame(source, random.Next(4), random.Next(90), random.Next(90), random.Next(3), width: 20 + random.Next(40));
            Assert.DoesNotContain(frame.Split('\n'), row => row.Length > 130);
        }
    }
}
