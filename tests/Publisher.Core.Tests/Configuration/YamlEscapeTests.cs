using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Core.Tests.Configuration;

/// <summary>Escapes in double-quoted texts: JSON is YAML, and writes a character of higher planes as two halves.</summary>
public class YamlEscapeTests
{
    [Theory]
    [InlineData("\\ud83d\\ude00", "😀")]
    [InlineData("a\\uD83D\\uDE00b\\t\\x41\\U0001F600\\\\ud83d", "a😀b\tA😀\\ud83d")]
    public void What_stands_for_a_character(string text, string expected)
    {
        var problems = new List<Diagnostic>();
        var node = YamlReader.Read(new SitePath("a.yml"), $"x: \"{text}\"\n", 1, problems);
        Assert.Empty(problems);
        Assert.Equal(expected, ((node as MappingNode)?.Find("x") as ScalarNode)?.Text);
    }

    [Theory]
    [InlineData("a: b\nx: \"\\ud83d\"", "2:5:6 '\\ud83d' is half of a character")]
    [InlineData("x: \"a\\\\ \\uDE00\"", "1:9:6 '\\uDE00' is half of a character")]
    [InlineData("x: \"\\ud83d\\ude00\\ud83dx\"", "1:17:6 '\\ud83d' is half of a character")]
    [InlineData("x: \"\\ude00\\ud83d\"", "1:5:6 '\\ude00' is half of a character")]
    [InlineData("{ a: \"\\ud83d\\ude00\", b: [\"\\ud83d\\ud83d\"] }", "1:27:6 '\\ud83d' is half of a character")]
    [InlineData("x: \"a\n  \\ud83d b\"", "2:3:6 '\\ud83d' is half of a character")]
    [InlineData("x: \"C:\\Users\"", "1:7:6 '\\Users' means nothing in double quotes")]
    [InlineData("x: \"a\\q\"", "1:6:2 '\\q' means nothing in double quotes")]
    [InlineData("x: \"\\u12\"", "1:5:4 '\\u12' means nothing in double quotes")]
    public void What_stands_for_none(string yaml, string expected)
    {
        var problems = new List<Diagnostic>();
        YamlReader.Read(new SitePath("a.yml"), yaml, 1, problems);
        var problem = Assert.Single(problems);
        Assert.Equal(("PB0201", expected), (problem.Code, $"{problem.At.Line}:{problem.At.Column}:{problem.At.Length} {problem.Message}"));
    }
}
