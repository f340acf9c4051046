using System.Text.Json;
using System.Text.RegularExpressions;
using Publisher.Testing;

namespace Publisher.Core.Tests.Scriban.Liquid;

/// <summary>
/// Each filter gives what the real one gives, and fails where it fails: every line of filters.txt with every input there.
/// </summary>
public class FilterTests
{
    private static readonly string[] Sections = ["text", "numbers", "lists", "dates", "expressions", "smartify"];

    [ServerFact(Servers.Jekyll)]
    public async Task Filters_of_text() => await CompareAsync("text");

    [ServerFact(Servers.Jekyll)]
    public async Task Filters_of_numbers() => await CompareAsync("numbers");

    [ServerFact(Servers.Jekyll)]
    public async Task Filters_of_lists() => await CompareAsync("lists");

    [ServerFact(Servers.Jekyll)]
    public async Task Filters_of_dates() => await CompareAsync("dates");

    [ServerFact(Servers.Jekyll)]
    public async Task Filters_by_expressions() => await CompareAsync("expressions");

    [ServerFact(Servers.Jekyll)]
    public async Task Smart_text() => await CompareAsync("smartify");

    private static async Task CompareAsync(string section)
    {
        var lines = LinesOf(section);
        var cases = CasesOf(lines);
        var exceptions = lines.Where(line => line[0] == '!').Select(line => new Regex(line[2..])).ToList();
        var unused = exceptions.ToList();
        var real = await RealFilters.CallAsync(cases);
        var caller = new FilterCaller();
        var faults = new List<string>();
        for (var i = 0; i < cases.Count; i++)
        {
            var ours = caller.Call(cases[i]);
            if (real[i] == ours || (IsFault(real[i]) && IsFault(ours))) continue;
            unused.RemoveAll(exception => exception.IsMatch(cases[i].ToString()));
            if (exceptions.Any(exception => exception.IsMatch(cases[i].ToString()))) continue;
            faults.Add($"{cases[i]}\n  real: {real[i]}\n  ours: {ours}");
        }
        Assert.True(faults.Count == 0, $"{faults.Count} of {cases.Count} differ:\n" + string.Join("\n", faults.Take(40)));
        Assert.True(unused.Count == 0, $"these do not differ: {string.Join(" ", unused)}");
    }

    /// <summary>No value is too odd for any filter: there is a result or a fault.</summary>
    [Fact]
    public void Any_values()
    {
        var calls = int.TryParse(Environment.GetEnvironmentVariable("PUBLISHER_FUZZ"), out var wanted) ? wanted : 20_000;
        var caller = new FilterCaller();
        string[] values = [.. Sections.SelectMany(LinesOf).Where(line => line[0] == '<').SelectMany(line => Read(line[1..]))];
        var random = new Random(1);
        for (var i = 0; i < calls; i++)
        {
            var filter = caller.Names[random.Next(caller.Names.Length)];
            var arguments = Enumerable.Range(0, random.Next(4)).Select(_ => values[random.Next(values.Length)]);
            var one = new FilterCase(filter, values[random.Next(values.Length)], [.. arguments]);
            var result = caller.Call(one);
            Assert.False(result.StartsWith("exception: ", StringComparison.Ordinal), $"{one}\n{result}");
        }
    }

    private static bool IsFault(string result) => result.StartsWith("fault: ", StringComparison.Ordinal);

    /// <summary>
    /// A section of the file, which begins with "# name": lines that begin with "&lt;" hold inputs, "zones" the time zones, "!" a
    /// pattern of calls that may differ, ";" why; the others a filter and lists of arguments.
    /// </summary>
    private static string[] LinesOf(string section)
    {
        var text = File.ReadAllText(Path.Combine(CaseFile.Folder(), "..", "Liquid", "filters.txt"));
        return [.. ("\n" + text).Split("\n# ")
            .Single(part => part.StartsWith(section + "\n", StringComparison.Ordinal)).Split('\n').Skip(1).Where(line => line.Length > 0 && line[0] != ';')];
    }

    private static List<FilterCase> CasesOf(string[] lines)
    {
        var inputs = lines.Where(line => line[0] == '<').SelectMany(line => Read(line[1..])).ToList();
        var zones = lines.Where(line => line.StartsWith("zones ")).SelectMany(line => line[6..].Split(' ')).DefaultIfEmpty("UTC");
        return
        [
            .. from line in lines
               where line[0] is not ('<' or '!') && !line.StartsWith("zones ")
               let space = line.IndexOf(' ')
               from arguments in Read(line[space..])
               from input in inputs
               from zone in zones
               select new FilterCase(line[..space], input, [.. Read(arguments[1..^1])], zone)
        ];
    }

    /// <summary>JSON values with commas between them.</summary>
    private static IEnumerable<string> Read(string line)
    {
        using var json = JsonDocument.Parse($"[{line}]");
        return [.. json.RootElement.EnumerateArray().Select(element => element.GetRawText())];
    }
}
