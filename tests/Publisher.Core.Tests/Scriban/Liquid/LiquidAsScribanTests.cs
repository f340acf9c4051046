using Publisher.Scriban;
using Publisher.Scriban.Formatting;
using Publisher.Scriban.Syntax;
using Publisher.Text;

namespace Publisher.Core.Tests.Scriban.Liquid;

/// <summary>A Liquid template printed as Scriban, with all it includes, is the same tree and prints the same.</summary>
public class LiquidAsScribanTests
{
    [Fact]
    public void Cases() => Check(Directory.EnumerateFiles(CaseFile.Folder(), "liquid*.txt").SelectMany(CaseFile.Read)
        .Select(one => (one.Template, one.Includes)));

    [Fact]
    public void Generated_templates() => Check(Enumerable.Range(0, 1500)
        .Select(seed => (new TemplateMaker(seed).Make(), new Dictionary<string, string>())));

    private static void Check(IEnumerable<(string Template, Dictionary<string, string> Includes)> templates)
    {
        var faults = new List<string>();
        var checkedOnes = 0;
        foreach (var (template, includes) in templates)
        {
            foreach (var indent in (bool[])[true, false])
            {
                var liquid = Render(template, includes, liquid: true, indent);
                if (liquid is null || includes.Values.Any(include => Printed(include, indent) is null)) continue;
                checkedOnes++;
                if (Printed(template, indent) is not { } scriban)
                {
                    faults.Add($"--- template\n{template}\n--- another tree when printed\n{Formatted(template, indent).Text}");
                    continue;
                }
                var printed = Render(scriban, includes.ToDictionary(one => one.Key, one => Printed(one.Value, indent)!), liquid: false, indent);
                if (printed != liquid) faults.Add($"--- template\n{template}\n--- as Scriban\n{scriban}\n--- Liquid\n{liquid}\n--- Scriban\n{printed}");
            }
        }
        Assert.True(checkedOnes > 100);
        Assert.True(faults.Count == 0, $"{faults.Count} of {checkedOnes} differ:\n" + string.Join("\n", faults.OrderBy(fault => fault.Length).Take(8)));
    }

    private static string? Render(string template, Dictionary<string, string> includes, bool liquid, bool indent)
    {
        var rendered = Rendered.From(template, liquid: liquid, indent: indent, includes: includes);
        return rendered.Diagnostics.Count > 0 && liquid ? null
            : rendered.Output + string.Join("\n", rendered.Diagnostics.Select(problem => $"{problem.At}: {problem.Message}"));
    }

    /// <summary>The Scriban text; null when it is not read as the same tree.</summary>
    private static string? Printed(string template, bool indent)
    {
        var (text, same) = Formatted(template, indent);
        return same ? text : null;
    }

    private static (string Text, bool Same) Formatted(string template, bool indent)
    {
        var options = new TemplateOptions(Globals.Standard()) { AutoIndent = indent };
        var read = Template.Parse(new SitePath("text"), template, options with { Language = TemplateLanguage.Liquid });
        if (!read.IsValid) return ("", false);
        var text = Formatter.Format(read.Tree, options);
        var again = Template.Parse(new SitePath("text"), text, options);
        return again.IsValid && again.Tree.SameAs(read.Tree) ? (text, true)
            : (text + string.Join("\n", again.Diagnostics.Select(problem => $"\n{problem.At}: {problem.Message}")), false);
    }
}
