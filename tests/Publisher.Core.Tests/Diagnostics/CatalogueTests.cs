using System.Text.RegularExpressions;
using Publisher.Core.Tests.Tidy;

namespace Publisher.Core.Tests.Diagnostics;

/// <summary>The reference of diagnostics tells of every code that there is, and of none that there is not.</summary>
public class CatalogueTests
{
    // The rules for feeds have a page of their own, which says also who asks for them.
    private static readonly IEnumerable<string> Reference = new[] { "content/docs/program/diagnostics.md", "content/docs/site/feed-rules.md" }
        .SelectMany(page => File.ReadLines(Path.Combine(Repository.Root, page)));

    [Fact]
    public void The_reference_lists_every_code_once_and_no_other()
    {
        var folder = Path.Combine(Repository.Root, "src/Publisher.Core/Diagnostics");
        var known = Directory.EnumerateFiles(folder, "Messages*.cs")
            .SelectMany(file => Codes(File.ReadAllText(file), "\"(PB[0-9]{4})\"")).Distinct().Order();
        var rows = Reference.Where(line => line.StartsWith("| PB", StringComparison.Ordinal))
            .SelectMany(line => Codes(line[..line.IndexOf('|', 1)], "(PB[0-9]{4})"));
        Assert.Equal(known, rows.Order());
    }

    [Fact]
    public void A_code_stands_below_the_heading_of_its_stage()
    {
        var stage = "";
        foreach (var line in Reference)
        {
            if (line.StartsWith("## PB", StringComparison.Ordinal)) stage = line[3..7];
            else if (line.StartsWith("| PB", StringComparison.Ordinal))
                Assert.All(Codes(line[..line.IndexOf('|', 1)], "(PB[0-9]{4})"), code => Assert.StartsWith(stage, code));
        }
    }

    private static IEnumerable<string> Codes(string text, string pattern) =>
        Regex.Matches(text, pattern).Select(match => match.Groups[1].Value);
}
