using Publisher.Core.Tests.Scriban.Formatting;
using Publisher.Scriban;
using Publisher.Text;

namespace Publisher.Core.Tests.Scriban;

/// <summary>Mutated templates: nothing but diagnostics may come of them, soon, and with bounded output.</summary>
public class FuzzTests
{
    private static readonly string[] Pieces =
    [
        "{{", "}}", "{{-", "-}}", "{{~", "~}}", "{%{", "}%}", "{", "}", "(", ")", "[", "]", "\"", "'", "`", "$\"", "$", "$$",
            "$0", "@", "^", "|", "||", "&&", "?",
        "??", "?.", ".", "..", "..<", "...", ":", ";", ",", "\n", "#", "##", "=", "==", "+=", "++", "--", "-", "*", "/", "//",
            "%", "<<", "!", " end ", " else ", " if ",
        " for x in ", " while ", " func f ", " func f(a, b = 1, c...) ", " do ", " case ", " when ", " with ", " wrap ",
            " capture ", " import ", " readonly ", " ret ",
        " break ", " include 'a' ", " tablerow i in ", " x ", " this ", " null ", " 1e9 ", " 0x ", " 1.5m ", " empty ",
            " array.each ", " string.upcase ", " object.eval ",
        " regex.replace ", " date.parse ", " math.times ", " string.pad_left ", " 99999999999 ", " -1 ", "\\u", "é", "😀", "\0",
    ];

    [Fact]
    public void Mutated_templates_give_diagnostics_only()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("PUBLISHER_FUZZ"), out var wanted) ? wanted : 3000;
        var seeds = Directory.EnumerateFiles(CaseFile.Folder(), "*.txt").SelectMany(CaseFile.Read)
            .Where(one => !one.Options.Contains("liquid")).Select(one => one.Template)
            // Each of these takes its second until it is stopped: they have tests of their own.
            .Where(template => !template.Contains("(a+)+")).Order(StringComparer.Ordinal).ToArray();
        // Globals remember every name they met, so that each thread begins with new ones now and then.
        Parallel.For(0, count, Globals.Standard, (i, _, globals) =>
        {
            var random = new Random(i);
            var source = Mutate(seeds[random.Next(seeds.Length)], seeds[random.Next(seeds.Length)], random);
            try
            {
                Check(globals, source, random.Next(2) == 0);
            }
            catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
            {
                throw new InvalidOperationException($"seed {i}: {fault.GetType().Name} {fault.Message} in: {source}", fault);
            }
            return i % 1000 == 0 ? Globals.Standard() : globals;
        }, static _ => { });
    }

    private static void Check(Globals globals, string source, bool strict)
    {
        var options = new TemplateOptions(globals) { Escape = strict ? Escape.Html
            : Escape.None, StrictNames = strict, AutoIndent = !strict, Scientific = !strict };
        var template = Template.Parse(new SitePath("text"), source, options);
        Assert.All(template.Diagnostics, diagnostic => Assert.True(diagnostic.At.Line >= 1 && diagnostic.At.Column >= 1));
        var output = Run(globals, template);
        if (!template.IsValid) return;
        var formatted = Template.Parse(new SitePath("text"), RoundTrip.Check(template), options);
        Assert.Equal(output, Run(globals, formatted));
    }

    private static string Run(Globals globals, Template template)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var run = new TemplateRun(globals)
        {
            Cancel = limit.Token,
            Loader = new Itself(template),
            Clock = new FixedClock(),
            Limits = new TemplateLimits { LoopSteps = 2000, OutputBytes = 1 << 16, Length = 1 << 14, Allocation = 1 << 22,
                Recursion = 20 },
        };
        SampleData.SetVariables(run);
        var output = new Utf8Buffer();
        var fine = template.Render(run, output);
        Assert.Equal(fine, run.Diagnostics.Count == 0);
        Assert.InRange(output.Length, 0, 1 << 20);
        return output.ToString();
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
