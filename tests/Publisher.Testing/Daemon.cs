using System.Diagnostics;

namespace Publisher.Testing;

/// <summary>
/// A server process that ends when it is disposed of, and also when this process dies without a word: a shell holds the other
/// end of a pipe and stops the server when the pipe closes.
/// </summary>
internal sealed class Daemon : IAsyncDisposable
{
    private const string Watch =
        "\"$@\" </dev/null & child=$!; trap 'kill -TERM $child' TERM; read -r line; kill -TERM $child 2>/dev/null; wait $child";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly Process shell;

    private Daemon(Process shell) => this.shell = shell;

    public bool HasExited => shell.HasExited;

    /// <param name="log">Takes what the server prints.</param>
    public static Daemon Start(
        string log, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var info = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true };
        string[] shell = ["-c", $"exec >>'{log}' 2>&1; {Watch}", "sh", program, .. arguments];
        foreach (var argument in shell) info.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) info.Environment[name] = value;
        return new Daemon(Process.Start(info) ?? throw new InvalidOperationException($"{program} did not start."));
    }

    /// <summary>Runs a program to its end and gives what it printed; throws when it fails.</summary>
    public static async Task<string> RunAsync(
        IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var info = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) info.Environment[name] = value;
        using var process = Process.Start(info) ?? throw new InvalidOperationException($"{program} did not start.");
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within a minute.");
        }
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {await errors}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!shell.HasExited)
        {
            shell.StandardInput.Close();
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                await shell.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                shell.Kill(entireProcessTree: true);
                await shell.WaitForExitAsync();
            }
        }
        shell.Dispose();
    }
}
