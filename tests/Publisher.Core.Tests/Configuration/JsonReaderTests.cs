using Publisher.Configuration;
using Publisher.Diagnostics;

namespace Publisher.Core.Tests.Configuration;

public class JsonReaderTests
{
    private readonly List<Diagnostic> problems = [];

    private DataNode? Read(string json, int firstLine = 1) => JsonReader.Read(DataText.File, json, firstLine, problems);

    [Theory]
    [InlineData("", "nothing", true)]
    [InlineData("{\"a\": 1.50, \"b\": [true, null, \"x\\n\"]}", "{a: 1.50, b: [true, null, 'x\n']}", false)]
    [InlineData("// remark\n[1, 2, /* x */ 3,]", "[1, 2, 3]", false)]
    [InlineData("\"text\"", "'text'", false)]
    public void Reads(string json, string expected, bool isFault)
    {
        Assert.Equal(expected, DataText.Show(Read(json)));
        Assert.Equal(isFault, problems.Count > 0);
    }

    [Fact]
    public void Remembers_where_each_value_stands()
    {
        var root = (MappingNode)Read("{\n  \"ü😀\": \"vé\", \"n\": 12\n}", 5)!;
        Assert.Equal("5:1+1", DataText.At(root));
        Assert.Equal("6:3+5", DataText.At(root.Entries[0].Key));
        Assert.Equal("6:10+4", DataText.At(root.Entries[0].Value));
        Assert.Equal("6:21+2", DataText.At(root.Find("n")));
    }

    [Theory]
    [InlineData("{\"a\": 1,\n \"b\" 2}", "2:6 PB0202")]
    [InlineData("{\"a\": 1}\nx", "2:1 PB0202")]
    [InlineData("{\"é\": x}", "1:7 PB0202")]
    [InlineData("{\"a\": 1, \"a\": 2}", "1:10 PB0203")]
    [InlineData("[\"\\ud800\"]", "1:2 PB0202")]
    public void Reports_faults_at_their_place(string json, string expected)
    {
        Read(json);
        Assert.StartsWith(expected, DataText.Show(Assert.Single(problems)));
    }

    [Fact]
    public void Keeps_what_was_read_before_a_fault() => Assert.Equal("{a: 1}", DataText.Show(Read("{\"a\": 1,\n \"b\" 2}")));

    [Fact]
    public void Deep_nesting_is_a_diagnostic()
    {
        Read(new string('[', 100_000));
        Assert.Equal("PB0205", Assert.Single(problems).Code);
    }

    [Fact]
    public void Nothing_makes_it_throw_or_hang() => Fuzz.Run(Fuzz.Json, 10_000, text =>
    {
        problems.Clear();
        Read(text);
    });
}
