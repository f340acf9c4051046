using System.Text.RegularExpressions;
using Publisher.Content.Highlighting;
using Publisher.Core.Tests.Tidy;
using Publisher.Text;

namespace Publisher.Core.Tests.Content.Highlighting;

/// <summary>
/// Whatever the text and the language: the text survives, the HTML is well formed, and time grows with the length only.
/// </summary>
public partial class RobustnessTests
{
    private static readonly string[] Pieces =
    [
        "\"", "'", "`", "\"\"\"", "'''", "${", "#{", "{{", "{%", "{#", "}}", "%}", "}", "{", "(", ")", "[", "]", "<", "</", "/>",
        ">", "<!--", "-->", "<script>", "</script>", "<style>", "<![CDATA[", "]]>",
        "/*", "*/", "//", "#", "--", "<<EOF", "<<~X", "EOF", "\n", "\n", "\r\n", " ", "\t", "\\", "$", "$(", "@", "%w[", "~r/",
        "/", ":", ": ", "- ", "|", "&", "&amp;", "=", "=begin", "x", "if", "def f", "class A", "Foo.bar(",
        "1.5e", "0x", "é", "日本", "😀", "\ud83d", "\0", "\u00a0", "$\"", "@\"", "$$\"\"\"", "R\"x(", "r#\"", "#[", "```", "~~~",
        "---\n", "+++ ", "@@", "*", "_", "![", "](", "RUN ", "FROM ", "\\\n", "$ ", "<?php", "<%", "?>", "%>", "!", "?",
    ];

    private static IEnumerable<string> AllLanguages => Languages.Names.DistinctBy(name => Languages.Find(name));

    private static bool IsFull => Environment.GetEnvironmentVariable("PUBLISHER_FUZZ") is not null;

    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("PUBLISHER_FUZZ"), out var count)
        ? Math.Max(1, count / AllLanguages.Count()) : 500;

    [Fact]
    public void TheTextSurvivesInEveryLanguage()
    {
        var random = new Random(42);
        string[] infos = ["", " {2,4-6}", " linenos", " linenos {1-3}"];
        foreach (var language in AllLanguages)
        {
            for (var round = 0; round < Rounds; round++)
            {
                var code = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Pieces[random.Next(Pieces.Length)]));
                Check(language, infos[round % infos.Length], code);
            }
        }
    }

    [Fact]
    public void ChangedSamplesSurviveInEveryLanguage()
    {
        var random = new Random(43);
        var source = File.ReadAllText(SourcePath());
        foreach (var language in AllLanguages)
        {
            for (var round = 0; round < Rounds / 4; round++)
            {
                var start = random.Next(source.Length - 600);
                var code = source.Substring(start, random.Next(1, 600));
                for (var change = 0; change < 5; change++)
                {
                    var at = random.Next(code.Length + 1);
                    code = random.Next(2) == 0 ? code.Insert(at, Pieces[random.Next(Pieces.Length)])
                        : code.Remove(at, random.Next(Math.Min(9, code.Length - at + 1)));
                }
                if (code.Length > 0) Check(language, "", code);
            }
        }
    }

    [Fact]
    public void TimeIsLinearInEveryLanguage()
    {
        string[] unit =
        [
            .. Pieces, "<a ", "<a b='", "</script", "<script>`${", "{{ x", "${\"", "`${", "$(\"", "$\"{", "f\"{", "(/[", "/ (",
            "a <<A\n", "<<'A'\n", "#{;", "{a:", "[a ", "a\n  b", "- ", "- - ", "a: |\n ", "\"a\n", "[x](", "`a ``", "<b ",
            "$ x <<E\n", "RUN \\\n#\n", "RUN a \\\n", "A=`", "\"`$(", "&a", "{%comment%}", "<?php \"", "@{", "R\"(", "%(", "'a",
            "${{", "a(", "Foo ", "\t$(A", "x:=", "0x1.", "key ", "\\(",
        ];
        // All of it takes a minute; a run of the suite takes a sample, and the full count is for the machine that has the time.
        var random = new Random(44);
        var share = IsFull ? 1 : 0.04;
        var output = new Utf8Buffer(1 << 20);
        foreach (var language in AllLanguages)
        {
            foreach (var piece in unit)
            {
                if (random.NextDouble() > share) continue;
                var code = string.Concat(Enumerable.Repeat(piece, 120_000 / piece.Length));
                var time = Time(language, code, output);
                // Slow because of the text, or of the machine and the JIT? Only a quadratic scan keeps its ratio of sixteen.
                var isLinear = time < 40;
                for (var attempt = 0; attempt < 20 && !isLinear; attempt++)
                {
                    var quarter = Time(language, code[..(code.Length / 4)], output);
                    isLinear = Time(language, code, output) < 9 * Math.Max(1, quarter);
                }
                Assert.True(isLinear, $"{language}: repeated {piece}");
                Assert.True(output.Length < code.Length * 50 + 1000);
            }
        }
    }

    /// <summary>Milliseconds that the block takes.</summary>
    private static double Time(string language, string code, Utf8Buffer output)
    {
        output.Clear();
        var start = ThreadTime.Milliseconds;
        CodeBlock.Parse(language).Write(output, code, true);
        return ThreadTime.Milliseconds - start;
    }

    private static void Check(string language, string info, string code)
    {
        var inner = Coloured.Inner(language + info, code);
        var text = Coloured.Text(inner);
        // Half a surrogate pair cannot be written, in UTF-8 or otherwise.
        Assert.True(text == Sound(code), $"{language}: {code}");
        AssertWellFormed(inner, $"{language}: {code}");
    }

    private static string Sound(string code) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(code));

    /// <summary>Spans do not nest, are not empty, neither start nor end with space, and lie within their mark.</summary>
    private static void AssertWellFormed(string inner, string because)
    {
        var rest = LineNumber().Replace(inner, "");
        rest = Span().Replace(rest, "");
        rest = Mark().Replace(rest, "");
        Assert.False(rest.Contains('<') || rest.Contains('>'), $"{because}\n{inner}");
    }

    private static string SourcePath() =>
        Path.Combine(Repository.Root, "tests/Publisher.Core.Tests/Content/Highlighting/RobustnessTests.cs");

    [GeneratedRegex("<span class=\"line-number\" data-line=\"\\d+\"></span>")]
    private static partial Regex LineNumber();

    [GeneratedRegex("<span class=\"[a-z]\">[^<> \\t\\r\\n\\f](?:[^<>]*[^<> \\t\\r\\n\\f])?</span>")]
    private static partial Regex Span();

    [GeneratedRegex("<mark class=\"line\">[^<>]*</mark>")]
    private static partial Regex Mark();
}
