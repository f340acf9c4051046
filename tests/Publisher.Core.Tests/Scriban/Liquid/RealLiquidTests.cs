using Publisher.Testing;

namespace Publisher.Core.Tests.Scriban.Liquid;

/// <summary>What the real Liquid prints for a template is what ours prints, and where it fails ours fails.</summary>
public class RealLiquidTests
{
    private const string Data = """
        {"n": 3, "zero": 0, "f": 1.5, "whole": 2.0, "big": 12345678901234567890.0, "s": "text", "digits": "3", "no": false,
         "yes": true, "none": null, "nothing": "", "spaces": "  ", "list": [1, 2, 3, 4, 5], "words": ["b", "a", "c"], "empties": [],
         "mixed": [1, "1", 1.0, null, true, [2, [3]], {"k": "v"}], "hash": {"a": 1, "b": "two", "size": 9}, "plain": {"x": {"y": "deep"}},
         "page": {"title": "A title", "guest-name": "Ann", "tags": ["x", "y"], "date": "2024-02-29"}, "é": "accent",
         "products": [{"title": "Orange", "price": 3}, {"title": "Apple", "price": 1.25}, {"title": "Nut"}],
         "key": "title", "for": "word", "date": "dated", "html": "<b>", "data-x": "hyphen", "under_score": "u", "string": "str"}
        """;

    [ServerFact(Servers.Jekyll)]
    public async Task Templates_written_by_hand() => await CompareAsync([.. TemplatesIn("templates.txt")]);

    [ServerFact(Servers.Jekyll)]
    public async Task Generated_templates()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("PUBLISHER_FUZZ"), out var wanted) ? wanted : 1500;
        await CompareAsync([.. Enumerable.Range(0, count).Select(seed => new LiquidCase(new TemplateMaker(seed).Make(), Data,
            new Dictionary<string, string>()))]);
    }

    private static async Task CompareAsync(List<LiquidCase> cases)
    {
        var expected = await RealLiquid.RenderAsync(cases);
        var faults = new List<string>();
        for (var i = 0; i < cases.Count; i++)
        {
            var one = cases[i];
            var ours = Rendered.From(one.Template, liquid: true, includes: new Dictionary<string, string>(one.Includes),
                run: run => JsonValues.Set(run, one.Data), sample: false);
            var output = ours.Diagnostics.Count > 0 ? null : ours.Output;
            if (output == expected[i]) continue;
            var problems = string.Join("\n", ours.Diagnostics.Select(problem => $"{problem.At}: {problem.Message}"));
            faults.Add($"--- template\n{one.Template}\n--- Liquid\n{expected[i] ?? "(fails)"}\n--- ours\n{output ?? problems}\n");
        }
        Assert.True(faults.Count == 0, $"{faults.Count} of {cases.Count} differ:\n" + string.Join("\n", faults.OrderBy(fault => fault.Length).Take(12)));
    }

    /// <summary>
    /// Templates between lines of "===", where "=== jekyll" begins one with Jekyll's include; included ones follow "+++ name".
    /// </summary>
    private static IEnumerable<LiquidCase> TemplatesIn(string name)
    {
        var text = File.ReadAllText(Path.Combine(CaseFile.Folder(), "..", "Liquid", name));
        foreach (var part in ("\n" + text.TrimEnd('\n')).Split("\n===").Skip(1))
        {
            var end = part.IndexOf('\n');
            var parts = part[(end + 1)..].Split("\n+++ ");
            yield return new LiquidCase(parts[0], Data,
                parts.Skip(1).ToDictionary(include => include[..include.IndexOf('\n')], include => include[(include.IndexOf('\n') + 1)..]),
                part[..end].Contains("jekyll"));
        }
    }
}
