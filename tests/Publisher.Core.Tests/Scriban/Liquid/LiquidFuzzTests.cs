using Publisher.Scriban;
using Publisher.Text;

namespace Publisher.Core.Tests.Scriban.Liquid;

/// <summary>Mutated Liquid templates: nothing but diagnostics may come of them, soon, and with bounded output.</summary>
public class LiquidFuzzTests
{
    private static readonly string[] Pieces =
    [
        "{{", "}}", "{%", "%}", "{{-", "-}}", "{%-", "-%}", "{", "}", "(", ")", "[", "]", "\"", "'", "|", "||", "&&", ".", "..", ":",
        ",", "=", "==", "!=", "<>", "<", ">=", "-", "#", "\n", " and ", " or ", " contains ", " empty ", " blank ", " nil ",
        "{% if x %}", "{% elsif %}", "{% else %}", "{% endif %}", "{% unless x %}", "{% for x in (1..9) %}", "{% endfor %}",
        "{% break %}", "{% case x %}", "{% when 1, 2 %}", "{% endcase %}", "{% raw %}", "{% endraw %}", "{% comment %}",
        "{% endcomment %}", "{% capture x %}", "{% endcapture %}", "{% liquid\n", "\nfor i in x\n", "{% cycle 1, 2 %}", "{% end %}",
        "{% tablerow x in y cols:2 %}", "{% endtablerow %}", "{% include 'a' %}", "{% include a.html b=c %}", "{% render 'a' %}",
        "{% highlight x %}", " limit:2 ", " offset:continue ", " reversed ", "(1..99999999999)", " | append: x ", " | split: '' ",
        "forloop.index", ".parentloop", ".size", "data-x", "[0]", "99999999999999999999", "-1.5", "é", "😀", "\0", "\u00a0",
    ];

    [Fact]
    public void Mutated_templates_give_diagnostics_only()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("PUBLISHER_FUZZ"), out var wanted) ? wanted : 3000;
        var seeds = Directory.EnumerateFiles(CaseFile.Folder(), "liquid-*.txt").SelectMany(CaseFile.Read)
            .Select(one => one.Template).Order(StringComparer.Ordinal).ToArray();
        var globals = Globals.Standard();
        Parallel.For(0, count, i =>
        {
            var random = new Random(i);
            var source = Mutate(seeds[random.Next(seeds.Length)], seeds[random.Next(seeds.Length)], random);
            try
            {
                Check(globals, source, random.Next(4) == 0);
            }
            catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
            {
                throw new InvalidOperationException($"seed {i}: {fault.GetType().Name} {fault.Message} in: {source}", fault);
            }
        });
    }

    [Theory]
    [InlineData("{% case x %}{% when a, b, c %}", "", "{% endcase %}", 90)]
    [InlineData("{% case x %}{% when 1 %}", "", "{% endcase %}", 90)]
    [InlineData("{% if a %}", "", "{% endif %}", 20_000)]
    [InlineData("{% for x in y %}", "{% assign x = 1 %}", "{% endfor %}", 90)]
    [InlineData("{{ a[", "b", "] }}", 20_000)]
    [InlineData("{{ a }}", "", "", 20_000)]
    [InlineData("{% comment %}", "", "", 20_000)]
    [InlineData("{% raw %}", "", "{% endraw %}", 20_000)]
    [InlineData("{{ a", "", "", 20_000)]
    [InlineData("{% include a.html", "", "", 20_000)]
    [InlineData("{% liquid\n if x\n", "", "endif\n", 5_000)]
    public void Repetition_is_read_in_time(string open, string middle, string close, int count)
    {
        var source = string.Concat(Enumerable.Repeat(open, count)) + middle + string.Concat(Enumerable.Repeat(close, count));
        var start = ThreadTime.Milliseconds;
        Check(Globals.Standard(), source, html: false);
        Assert.InRange(ThreadTime.Milliseconds - start, 0, 8000);
    }

    [Theory]
    [InlineData("{{ a", " | append: b", " }}")]
    [InlineData("{{ a", ".b", " }}")]
    [InlineData("{{ a | append: b", ".b", " }}")]
    [InlineData("{{ a", ".size", " }}")]
    [InlineData("{% if a", " and b", " %}{% endif %}")]
    [InlineData("{% if a", " and b or c", " %}{% endif %}")]
    [InlineData("{% case a", "[1]", " %}{% when 1 %}{% when 2 %}{% endcase %}")]
    [InlineData("{% case a %}", "{% when b, c, d %}e", "{% endcase %}")]
    [InlineData("{% case a %}{% when b", ", c", " %}e{% endcase %}")]
    [InlineData("{% include a.html", " b{0}=c", " %}")]
    [InlineData("{% cycle 1", ", b", " %}")]
    public void Long_tags_are_read_in_time(string open, string part, string close)
    {
        var source = open + string.Concat(Enumerable.Range(0, 20_000).Select(i => part.Replace("{0}", i.ToString()))) + close;
        var start = ThreadTime.Milliseconds;
        Check(Globals.Standard(), source, html: false);
        Assert.InRange(ThreadTime.Milliseconds - start, 0, 8000);
    }

    private static void Check(Globals globals, string source, bool html)
    {
        var options = new TemplateOptions(globals)
        {
            Language = TemplateLanguage.Liquid,
            Escape = html ? Escape.Html : Escape.None,
        };
        var template = Template.Parse(new SitePath("text"), source, options);
        Assert.All(template.Diagnostics, diagnostic => Assert.True(diagnostic.At.Line >= 1 && diagnostic.At.Column >= 1));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var run = new TemplateRun(globals)
        {
            Cancel = limit.Token,
            Loader = new Itself(template),
            Limits = new TemplateLimits { LoopSteps = 2000, OutputBytes = 1 << 16, Length = 1 << 14, Allocation = 1 << 22,
                Recursion = 20 },
        };
        SampleData.SetVariables(run);
        var output = new Utf8Buffer();
        var fine = template.Render(run, output);
        Assert.Equal(fine, run.Diagnostics.Count == 0);
        Assert.InRange(output.Length, 0, 1 << 20);
    }

    private static string Mutate(string source, string other, Random random)
    {
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(source.Length + 1);
            var length = Math.Min(source.Length - at, random.Next(8));
            source = random.Next(6) switch
            {
                0 => source.Remove(at, length),
                1 => source.Insert(at, source.Substring(at, length)),
                2 when other.Length > 0 => source.Insert(at, other[random.Next(other.Length)..]),
                3 => source[..at] + (char)random.Next(1, 300) + source[at..],
                _ => source.Insert(at, Pieces[random.Next(Pieces.Length)]),
            };
        }
        return source;
    }

    private sealed class Itself(Template template) : ITemplateLoader
    {
        public Template? Find(string name, TemplateRun run) => name.Length > 0 ? template : null;
    }
}
