using System.Text;
using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Core.Tests.Configuration;

public class YamlReaderTests
{
    private readonly List<Diagnostic> problems = [];

    private DataNode? Read(string yaml, int firstLine = 1) => YamlReader.Read(DataText.File, yaml, firstLine, problems);

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("# only a remark\n", "nothing")]
    [InlineData("title: One\ntags: [a, 'b']\n", "{title: One, tags: [a, 'b']}")]
    [InlineData("a:\n  - 1\n  -\n  - x: 2\n", "{a: [1, , {x: 2}]}")]
    [InlineData("a: >\n  one\n  two\nb: |\n  x\n  y\n", "{a: 'one two\n', b: 'x\ny\n'}")]
    [InlineData("a: !!str 2024\nb: !!int 3\n", "{a: '2024', b: 3}")]
    [InlineData("a: &x {k: 1}\nb: *x\n", "{a: {k: 1}, b: {k: 1}}")]
    [InlineData("d: &d {k: 1, l: 2}\ne:\n  <<: *d\n  l: 3\n", "{d: {k: 1, l: 2}, e: {l: 3, k: 1}}")]
    [InlineData("e:\n  <<: [{k: 1}, {k: 2, m: 4}]\n", "{e: {k: 1, m: 4}}")]
    [InlineData("a: 1\r\nb: 2\r\n", "{a: 1, b: 2}")]
    [InlineData("---\na: 1\n...\n", "{a: 1}")]
    public void Reads(string yaml, string expected)
    {
        Assert.Equal(expected, DataText.Show(Read(yaml)));
        Assert.Empty(problems);
    }

    [Fact]
    public void Remembers_where_each_value_stands_in_the_whole_file()
    {
        var root = (MappingNode)Read("title: \"Ünï\"\nlist:\n  - one\n  - {k: v}\n", 10)!;
        Assert.Equal("10:1+1", DataText.At(root));
        Assert.Equal("10:8+5", DataText.At(root.Find("title")));
        var list = (SequenceNode)root.Find("list")!;
        Assert.Equal("12:5+3", DataText.At(list.Items[0]));
        Assert.Equal("13:9+1", DataText.At(((MappingNode)list.Items[1]).Find("k")));
        Assert.Equal("11:1+4", DataText.At(root.Entries[1].Key));
    }

    [Theory]
    [InlineData("a: 1\n\tb: 2\n", "2:1 PB0201 a tab indents")]
    [InlineData("a:\n\t- x\n", "2:1 PB0201 a tab indents")]
    [InlineData("a: 1\ntitle: Publisher: a tool\nb: 2\n", "2:8 PB0201 in YAML, a value that holds ': ' must be in quotes")]
    [InlineData("title: \"One\nb: 2\n", "1:8 PB0201 this quote is not closed")]
    [InlineData("title: 'One\n", "1:8 PB0201 this quote is not closed")]
    [InlineData("title: 'It's'\n", "1:8 PB0201 there is text after the closing quote")]
    [InlineData("title: \"A\" and \"B\"\n", "1:8 PB0201 there is text after the closing quote")]
    [InlineData("author: @nick\n", "1:9 PB0201 in YAML, a value that begins with '@' must be in quotes")]
    [InlineData("a: 1\ntags: [a, b\nb: 2\n", "2:7 PB0201 this list cannot be read")]
    [InlineData("title: One\ndescription Two\nb: 2\n", "2:1 PB0201 this line has no 'key: value'")]
    [InlineData("a: *none\n", "1:4 PB0204 '*none' refers to an anchor")]
    [InlineData("a: 1\nb: 2\na: 3\n", "3:1 PB0203 'a' stands here a second time (first on line 1)")]
    [InlineData("a: &a [*a]\n", "1:8 PB0204 '*a' stands inside")]
    [InlineData("{{ title }}: 1\n", "1:2 PB0206 a key must be a text")]
    [InlineData("<<: 3\n", "1:5 PB0206 '<<' merges")]
    [InlineData("a: 1\n---\nb: 1\n", "2:1 PB0207 a second YAML document")]
    public void Explains_the_common_faults_at_their_place(string yaml, string expected)
    {
        Read(yaml);
        Assert.StartsWith(expected, DataText.Show(Assert.Single(problems)));
    }

    [Fact]
    public void Keeps_what_was_read_before_a_fault()
    {
        Assert.Equal("{title: One}", DataText.Show(Read("title: One\nauthor: @nick\nb: 1\n")));
        Assert.Equal(2, Assert.Single(problems).At.Line);
    }

    [Fact]
    public void The_last_of_two_equal_keys_wins()
    {
        Assert.Equal("{a: 3, b: 2}", DataText.Show(Read("a: 1\nb: 2\na: 3\n")));
        var many = string.Concat(Enumerable.Range(0, 30).Select(i => $"k{i}: {i}\n")) + "k3: x\n";
        Assert.Equal("x", ((ScalarNode)((MappingNode)Read(many)!).Find("k3")!).Text);
    }

    [Fact]
    public void A_billion_laughs_is_a_diagnostic()
    {
        var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++) yaml.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        Read(yaml.ToString());
        Assert.Equal("PB0205", Assert.Single(problems).Code);
    }

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("{a: ", 100_000)]
    [InlineData("- ", 5_000)]
    [InlineData("? ", 5_000)]
    public void Deep_nesting_is_a_diagnostic(string open, int times)
    {
        Read(string.Concat(Enumerable.Repeat(open, times)));
        Assert.Equal("PB0205", Assert.Single(problems).Code);
    }

    [Fact]
    public void Nothing_makes_it_throw_or_hang() => Fuzz.Run(Fuzz.Yaml, 4_000, text =>
    {
        problems.Clear();
        var root = Read(text);
        Assert.True(DataText.Show(root).Length < 10_000_000);
        var lines = new LineMap(text).LineCount;
        Assert.All(problems, problem => Assert.InRange(problem.At.Line, 1, lines + 1));
    });
}
