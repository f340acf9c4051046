using Publisher.Scriban;
using Publisher.Scriban.Formatting;
using Publisher.Scriban.Syntax;
using Publisher.Text;

namespace Publisher.Core.Tests.Scriban.Formatting;

/// <summary>Prints a template and reads it again, for tests of that.</summary>
internal static class RoundTrip
{
    private static readonly Globals Globals = Globals.Standard();

    /// <summary>The template as it is printed; null when it is not valid.</summary>
    public static string? Check(string source, bool scientific, bool indent)
    {
        var options = new TemplateOptions(Globals) { Scientific = scientific, AutoIndent = indent };
        var template = Template.Parse(new SitePath("a"), source, options);
        return template.IsValid ? Check(template) : null;
    }

    public static string Check(Template template)
    {
        var formatted = Formatter.Format(template.Tree, template.Options);
        var again = Template.Parse(new SitePath("b"), formatted, template.Options);
        var problem = again.Diagnostics.FirstOrDefault();
        Assert.True(again.IsValid, $"{problem?.At} {problem?.Message} in: {formatted}");
        Assert.True(template.Tree.SameAs(again.Tree), $"the tree is another in: {formatted}");
        Assert.Equal(formatted, Formatter.Format(again.Tree, template.Options));
        return formatted;
    }
}
