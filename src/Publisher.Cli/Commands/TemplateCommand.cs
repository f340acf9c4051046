using System.CommandLine;
using System.Text;
using Publisher.Cli.Terminal;
using Publisher.Configuration;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Rendering.Views;
using Publisher.Scriban;
using Publisher.Scriban.Formatting;
using Publisher.Scriban.Liquid;
using Publisher.Text;

namespace Publisher.Cli.Commands;

/// <summary><c>publisher template</c>: renders or converts one template, without a site.</summary>
internal static class TemplateCommand
{
    private static readonly string TagsFolder = Path.Combine("templates", "includes", "tags");

    public static Command Create(Screen screen, CancellationToken cancel)
    {
        var command = new Verb("template", "Render one template, or convert it from Liquid to Scriban")
        {
            Examples =
            [
                ("template render card.sbn-html --data card.yml", "prints what the template makes of the data"),
                ("template convert post.liquid > post.sbn-html", "the same template in Scriban"),
            ],
        };
        command.Add(Render(screen, cancel));
        command.Add(Convert(screen));
        return command;
    }

    private static Command Render(Screen screen, CancellationToken cancel)
    {
        var file = FileArgument();
        var data = new Option<string?>("--data")
        {
            Description = "A file of JSON or YAML whose members are the template's variables", HelpName = "FILE",
        };
        var liquid = new Option<bool>("--liquid") { Description = "Read it as Liquid, whatever it is called" };
        var scientific = new Option<bool>("--scientific") { Description = "Read |, & and ^ as operators on numbers and arrays" };
        var command = new Verb("render", "Print what a template makes")
        {
            Examples =
            [
                ("template render hello.sbn", "text as it is; a file that ends in .sbn-html escapes what it prints"),
                ("template render post.liquid --data post.json", "Liquid, by its ending"),
            ],
        };
        command.Add(file);
        command.Add("Options", data, liquid, scientific);
        command.SetAction(parsed =>
        {
            var name = parsed.GetValue(file)!;
            var globals = LiquidWithoutSite.AddTo(Globals.Standard());
            var (folder, path) = Open(name, globals, parsed.GetValue(liquid), parsed.GetValue(scientific));
            var run = new TemplateRun(globals)
            {
                Loader = folder, Clock = TimeProvider.System, Zone = TimeZoneInfo.Local, Cancel = cancel,
                Random = new Random(),
            };
            if (parsed.GetValue(data) is { } source && !SetData(run, source, screen)) return ExitCode.Problems;
            var output = new Utf8Buffer();
            var template = folder.Read(path);
            if (template.Render(run, output))
            {
                screen.Output.Write(output.ToString());
                return ExitCode.Fine;
            }
            foreach (var problem in run.Diagnostics) Tell(screen, problem, folder.Shown);
            return ExitCode.Problems;
        });
        return command;
    }

    private static Command Convert(Screen screen)
    {
        var file = FileArgument();
        var text = new Option<bool>("--text")
        {
            Description = "For a file that escapes nothing: one that is not .sbn-html or .sbn-xml",
        };
        var command = new Verb("convert", "Print the Scriban text of a Liquid template")
        {
            Examples =
            [
                ("template convert post.html > post.sbn-html", "comments and trimmed white space are left out"),
                ("template convert robots.txt --text > robots.sbn", "without the | html.raw that HTML needs"),
            ],
        };
        command.Add(file);
        command.Add("Options", text);
        command.SetAction(parsed =>
        {
            var escape = parsed.GetValue(text) ? Escape.None : Escape.Html;
            var globals = LiquidWithoutSite.AddTo(Globals.Standard(), OwnTags());
            var (folder, path) = Open(parsed.GetValue(file)!, globals, liquid: true, escape: escape);
            var (template, layout) = WithoutFrontMatter(folder.Read(path), folder.TextOf(path), screen, folder.Shown);
            foreach (var problem in template.Diagnostics) Tell(screen, problem, folder.Shown);
            if (!template.IsValid) return ExitCode.Problems;
            if (layout is not null) screen.Output.Write($"{{{{ layout '{layout}' ~}}}}\n");
            screen.Output.Write(Formatter.Format(template.Tree, template.Options));
            return ExitCode.Fine;
        });
        return command;
    }

