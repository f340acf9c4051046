using System.Collections.Concurrent;
using System.Diagnostics;

namespace Publisher.Browser.Tests.EndToEnd;

using Cli = Cli.Tests.Commands.Cli;

/// <summary><c>publisher watch</c> as an author runs it in a terminal, until Ctrl+C.</summary>
internal sealed class RunningWatch : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly BlockingCollection<string> lines = [];
    private readonly List<string> said = [];
    private readonly Process process;

    /// <summary>Returns when it listens.</summary>
    public RunningWatch(string site)
    {
        process = Cli.Start(site, [], "watch", "--port", "0");
        process.OutputDataReceived += (_, line) => lines.Add(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => lines.Add(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        const string Listening = "Listening on ";
        Url = WaitFor(Listening)[Listening.Length..].Split(' ')[0];
    }

    public string Url { get; }

    /// <summary>The next line that begins so; fails with everything that was said when none comes.</summary>
    public string WaitFor(string beginning)
    {
        while (lines.TryTake(out var line, Patience))
        {
            said.Add(line);
            if (line.StartsWith(beginning, StringComparison.Ordinal)) return line;
        }
        throw new TimeoutException($"No line of 'publisher watch' began with '{beginning}':\n{string.Join('\n', said)}");
    }

    /// <summary>Ctrl+C; gives the exit code.</summary>
    public int End()
    {
        Cli.Interrupt(process);
        Assert.True(process.WaitForExit(Patience), "'publisher watch' did not end.");
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
