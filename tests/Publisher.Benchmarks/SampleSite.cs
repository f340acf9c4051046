using System.Text;
using Publisher.Configuration;
using Publisher.Engine;
using Publisher.Sources;

namespace Publisher.Benchmarks;

/// <summary>A site of N posts of about 5 KB, made from a fixed seed, with the default theme.</summary>
internal sealed class SampleSite
{
    private static readonly string[] Words =
        "river stone lamp garden winter engine paper north copper window morning signal harbour thread letter bridge market candle silver meadow".Split(' ');

    private readonly Random random = new(7);

    public SampleSite(int posts)
    {
        Reader.Write("publisher.yml", "title: Sample\nbase_url: https://sample.example/\n");
        for (var i = 0; i < posts; i++) Reader.Write(PathOf(i), Post(i));
    }

    public MemoryReader Reader { get; } = new();

    public static string PathOf(int i) => $"content/posts/{2010 + i % 15}-{1 + i % 12:00}-{1 + i % 28:00}-post-{i}.md";

    public static Builder NewBuilder(bool remembers) =>
        new(new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read(), new BuildOptions(), TimeProvider.System, remembers);

    /// <summary>About 5 KB with headings, links, a list, a table, code and a footnote.</summary>
    public string Post(int i)
    {
        var text = new StringBuilder($"---\ntitle: Post number {i}\ntags: [{Pick()}, {Pick()}]\ndescription: {Sentence()}\n---\n\n");
        for (var section = 0; section < 4; section++)
        {
            text.Append("## ").Append(Pick()).Append(' ').Append(Pick()).Append(" ").Append(section).Append("\n\n");
            for (var k = 0; k < 3; k++) text.Append(Sentence()).Append(' ').Append(Sentence()).Append(" **").Append(Pick()).Append("** and *").Append(Pick()).Append("*. ").Append(Sentence()).Append("\n\n");
        }
        text.Append("- one\n- two with [a link](https://example.org/)\n- three\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n");
        text.Append("```csharp\npublic static int Sum(int[] values)\n{\n    var sum = 0;\n    foreach (var value in values) sum += value; // all of them\n    return sum;\n}\n```\n\n");
        return text.Append("Said before.[^1]\n\n[^1]: ").Append(Sentence()).Append('\n').ToString();
    }

    private string Pick() => Words[random.Next(Words.Length)];

    public string Sentence()
    {
        var text = string.Join(' ', Enumerable.Range(0, random.Next(9, 20)).Select(_ => Pick()));
        return char.ToUpperInvariant(text[0]) + text[1..] + ".";
    }
}