    /// <summary>The tags that the site in this folder makes of files.</summary>
    private static IEnumerable<string> OwnTags() => Directory.Exists(TagsFolder)
        ? Directory.EnumerateFiles(TagsFolder).Select(file => Path.GetFileNameWithoutExtension(file)!) : [];

    /// <summary>A layout of Jekyll begins with front matter, which says the layout around it.</summary>
    private static (Template Template, string? Layout) WithoutFrontMatter(
        Template template, string text, Screen screen, Func<SitePath, string> shown)
    {
        var problems = new List<Diagnostic>();
        if (!text.StartsWith("---", StringComparison.Ordinal)) return (template, null);
        var head = FrontMatterBlock.Split(template.File, text, problems);
        if (!head.IsPresent) return (template, null);
        var others = (head.Matter?.Entries ?? []).Where(entry => entry.Key.Text != "layout");
        problems.AddRange(others.Select(entry => Messages.LayoutMatter(entry.Key.At, entry.Key.Text)));
        foreach (var problem in problems) Tell(screen, problem, shown);
        var layout = head.Matter?.Find("layout") is ScalarNode { Text: { Length: > 0 } name } and not { IsNull: true }
            && name is not "none" ? name : null;
        return (Template.Parse(template.File, head.Body, template.Options, head.BodyFirstLine), layout);
    }

    private static Argument<string> FileArgument() => new("FILE") { Description = "The template" };

    private static (TemplateFolder Folder, SitePath Path) Open(
        string name, Globals globals, bool liquid, bool scientific = false, Escape? escape = null)
    {
        liquid |= TemplateFolder.IsLiquid(name);
        var options = new TemplateOptions(globals)
        {
            Escape = escape
                ?? (name.EndsWith(".sbn-html", StringComparison.OrdinalIgnoreCase) ? Escape.Html : Escape.None),
            Language = liquid ? TemplateLanguage.Liquid : TemplateLanguage.Scriban,
            AutoIndent = !liquid,
            Scientific = scientific,
        };
        var path = new SitePath(Path.GetFileName(name));
        return (new TemplateFolder(Path.GetDirectoryName(name) ?? "", options), path);
    }

    /// <summary>Gives the run the members of a data file; false when the file cannot be read as data.</summary>
    private static bool SetData(TemplateRun run, string source, Screen screen)
    {
        if (!File.Exists(source)) throw new UsageException($"there is no file '{source}'");
        var problems = new List<Diagnostic>();
        var text = File.ReadAllText(source, Encoding.UTF8).TrimStart('\uFEFF');
        var path = new SitePath(source);
        var node = path.HasExtension(".json") ? JsonReader.Read(path, text, 1, problems)
            : YamlReader.Read(path, text, 1, problems);
        foreach (var problem in problems) Tell(screen, problem, _ => source);
        if (problems.Exists(problem => problem.Severity == Severity.Error)) return false;
        if (node is null) return true;
        if (node is not MappingNode mapping) throw new UsageException($"'{source}' must hold names and their values");
        foreach (var (key, value) in mapping.Entries) run.Set(key.Text, DataValues.ToValue(value));
        return true;
    }

    private static void Tell(Screen screen, Diagnostic problem, Func<SitePath, string> shown)
    {
        string At(Location at) => Words.Harmless(at.Line == 0 ? shown(at.File) : $"{shown(at.File)}:{at.Line}:{at.Column}");
        screen.Error.WriteLine(
            $"{At(problem.At)}: {Words.Name(problem.Severity)} {problem.Code}: {Words.Harmless(problem.Message)}");
        if (problem.Hint is { } hint) screen.Error.WriteLine($"  hint: {Words.Harmless(hint)}");
        foreach (var place in problem.Trail) screen.Error.WriteLine($"  in {At(place)}");
    }
}
