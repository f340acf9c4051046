using Publisher.Scriban;
using Publisher.Text;

namespace Publisher.Core.Tests.Scriban;

/// <summary>Templates grown from others by small changes, the same ones in every run, and short runs of them.</summary>
internal static class TemplateFuzz
{
    /// <summary>Mutates the seeds; the environment variable PUBLISHER_FUZZ says how often.</summary>
    public static void Run(string[] seeds, string[] pieces, Action<Globals, string, Random> check)
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("PUBLISHER_FUZZ"), out var wanted) ? wanted : 3000;
        // Globals remember every name they met, so that each thread begins with new ones now and then.
        Parallel.For(0, count, Globals.Standard, (i, _, globals) =>
        {
            var random = new Random(i);
            var source = Mutate(seeds[random.Next(seeds.Length)], seeds[random.Next(seeds.Length)], pieces, random);
            try
            {
                check(globals, source, random);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"seed {i}: {fault.GetType().Name} {fault.Message} in: {source}", fault);
            }
            return i % 1000 == 0 ? Globals.Standard() : globals;
        }, static _ => { });
    }

    /// <summary>Reads a template; whatever is wrong with it has a place.</summary>
    public static Template Parse(string source, TemplateOptions options)
    {
        var template = Template.Parse(new SitePath("text"), source, options);
        Assert.All(template.Diagnostics, diagnostic => Assert.True(diagnostic.At.Line >= 1 && diagnostic.At.Column >= 1));
        return template;
    }

    /// <summary>What a template prints within tight limits.</summary>
    public static string Print(Globals globals, Template template)
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

    private static string Mutate(string source, string other, string[] pieces, Random random)
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
                _ => source.Insert(at, pieces[random.Next(pieces.Length)]),
            };
        }
        return source;
    }

    private sealed class Itself(Template template) : ITemplateLoader
    {
        public Template? Find(string name, TemplateRun run) => name.Length > 0 ? template : null;
    }
}
