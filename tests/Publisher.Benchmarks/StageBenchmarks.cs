using BenchmarkDotNet.Attributes;
using Publisher.Content;
using Publisher.Content.Highlighting;
using Publisher.Content.Markdown;
using Publisher.Engine;
using Publisher.Text;

namespace Publisher.Benchmarks;

/// <summary>Each stage of one page, with Markdig's own conversion of the same text as the unit of the machine.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private const string Code = "public static int Sum(int[] values)\n{\n    var sum = 0;\n    foreach (var value in values) sum += value;\n    return sum;\n}\n";
    private readonly MarkdownRenderer markdown = new(new MarkdownOptions());
    private readonly Utf8Buffer buffer = new(64 * 1024);
    private string post = "";
    private Build build = null!;
    private SitePath page;

    [GlobalSetup]
    public void SetUp()
    {
        var site = new SampleSite(100);
        post = site.Post(1).Split("---\n\n", 2)[1];
        build = SampleSite.NewBuilder(remembers: false).Advance(site.Reader.Read(), default);
        page = build.Paths.First(path => path.Value.StartsWith("posts/post-", StringComparison.Ordinal));
    }

    [Benchmark(Baseline = true)]
    public string Markdig_alone() => Markdig.Markdown.ToHtml(post);

    [Benchmark]
    public Markup Markdown() => markdown.Render(SitePath.Root, post, 1, false);

    [Benchmark]
    public int Highlight()
    {
        buffer.Clear();
        CodeBlock.Parse("csharp").Write(buffer, Code, highlight: true);
        return buffer.Length;
    }

    [Benchmark]
    public long Render_page() => build.Render(page)!.Output.Length;
}
