using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using Publisher.Cli.Terminal;

namespace Publisher.Cli.Commands;

/// <summary>Prints what a command is for and how to call it.</summary>
internal sealed class Help(Screen screen) : SynchronousCommandLineAction
{
    private const int Indent = 2, Gap = 2, WidestName = 32;
    private const string ExitCodes =
        "Exit codes: 0 fine, 1 problems in the content, 2 wrong usage, 3 to 6 publishing, "
        + "70 a fault of Publisher, 130 and 143 ended.";

    private static readonly ImmutableArray<(string Line, string Does)> FirstSteps =
    [
        ("new site notes", "starts a site in the folder 'notes'"),
        ("watch --open", "shows the site in this folder, live; any folder of Markdown will do"),
        ("new weeknote", "starts the next weeknote"),
        ("publish", "brings the site to its readers"),
    ];

    public override int Invoke(ParseResult parsed)
    {
        screen.Output.Write(Of(parsed.CommandResult.Command));
        return ExitCode.Fine;
    }

    public string Of(Command command)
    {
        var text = new StringBuilder();
        Paragraph(text, command.Description ?? "", 0);
        text.Append("\nUsage: ").Append(Usage(command)).Append('\n');
        Section(text, "Commands",
            command.Subcommands.Where(one => !one.Hidden).Select(one => (NameOf(one), one.Description ?? "")));
        Section(text, "Arguments",
            command.Arguments.Where(one => !one.Hidden).Select(one => (NameOf(one), one.Description ?? "")));
        var grouped = (command as Verb)?.Groups ?? [];
        foreach (var (title, options) in grouped) Section(text, title, options.Where(one => !one.Hidden).Select(Row));
        var others = command.Options.Where(one => !one.Hidden && !grouped.Any(group => group.Options.Contains(one)));
        Section(text, grouped.Count > 0 ? "Other" : "Options", others.Select(Row));
        Examples(text, command is Verb verb ? verb.Examples : FirstSteps);
        if (command is RootCommand) text.Append('\n').Append(ExitCodes).Append('\n');
        if (command.Subcommands.Count > 0) text.Append($"\nSee '{Path(command)} COMMAND --help' for more about one of them.\n");
        return text.ToString();
    }

    /// <summary>The words that call a command: "publisher new post".</summary>
    public static string Path(Command command)
    {
        var names = new List<string>();
        for (Symbol? at = command; at is not null; at = at.Parents.FirstOrDefault())
            names.Insert(0, at is RootCommand ? "publisher" : at.Name);
        return string.Join(' ', names);
    }

    private static string Usage(Command command)
    {
        var usage = new StringBuilder(Path(command));
        if (command.Subcommands.Any(one => !one.Hidden)) usage.Append(" COMMAND");
        foreach (var argument in command.Arguments.Where(one => !one.Hidden)) usage.Append(' ').Append(Written(argument));
        return usage.Append(" [options]").ToString();
    }

    private static string NameOf(Command command) => string.Join(' ', command.Arguments.Select(Written).Prepend(command.Name));

    private static string NameOf(Argument argument) => argument.HelpName ?? argument.Name;

    private static string Written(Argument argument) =>
        argument.Arity.MinimumNumberOfValues == 0 ? $"[{NameOf(argument)}]" : NameOf(argument);

    private static (string Name, string Description) Row(Option option)
    {
        var names = option.Aliases.Where(alias => alias.Length == 2).Append(option.Name);
        var value = option.HelpName is null ? "" : " " + option.HelpName;
        return (string.Join(", ", names) + value, option.Description ?? "");
    }

    private void Section(StringBuilder text, string title, IEnumerable<(string Name, string Description)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) return;
        text.Append('\n').Append(title).Append(":\n");
        var column = Indent + Gap + Math.Min(WidestName, all.Max(row => row.Name.Length));
        foreach (var (name, description) in all)
        {
            var first = new string(' ', Indent) + name;
            text.Append(first);
            if (first.Length + Gap > column) text.Append('\n').Append(' ', column);
            else text.Append(' ', column - first.Length);
            Paragraph(text, description, column);
        }
    }

    private static void Examples(StringBuilder text, ImmutableArray<(string Line, string Does)> examples)
    {
        if (examples.IsEmpty) return;
        text.Append("\nExamples:\n");
        var width = examples.Max(example => example.Line.Length);
        foreach (var (line, does) in examples) text.Append($"  publisher {line.PadRight(width)}   {does}\n");
    }

    /// <summary>Wraps words at the terminal's width; the cursor already stands at <paramref name="column"/>.</summary>
    private void Paragraph(StringBuilder text, string words, int column)
    {
        var width = Math.Max(40, Math.Min(screen.Width, 110));
        var at = column;
        foreach (var word in words.Split(' '))
        {
            if (at > column && at + 1 + word.Length > width)
            {
                text.Append('\n').Append(' ', column);
                at = column;
            }
            if (at > column)
            {
                text.Append(' ');
                at++;
            }
            text.Append(word);
            at += word.Length;
        }
        text.Append('\n');
    }
}
