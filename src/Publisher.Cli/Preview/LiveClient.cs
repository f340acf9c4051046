using System.Buffers;
using System.Collections.Immutable;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Cli.Preview;

/// <summary>One listening browser: which page it shows, in which state, and what it has yet to be told.</summary>
internal sealed class LiveClient(WebSocket socket, Refresher refresher, ProblemReport report)
{
    private const int LongestMessage = 256 * 1024;

    private readonly Channel<ReadOnlyMemory<byte>> outbox = Channel.CreateUnbounded<ReadOnlyMemory<byte>>();
    private readonly object gate = new();
    private ClientState? state;
    private (ImmutableArray<Diagnostic> All, Stamp Stamp)? problems; // As last told; null before.
    private IReadOnlyDictionary<SitePath, string>? statuses;

    /// <summary>The problems of the open page and of the site, as it was last told.</summary>
    public ImmutableArray<Diagnostic> Problems
    {
        get
        {
            lock (gate) return problems?.All ?? [];
        }
    }

    /// <summary>Sends and listens until the browser leaves or the preview ends.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var sending = SendAsync(ended.Token);
        try
        {
            while (await ReceiveAsync(ended.Token) is { } message)
                if (ClientState.Parse(message) is { } told) await GreetAsync(told, ended.Token);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            // Browsers leave without a word.
        }
        finally
        {
            await ended.CancelAsync();
            await sending;
        }
    }

    /// <summary>Tells the browser what is new for it; false when that is nothing.</summary>
    public bool Refresh(string? goTo)
    {
        lock (gate)
        {
            if (refresher.Current is not { } edition) return false;
            return state is null ? Tell("reload", _ => true) : Tell("reload", json => Compare(json, state, edition, goTo));
        }
    }

    private async Task GreetAsync(ClientState told, CancellationToken cancel)
    {
        await refresher.CurrentAsync(cancel);
        lock (gate)
        {
            var first = state is null;
            state = told;
            Tell("hello", json => Compare(json, told, refresher.Current!, null) || first);
        }
    }

    private bool Tell(string type, Func<Utf8JsonWriter, bool> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("type", type);
        var news = write(json);
        json.WriteEndObject();
        json.Flush();
        return news && outbox.Writer.TryWrite(buffer.WrittenMemory);
    }

    private bool Compare(Utf8JsonWriter json, ClientState shown, Edition edition, string? goTo)
    {
        var answer = edition.Answer(shown.Page);
        var news = shown.WritePage(json, answer) | shown.WriteAssets(json, edition);
        news |= WriteProblems(json, edition, answer) | WriteStatuses(json, edition.Site);
        if (goTo is null || goTo == shown.Url) return news;
        json.WriteString("go", goTo);
        return true;
    }

    private bool WriteProblems(Utf8JsonWriter json, Edition edition, Answer answer)
    {
        var all = edition.ProblemsBeside(answer);
        // The same objects: each is told with lines of its source, and to read those again would hold up the page.
        var known = problems is { } last ? last.All : default;
        if (!known.IsDefault && known.AsSpan().SequenceEqual(all.AsSpan(), ReferenceEqualityComparer.Instance)) return false;
        var text = report.Write(edition.Site, all);
        var stamp = Stamp.Of(text.Span);
        var news = problems?.Stamp != stamp;
        problems = (all, stamp);
        if (!news) return false;
        json.WritePropertyName("problems");
        json.WriteRawValue(text.Span, skipInputValidation: true);
        return true;
    }

    private bool WriteStatuses(Utf8JsonWriter json, ISite site)
    {
        var known = statuses;
        statuses = site.Statuses;
        if (ReferenceEquals(known, statuses) || (known is not null && AreSame(known, statuses))) return false;
        json.WriteStartObject("statuses");
        foreach (var (path, status) in statuses) json.WriteString(Address.UrlOf(site, path), status);
        json.WriteEndObject();
        return true;
    }

    private static bool AreSame(IReadOnlyDictionary<SitePath, string> a, IReadOnlyDictionary<SitePath, string> b) =>
        a.Count == b.Count && a.All(entry => b.TryGetValue(entry.Key, out var status) && status == entry.Value);

    private async Task SendAsync(CancellationToken cancel)
    {
        try
        {
            await foreach (var message in outbox.Reader.ReadAllAsync(cancel))
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancel);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or IOException)
        {
            // The receiving side notices too, and ends the client.
        }
    }

    /// <summary>The next message; null when the browser says goodbye or says too much.</summary>
    private async Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancel)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.GetMemory(4096), cancel);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancel);
                return null;
            }
            buffer.Advance(part.Count);
            if (buffer.WrittenCount > LongestMessage) return null;
            if (part.EndOfMessage) return buffer.WrittenMemory;
        }
    }
}
