using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.AspNetCore.Connections;
using Publisher.Cli.Problems;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Cli.Preview;

/// <summary>
/// The live preview: serves the site from the engine's memory, has the engine look again at each change of a source, and tells
/// the open browsers. It accepts requests before the first look, which then wait for it.
/// </summary>
public sealed class PreviewServer : IAsyncDisposable
{
    // More files than a person edits at once: a branch switch, where no page is the one to jump to.
    private const int MostEditedFiles = 20;

    private readonly PreviewOptions options;
    private readonly Action<PreviewEvent> report;
    private readonly CancellationTokenSource stopping = new();
    private readonly Idleness idleness = new();
    private readonly Refresher refresher;
    private readonly LiveChannel channel;
    private readonly SourceWatcher watcher;
    private Listener? listener;
    private Task running = Task.CompletedTask;

    private PreviewServer(PreviewOptions options, ISiteSource source, Action<PreviewEvent> report)
    {
        this.options = options;
        this.report = report;
        refresher = new Refresher(source, new ServedOutputs(), idleness);
        var problems = new ProblemReport(Path.GetFullPath(options.SourceRoot), options.EditorLink);
        channel = new LiveChannel(refresher, problems, stopping.Token);
        watcher = new SourceWatcher(options.SourceRoot, options.Ignored, refresher.LookAgain, Polling, options.Poll);
    }

    /// <summary>Where the preview listens, ending in '/'.</summary>
    public Uri Url => new($"http://127.0.0.1:{listener!.Port}/");

    /// <summary>Runs a preview until it is cancelled; then null. A diagnostic says why it could not begin.</summary>
    public static async Task<Diagnostic?> RunAsync(
        PreviewOptions options, ISiteSource source, Action<PreviewEvent> report, CancellationToken cancel)
    {
        try
        {
            await using var server = await StartAsync(options, source, report, cancel);
            await Task.Delay(Timeout.Infinite, cancel);
        }
        catch (PreviewException error)
        {
            return error.Problem;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // That is how a preview ends.
        }
        return null;
    }

    /// <summary>Starts a preview, which accepts requests when this returns; disposing of it ends it at once.</summary>
    /// <param name="report">Receives what the terminal may want to say, from any thread.</param>
    /// <exception cref="PreviewException">The port cannot be had.</exception>
    public static async Task<PreviewServer> StartAsync(
        PreviewOptions options, ISiteSource source, Action<PreviewEvent> report, CancellationToken cancel = default)
    {
        var server = new PreviewServer(options, source, report);
        try
        {
            await server.ListenAsync(cancel);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
        server.running = Task.Run(server.LoopAsync, CancellationToken.None);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        watcher.Dispose();
        if (listener is not null) await listener.DisposeAsync();
        // An engine that does not stop at once ends with the process.
        await Task.WhenAny(running, Task.Delay(100, CancellationToken.None));
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        var requests = new SiteRequests(refresher, channel, idleness);
        var port = options.Port ?? PreviewOptions.DefaultPort;
        int? taken = null;
        while (listener is null)
        {
            try
            {
                listener = await Listener.OpenAsync(port, requests.HandleAsync, cancel);
            }
            catch (IOException error) when (error.InnerException is AddressInUseException)
            {
                if (options.Port is not null) throw new PreviewException(Messages.PortTaken(port));
                taken ??= port;
                port = port < PreviewOptions.DefaultPort + 100 ? port + 1 : 0;
            }
            catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException)
            {
                throw new PreviewException(Messages.CannotListen(port, error.Message));
            }
        }
        report(new PreviewEvent.Listening(Url, taken));
    }

    private async Task LoopAsync()
    {
        try
        {
            watcher.Start(); // Before the first look, so that what changes during it is seen.
            var checking = new IdleCheck(refresher, idleness, Checked).RunAsync(stopping.Token);
            await refresher.RunAsync(Refreshed, Failed, stopping.Token);
            await checking;
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private void Refreshed(ChangeHint hint, TimeSpan advance)
    {
        var began = Stopwatch.GetTimestamp();
        var edition = refresher.Current!;
        var told = channel.Publish(options.Follow ? PageToFollow(edition.Site, hint) : null);
        var total = advance + Stopwatch.GetElapsedTime(began);
        report(new PreviewEvent.Refreshed(hint, advance, total, told, ProblemsOf(edition)));
    }

    private void Checked(Edition edition, ImmutableArray<Finding> found)
    {
        edition.Elsewhere = found;
        channel.Publish(null);
        report(new PreviewEvent.Checked(ProblemsOf(edition)));
    }

    private ImmutableArray<Diagnostic> ProblemsOf(Edition edition) =>
        [.. edition.Problems.Concat(channel.Problems).Concat(edition.Elsewhere.Select(one => one.Problem)).Distinct()];

    private void Polling(string reason) => report(new PreviewEvent.Polling(reason));

    private void Failed(Exception error)
    {
        channel.Publish(null);
        report(new PreviewEvent.Failed(error));
    }

    /// <summary>The URL of the page whose source was written last.</summary>
    private static string? PageToFollow(ISite site, ChangeHint hint)
    {
        if (hint.Paths.Length > MostEditedFiles) return null;
        for (var i = hint.Paths.Length - 1; i >= 0; i--)
            if (site.OutputOf(hint.Paths[i]) is SitePath page) return Address.UrlOf(site, page);
        return null;
    }
}
