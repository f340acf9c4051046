using System.CommandLine;
using Publisher.Cli.Terminal;
using Publisher.Content;
using Publisher.Text;

namespace Publisher.Cli.Commands;

/// <summary><c>publisher new</c>: starts a site, or a page in the right place of one.</summary>
internal static class NewCommand
{
    public static Command Create(Screen screen, Interruption interruption)
    {
        var command = new Verb("new", "Start a site, post, weeknote, episode, doc or page")
        {
            Examples =
            [
                ("new site notes", "a site in the folder 'notes'"),
                ("new post \"What I learned\"", "content/posts/2026-11-21-what-i-learned.md"),
                ("new weeknote", "the next weeknote, counted on from the last"),
                ("new episode \"On caches\" --edit", "the next episode, opened in your editor"),
            ],
        };
        command.Add(Site(screen, interruption.Token));
        command.Add(Page(Kind.Post, "Start a post, dated today", screen, interruption));
        command.Add(Page(Kind.Weeknote, "Start the next weeknote, counted on from the last", screen, interruption));
        command.Add(Page(Kind.Episode, "Start the next episode of a podcast", screen, interruption));
        command.Add(Page(Kind.Doc, "Start a page of documentation", screen, interruption));
        command.Add(Page(Kind.Page, "Start a page that stands for itself", screen, interruption));
        return command;
    }

    private static Command Site(Screen screen, CancellationToken cancel)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder to make; it must not hold files yet" };
        folder.Validators.Add(SiteOptions.NeedsName);
        var title = new Option<string?>("--title")
        {
            Description = "The site's title (default: from the folder's name)", HelpName = "TITLE",
        };
        var clock = new SiteOptions().Clock;
        var command = new Verb("site", "Start a site in a new folder")
        {
            Examples = [("new site notes", "makes the folder 'notes'"), ("new site . --title \"My notes\"", "in this folder")],
        };
        command.Add(folder);
        command.Add(title);
        command.Add(clock);
        command.SetAction(parsed =>
        {
            var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetValue(folder)!));
            var time = parsed.GetValue(clock);
            var now = time is null ? TimeProvider.System.GetLocalNow() : PageDate.Parse(time, TimeZoneInfo.Local)!.Value;
            var named = parsed.GetValue(title) ?? StarterSite.TitleOf(Path.GetFileName(root));
            var files = StarterSite.Files(named, now, TimeZoneInfo.Local);
            StarterSite.Write(root, parsed.GetValue(folder)!, files, cancel);
            foreach (var (path, _) in files) screen.Output.WriteLine(Shown(Path.Combine(root, path)));
            var there = Path.GetRelativePath(Environment.CurrentDirectory, root);
            screen.Error.WriteLine($"\nNext: {(there == "." ? "" : $"cd {there} && ")}publisher watch --open");
            return ExitCode.Fine;
        });
        return command;
    }

    private static Command Page(Kind kind, string description, Screen screen, Interruption interruption)
    {
        var cancel = interruption.Token;
        var site = new SiteOptions();
        var optional = kind == Kind.Weeknote;
        var title = new Argument<string?>("TITLE")
        {
            Description = optional ? "Its title (default: Weeknote and its number)" : "Its title",
            Arity = optional ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
        };
        var draft = new Option<bool>("--draft") { Description = "Mark it as a draft, which is not published" };
        var edit = new Option<bool>("--edit", "-e") { Description = "Open it in $VISUAL or $EDITOR" };
        var example = optional
            ? ("new weeknote", "the next one")
            : ($"new {kind.Name()} \"A title\"", "prints the path of the file it made");
        var command = new Verb(kind.Name(), description) { Examples = [example] };
        command.Add(title);
        var section = new Option<string?>("--section")
        {
            Description = "The podcast's folder, where the site has more than one (default: the one you are in)",
            HelpName = "FOLDER",
        };
        if (kind == Kind.Episode) command.Add("Options", section);
        command.Add("Options", draft, edit, site.Source, site.Clock, site.Set);
        command.SetAction(parsed =>
        {
            // As in a preview every page counts, also those that are not published, or their numbers would be given twice.
            var workspace = Workspace.Open(site, parsed, cancel, options => options with { Preview = true });
            var build = workspace.Build(remembers: false, cancel);
            var now = TimeZoneInfo.ConvertTime(workspace.Clock.GetUtcNow(), build.Site.Settings.TimeZone);
            var inSection = kind == Kind.Episode
                ? SectionAt(workspace.Root, build.Site, parsed.GetValue(section))
                : null;
            var page = new StarterPage(build.Site, now).Of(kind, parsed.GetValue(title), parsed.GetValue(draft), inSection);
            var file = workspace.Reader.FullPath(page.Path);
            StarterPage.Write(file, Shown(file), page.Text);
            screen.Output.WriteLine(Shown(file));
            return parsed.GetValue(edit) ? Editor.Open(file, Environment.GetEnvironmentVariable, interruption) : ExitCode.Fine;
        });
        return command;
    }

    /// <summary>The section that is named, by its folder in content or site; else that of the current folder.</summary>
    private static SitePath? SectionAt(string root, Model.Site site, string? named)
    {
        var here = Path.GetRelativePath(root, Environment.CurrentDirectory);
        if (named is null && (here.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(here))) return null;
        var path = new SitePath(named ?? here);
        var content = site.Settings.Content;
        var section = path.IsBelow(content) ? path.Below(content) : path;
        return named is not null || !section.IsRoot && site.Index.Section(section) is { Kind: Kind.Episode } ? section : null;
    }

    /// <summary>From the current folder where that is shorter, as people would type it.</summary>
    private static string Shown(string file)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, file);
        return relative.Length < file.Length ? relative : file;
    }
}
