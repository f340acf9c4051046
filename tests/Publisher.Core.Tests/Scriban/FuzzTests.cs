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
        var seeds = Directory.EnumerateFiles(CaseFile.Folder(), "*.txt").SelectMany(CaseFile.Read)
            .Where(one => !one.Options.Contains("liquid")).Select(one => one.Template)
            // Each of these takes its second until it is stopped: they have tests of their own.
            .Where(template => !template.Contains("(a+)+")).Order(StringComparer.Ordinal).ToArray();
        TemplateFuzz.Run(seeds, Pieces, (globals, source, random) => Check(globals, source, random.Next(2) == 0));
    }

    private static void Check(Globals globals, string source, bool strict)
    {
        var options = new TemplateOptions(globals) { Escape = strict ? Escape.Html
            : Escape.None, StrictNames = strict, AutoIndent = !strict, Scientific = !strict };
        var template = TemplateFuzz.Parse(source, options);
        var output = TemplateFuzz.Print(globals, template);
        if (!template.IsValid) return;
        var formatted = Template.Parse(new SitePath("text"), RoundTrip.Check(template), options);
        Assert.Equal(output, TemplateFuzz.Print(globals, formatted));
    }
}
