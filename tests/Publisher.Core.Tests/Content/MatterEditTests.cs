using System.Text;
using Publisher.Content;
using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Core.Tests.Content;

/// <summary>Values are written into front matter, and nothing else of the file is touched.</summary>
public class MatterEditTests
{
    private static readonly SitePath File = new("a.md");

    [Theory]
    [InlineData("---\nkey: old # why\nother: old\n---\nold\n", "---\nkey: new # why\nother: old\n---\nold\n")]
    [InlineData("---\r\nkey:   'old'\r\n---\r\n", "---\r\nkey:   'new'\r\n---\r\n")]
    [InlineData("---\na: { é𝄞: 1, key: \"old\" }\n---\n", "---\na: { é𝄞: 1, key: \"new\" }\n---\n")]
    [InlineData("---\nkey: \"o\\u006cd\"\n---\n", "---\nkey: \"o\\u006cd\"\n---\n")]
    [InlineData("---\nkey: &x old\n---\n", "---\nkey: &x old\n---\n")]
    [InlineData("{ \"key\": \"old\", // why\n \"b\": 1 }\nold\n", "{ \"key\": \"new\", // why\n \"b\": 1 }\nold\n")]
    [InlineData("\uFEFF{ \"key\": \"old\" }\n", "\uFEFF{ \"key\": \"new\" }\n")]
    [InlineData("\uFEFF---\nkey: old\n---\n", "\uFEFF---\nkey: new\n---\n")]
    public void One_value(string before, string after) => Assert.Equal(after, Edit(before, "old", "new"));

    [Fact]
    public void A_number_of_json_that_becomes_a_text_gets_quotes()
    {
        Assert.Equal("{ \"key\": \"57:10\" }\n", Edit("{ \"key\": 5501 }\n", "5501", "57:10"));
        Assert.Equal("{ \"key\": 12 }\n", Edit("{ \"key\": 5501 }\n", "5501", "12"));
    }

    [Fact]
    public void Bytes_that_are_no_text_stay()
    {
        byte[] before = [.. "---\nkey: old\n---\n"u8, 0xFF, 0xC3, 0x28, 0];
        byte[] after = [.. "---\nkey: newer\n---\n"u8, 0xFF, 0xC3, 0x28, 0];
        Assert.Equal(after, MatterEdit.Apply(before, [[new Fix(new Location(File, 2, 6, 3), "old", "newer")]], []));
    }

    [Fact]
    public void Of_two_values_that_belong_together_both_are_written_or_none()
    {
        var done = new List<Fix>();
        var (a, b) = (new Fix(new Location(File, 2, 4, 1), "1", "22"), new Fix(new Location(File, 3, 4, 1), "2", "1"));
        Assert.Equal("---\na: 22\nb: 1\n---\n", Text("---\na: 1\nb: 2\n---\n"));
        Assert.Equal(2, done.Count);
        done.Clear();
        Assert.Equal("---\na: 1\nb: 3\n---\n", Text("---\na: 1\nb: 3\n---\n"));
        Assert.Empty(done);

        string Text(string before) => Encoding.UTF8.GetString(MatterEdit.Apply(Encoding.UTF8.GetBytes(before), [[a, b]], done));
    }

    /// <summary>Whatever the file is, only the bytes of the values differ, and writing the old ones again gives it back.</summary>
    [Fact]
    public void Everything_else_stays_byte_for_byte()
    {
        string[] keys = ["a", "'b c'", "\"d\"", "ключ", "𝄞"], values = ["x1", "'x1'", "\"x1\"", "x1 # note", "x1   "];
        string[] ends = ["\n", "\r\n"], tails = ["", "text x1\n", "\n---\n", "\uFEFF\0"];
        var random = new Random(4);
        for (var i = 0; i < 2000; i++)
        {
            var end = ends[random.Next(2)];
            var lines = Enumerable.Range(0, random.Next(1, 5))
                .Select(n => $"{(random.Next(4) == 0 ? "# x1" + end : "")}k{n}{keys[random.Next(5)].Trim('\'', '"').Replace(" ", "")}: {values[random.Next(5)]}");
            var before = $"---{end}{string.Join(end, lines)}{end}---{end}{tails[random.Next(4)]}";
            var matter = FrontMatterBlock.Split(File, before, []).Matter!;
            var fixes = matter.Entries.Select(entry => (ScalarNode)entry.Value).Where(_ => random.Next(2) == 0)
                .Select(node => new Fix(node.At, node.Text, "other")).ToList();
            var done = new List<Fix>();
            var after = Encoding.UTF8.GetString(MatterEdit.Apply(Encoding.UTF8.GetBytes(before), fixes.Select(fix => new[] { fix }), done));
            Assert.Equal(fixes.Count, done.Count);
            Assert.Equal(before.Length + 3 * fixes.Count, after.Length);
            Assert.Equal(before, after.Replace("other", "x1"));
            var now = FrontMatterBlock.Split(File, after, []).Matter!;
            Assert.Equal(fixes.Count, now.Entries.Count(entry => ((ScalarNode)entry.Value).Text == "other"));
        }
    }

    private static string Edit(string before, string old, string text)
    {
        var matter = FrontMatterBlock.Split(File, before, []).Matter!;
        var node = (ScalarNode)(matter.Find("key") ?? ((MappingNode)matter.Find("a")!).Find("key")!);
        return Encoding.UTF8.GetString(MatterEdit.Apply(Encoding.UTF8.GetBytes(before), [[new Fix(node.At, old, text)]], []));
    }
}
