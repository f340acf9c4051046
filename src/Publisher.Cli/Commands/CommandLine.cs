using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Publisher.Cli.Problems;
using Publisher.Cli.Terminal;
using Publisher.Diagnostics;
using Publisher.Sources;
using Publisher.Stores;

namespace Publisher.Cli.Commands;

/// <summary>The whole command line: which commands there are, and what becomes of mistakes in them and in the program.</summary>
internal static class CommandLine
{
    public static int Run(string[] args, Screen screen, Interruption interruption)
    {
        var cancel = interruption.Token;
        try
        {
            // Without response files: the title of a page may well begin with '@'.
            var parsed = Create(screen, interruption).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction) return UsageError.Report(parsed, screen);
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = screen.Output, Error = screen.Error, EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (UsageException error)
        {
            return UsageError.Report(error.Message, screen);
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            screen.Error.WriteLine("Cancelled.");
            return ExitCode.Cancelled;
        }
        catch (Exception failure) when (Unreadable(failure) is { } problem)
        {
            new TextReport(screen, _ => null).Write([new Finding(problem, 1)]);
            return ExitCode.Problems;
        }
        catch (Exception error)
        {
            return BugReport.Write(error, args, screen);
        }
    }

    private static RootCommand Create(Screen screen, Interruption interruption)
    {
        var cancel = interruption.Token;
        var help = new Help(screen);
        var root = new RootCommand(
            "Publisher makes a website out of a folder of Markdown: posts, weeknotes, podcasts, documentation.");
        root.Add(NewCommand.Create(screen, interruption));
        root.Add(WatchCommand.Create(screen, cancel));
        root.Add(BuildCommand.Create(screen, cancel));
        root.Add(CheckCommand.Create(screen, cancel));
        root.Add(PublishCommand.Create(screen, cancel));
        root.Add(TemplateCommand.Create(screen, cancel));
        root.Add(CompletionCommand.Create(screen));
        foreach (var option in root.Options)
        {
            if (option is HelpOption)
            {
                (option.Action, option.Description) = (help, "Show what a command is for and how to call it");
                foreach (var other in option.Aliases.Where(alias => alias is not ("-h" or "--help")).ToArray())
                    option.Aliases.Remove(other);
            }
            if (option is VersionOption) option.Description = "Show the version";
        }
        root.SetAction(help.Invoke);
        return root;
    }

    /// <summary>A disk that cannot be read is nobody's bug; null when the failure is something else.</summary>
    private static Diagnostic? Unreadable(Exception failure) => failure switch
    {
        _ when UnreadableException.In(failure) is { } source => source.Problem,
        StoreException store => store.Problem,
        AggregateException { InnerException: { } inner } => Unreadable(inner),
        FileNotFoundException { FileName: { } name } => Messages.CannotRead(name, failure.Message),
        IOException or UnauthorizedAccessException => Messages.CannotRead(".", failure.Message),
        _ => null,
    };
}
