using System.CommandLine;
using Publisher.Cli.Terminal;
using Publisher.Text;

namespace Publisher.Cli.Commands;

/// <summary>Says what is wrong with a command line, and what was probably meant.</summary>
internal static class UsageError
{
    public static int Report(ParseResult parsed, Screen screen)
    {
        var command = parsed.CommandResult.Command;
        // An unknown option may have been taken for an argument; and what follows one is most likely its value.
        var options = parsed.CommandResult.Tokens.Select(token => token.Value).Concat(parsed.UnmatchedTokens).Where(IsOption)
            .ToList();
        var unknown = options.Count > 0 ? options : parsed.UnmatchedTokens;
        foreach (var token in unknown.Distinct()) Say(screen, Unknown(token, command));
        if (unknown.Count == 0)
            foreach (var message in parsed.Errors.Select(error => error.Message).Distinct())
                Say(screen, Words.Harmless(message.TrimEnd('.')));
        screen.Error.WriteLine($"See '{Help.Path(command)} --help'.");
        return ExitCode.WrongUsage;
    }

    public static int Report(string message, Screen screen)
    {
        Say(screen, message);
        return ExitCode.WrongUsage;
    }

    /// <summary>"; did you mean 'x'?", or nothing when nothing is near.</summary>
    public static string Suggest(string name, IEnumerable<string> known) =>
        Nearest.To(name, known) is { } near ? $"; did you mean '{near}'?" : "";

    private static void Say(Screen screen, string message)
    {
        var ink = new Ink(screen.Colours);
        screen.Error.WriteLine($"publisher: {ink.Of(Diagnostics.Severity.Error, "error")}: {message}");
    }

    private static string Unknown(string token, Command command)
    {
        var isOption = IsOption(token);
        var name = isOption ? token.Split('=', ':')[0] : token;
        var what = isOption ? "option" : command.Subcommands.Count > 0 ? "command" : "argument";
        var known = isOption
            ? OptionsOf(command).SelectMany(option => option.Aliases.Append(option.Name))
                .Where(one => one.StartsWith("--", StringComparison.Ordinal))
            : command.Subcommands.Where(one => !one.Hidden).SelectMany(one => one.Aliases.Append(one.Name));
        var near = Suggest(name, known);
        return command is RootCommand
            ? $"there is no {what} '{Words.Harmless(name)}'{near}"
            : $"'{Help.Path(command)}' has no {what} '{Words.Harmless(name)}'{near}";
    }

    private static bool IsOption(string token) => token.StartsWith('-') && token.Length > 1;

    private static IEnumerable<Option> OptionsOf(Command command)
    {
        IEnumerable<Option> options = command.Options;
        for (var at = command.Parents.FirstOrDefault(); at is Command parent; at = parent.Parents.FirstOrDefault())
            options = options.Concat(parent.Options.Where(option => option.Recursive));
        return options;
    }
}
