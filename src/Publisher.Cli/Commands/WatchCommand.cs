using System.CommandLine;
using System.Diagnostics;
using Publisher.Cli.Preview;
using Publisher.Cli.Problems;
using Publisher.Cli.Terminal;

namespace Publisher.Cli.Commands;

/// <summary><c>publisher watch</c>: the site in a browser, which follows every change of its source.</summary>
internal static class WatchCommand
{
    public static Command Create(Screen screen, CancellationToken cancel)
    {
        var site = new SiteOptions();
        var port = new Option<int?>("--port", "-p")
        {
            Description = $"The port to listen on (default: {PreviewOptions.DefaultPort}, or the next free one)",
            HelpName = "PORT",
        };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var number) && number is >= 0 and <= 65535))
                result.AddError($"'{token.Value}' is no port: a number up to 65535, or 0 for any that is free");
        });
        var open = new Option<bool>("--open") { Description = "Open the site in your browser" };
        var follow = new Option<bool>("--follow") { Description = "Let the browser go to the page that was edited last" };
        var poll = new Option<bool>("--poll")
        {
            Description = "Look for changes once a second, for shared folders that do not report them",
        };
        var editor = new Option<string?>("--editor")
        {
            Description = "What opens when a problem's place is clicked: "
                + "vscode, cursor, zed, idea, or a link with {file}, {line} and {column}",
            HelpName = "LINK",
        };
        var command = new Verb("watch", "Show the site in a browser, live: it follows every change")
        {
            Examples =
            [
                ("watch --open", "this folder's site, in your browser"),
                ("watch some/folder/of/markdown", "any folder of Markdown, as documentation"),
                ("watch --follow --editor vscode", "beside your editor"),
            ],
        };
        command.Add(site.Folder);
        command.Add("Where", site.Source, port, open, follow, poll, editor);
        // Drafts and future pages are always shown here, and marked; the options stay, so that one can call
        // build and watch alike.
        command.Add("What", site.BaseUrl, site.Drafts, site.Future, site.Clock, site.Set);
        command.Add("How it is told", site.Timings);
        command.SetAction(parsed =>
        {
            var workspace = Workspace.Open(site, parsed, cancel, options => options with { Preview = true });
            workspace.RequireSite();
            var source = new WatchedSource(workspace);
            var log = new WatchLog(screen, source, parsed.GetValue(site.Timings));
            var options = new PreviewOptions
            {
                SourceRoot = workspace.Root, Port = parsed.GetValue(port), Follow = parsed.GetValue(follow),
                Poll = parsed.GetValue(poll),
                EditorLink = LinkOf(parsed.GetValue(editor)), Ignored = [.. workspace.LeftOut, workspace.State],
            };
            var failure = PreviewServer.RunAsync(options, source, Report, cancel).GetAwaiter().GetResult();
            if (failure is not null) new TextReport(screen, _ => null).Write([new Finding(failure, 1)]);
            return failure is null ? ExitCode.Fine : ExitCode.WrongUsage;

            void Report(PreviewEvent happened)
            {
                if (happened is PreviewEvent.Listening listening) source.Origin = listening.Url;
                log.Write(happened);
                if (happened is PreviewEvent.Listening && parsed.GetValue(open)) Open(source.Url.AbsoluteUri, screen);
            }
        });
        return command;
    }

    private static string? LinkOf(string? editor) => editor switch
    {
        null => null,
        "vscode" or "cursor" => editor + "://file/{file}:{line}:{column}",
        "zed" => "zed://file/{file}:{line}:{column}",
        "idea" => "idea://open?file=/{file}&line={line}&column={column}",
        _ when editor.Contains("{file}", StringComparison.Ordinal) => editor,
        _ => throw new UsageException(
            $"'{editor}' is no editor that is known: vscode, cursor, zed, idea, or a link with {{file}}"),
    };

    private static void Open(string url, Screen screen)
    {
        try
        {
            var start = OperatingSystem.IsWindows()
                ? new ProcessStartInfo(url) { UseShellExecute = true }
                : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [url])
                {
                    RedirectStandardOutput = true, RedirectStandardError = true,
                };
            using var process = Process.Start(start);
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or IOException)
        {
            screen.Error.WriteLine($"No browser could be opened ({error.Message}); open {url} yourself.");
        }
    }
}
