using System.Text;
using Publisher.Content;
using Publisher.Core.Tests.Configuration;
using Publisher.Diagnostics;
using Publisher.Sources;

namespace Publisher.Core.Tests.Content;

public class FrontMatterBlockTests
{
    private readonly List<Diagnostic> problems = [];

    private FrontMatterBlock Split(string text) => FrontMatterBlock.Split(DataText.File, text, problems);

    [Theory]
    [InlineData("---\ntitle: One\n---\nBody\n", "{title: One}", "Body\n", 4)]
    [InlineData("---\ntitle: One\n...\nBody\n", "{title: One}", "Body\n", 4)]
    [InlineData("\uFEFF---\r\ntitle: One\r\n---\r\nBody\r\n", "{title: One}", "Body\r\n", 4)]
    [InlineData("---  \ntitle: One\n--- \n\n \n    code\n", "{title: One}", "    code\n", 6)]
    [InlineData("---\n---\n\nBody", "nothing", "Body", 4)]
    [InlineData("---\n# remark\n---\nBody", "nothing", "Body", 4)]
    [InlineData("---\ntitle: One\n---", "{title: One}", "", 4)]
    [InlineData("{\n  \"title\": \"One\"\n}\nBody", "{title: 'One'}", "Body", 4)]
    [InlineData("---\ntitle: A\n---\n\n---\nb: c\n---\n", "{title: A}", "---\nb: c\n---\n", 5)]
    [InlineData("{\"title\": \"One\"}\n\nBody", "{title: 'One'}", "Body", 3)]
    [InlineData("\uFEFF{ \"a\": {\"b\": \"}é\"},\r\n  \"c\": [1] }\r\nBody {x}", "{a: {b: '}é'}, c: [1]}", "Body {x}", 3)]
    [InlineData("{\n\n  // remark }\n  \"a\": 1, }\nBody", "{a: 1}", "Body", 5)]
    [InlineData("{}\nBody", "{}", "Body", 2)]
    public void Splits(string text, string matter, string body, int line)
    {
        var block = Split(text);
        Assert.Empty(problems);
        Assert.Equal((matter, body, line), (DataText.Show(block.Matter), block.Body, block.BodyFirstLine));
        Assert.True(block.IsPresent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Just text\n")]
    [InlineData("---\n\nA rule above\n")]
    [InlineData("---\n\nBetween two rules\n\n---\n\nmore")]
    [InlineData("---- \na: b\n----\n")]
    [InlineData("\n---\ntitle: late\n---\n")]
    [InlineData("{: .class}\n")]
    [InlineData("{: .class title=\"x\"}\n\n}\n")]
    [InlineData("{#id}\n")]
    [InlineData("{.class}\nText\n")]
    [InlineData("{% include \"x\" %}\n")]
    [InlineData("{")]
    [InlineData("{ word }\n")]
    [InlineData("{\nword\n")]
    [InlineData("{{ liquid }}\n}\n")]
    public void Text_without_front_matter_stays_whole(string text)
    {
        var block = Split(text);
        Assert.Empty(problems);
        Assert.Equal((text, 1, false), (block.Body, block.BodyFirstLine, block.IsPresent));
    }

    [Theory]
    [InlineData("---\ntitle: One\n\nBody\n", "1:1 PB0208")]
    [InlineData("{\n\"title\": \"One\"\n", "1:1 PB0208")]
    [InlineData("{\"title\": \"One\"\n\nBody {x}\n", "1:1 PB0208")]
    [InlineData("{\"title\": \"One\n\nBody\n", "1:1 PB0208")]
    public void Front_matter_that_is_not_closed_is_text_and_an_error(string text, string problem)
    {
        Assert.Equal(text, Split(text).Body);
        Assert.StartsWith(problem, DataText.Show(Assert.Single(problems)));
    }

    [Theory]
    [InlineData("---\njust words\n---\nBody", "2:1 PB0209")]
    [InlineData("---\n- a\n- b\n---\nBody", "2:1 PB0209")]
    [InlineData("---\nok: 1\ntitle: a: b\n---\nBody", "3:8 PB0201")]
    [InlineData("{\n \"a\": x\n}\nBody", "2:7 PB0202")]
    [InlineData("{\"x\": }\nBody", "1:7 PB0202")]
    [InlineData("{\"a\": \"é{\", \"x\" 1}\nBody", "1:17 PB0202")]
    [InlineData("{\n \"a\": [1,\n \"b\": {}\n}\nBody", "3:5 PB0202")]
    [InlineData("{\n a: 1\n}\nBody", "2:2 PB0202")]
    [InlineData("{\"a\": 1} Body", "1:10 PB0202")]
    public void A_fault_in_front_matter_has_its_place_in_the_file(string text, string problem)
    {
        Assert.Equal("Body", Split(text).Body);
        Assert.StartsWith(problem, DataText.Show(Assert.Single(problems)));
    }

    [Fact]
    public void Json_that_nests_too_deeply_says_so()
    {
        var block = Split("{\"title\": \"One\", \"a\": " + new string('[', 70) + new string(']', 70) + "}\nBody");
        Assert.Equal("Body", block.Body);
        Assert.StartsWith("{title: 'One', a: [[", DataText.Show(block.Matter));
        Assert.StartsWith("1:86 PB0205", DataText.Show(Assert.Single(problems)));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_replaced_and_reported_once()
    {
        byte[] bytes = [.. "---\ntitle: é\n---\né"u8, 0xFF, .. "x"u8, 0xC3, .. "\n"u8];
        Assert.Equal("é\uFFFDx\uFFFD\n", FrontMatterBlock.Split(DataText.File, bytes, problems).Body);
        Assert.StartsWith("4:2 PB0210", DataText.Show(Assert.Single(problems)));
    }

    [Fact]
    public void Nothing_makes_it_throw_or_hang() => Fuzz.Run(
        [.. Fuzz.Yaml.Select(yaml => $"---\n{yaml}---\n\nBody\n---\n"), "{\n\"a\": [1, 2]\n}\nBody\n", "{\"a\": {\"b\": \"}\"}}\nBody {x}\n"], 4_000, text =>
    {
        problems.Clear();
        var bytes = Encoding.UTF8.GetBytes(text);
        var block = FrontMatterBlock.Split(DataText.File, bytes, problems);
        Assert.EndsWith(block.Body, SourceText.Lines(Encoding.UTF8.GetString(bytes)), StringComparison.Ordinal);
    });
}
