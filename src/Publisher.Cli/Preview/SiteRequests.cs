using System.Net;
using Publisher.Text;

namespace Publisher.Cli.Preview;

/// <summary>
/// Answers HTTP requests as the static host will, with the script added to pages, and the live channel beside them.
/// </summary>
internal sealed class SiteRequests(Refresher refresher, LiveChannel channel, Idleness idleness)
{
    private const string Icon = "/favicon.ico";

    private const int BlockBytes = 128 * 1024;

    private readonly Served script = ScriptAsServed();

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await AnswerAsync(context);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            context.Abort(); // The reader went away, or the file did under our hands.
        }
    }

    private Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        if (!IsLocal(request.Host.Host))
            return RefuseAsync(context, 403, "This preview answers to the names of this machine only (localhost, 127.0.0.1).");
        if (request.Path == LiveScript.Channel) return channel.AcceptAsync(context);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            return RefuseAsync(context, 405, "A preview can only be read.");
        }
        if (request.Path == LiveScript.Url) return SendAsync(context, new Answer(200, script, null, []));
        return AnswerFromSiteAsync(context);
    }

    private async Task AnswerFromSiteAsync(HttpContext context)
    {
        using var work = idleness.Work();
        var edition = await refresher.CurrentAsync(context.RequestAborted);
        var answer = edition.Answer(context.Request.Path.Value ?? "/");
        if (answer.Status != 200 && context.Request.Path == Icon)
        {
            context.Response.StatusCode = 204; // Browsers ask by themselves; to have none is no mistake.
            return;
        }
        if (answer.Location is null)
        {
            await SendAsync(context, answer);
            return;
        }
        context.Response.StatusCode = answer.Status;
        context.Response.Headers.Location = answer.Location + context.Request.QueryString.Value;
        context.Response.Headers.CacheControl = "no-cache";
    }

    private static async Task SendAsync(HttpContext context, Answer answer)
    {
        var (request, response, served) = (context.Request, context.Response, answer.Served);
        var tag = $"\"{served.Stamp}\"";
        response.Headers.CacheControl = "no-cache";
        response.Headers.ETag = tag;
        if (answer.Status == 200 && Matches(request.Headers.IfNoneMatch.ToString(), tag))
        {
            response.StatusCode = 304;
            return;
        }
        response.StatusCode = answer.Status;
        response.ContentType = served.Type;
        await using var file = served.Bytes is null ? answer.Rendered!.Output.Open() : null;
        var length = file?.Length ?? served.Bytes!.Value.Length;
        if (PartOf(context, length, answer.Status == 200, tag) is not { } part) return;
        response.ContentLength = part.Length;
        if (HttpMethods.IsHead(request.Method)) return;
        if (file is not null) await CopyAsync(file, part, response.Body, context.RequestAborted);
        else await response.Body.WriteAsync(served.Bytes!.Value.Slice((int)part.From, (int)part.Length), context.RequestAborted);
    }

    /// <summary>The part that was asked for, with the headers that say so; null when it cannot be had, as is then said.</summary>
    private static ByteRange? PartOf(HttpContext context, long length, bool mayBePart, string tag)
    {
        var (headers, response) = (context.Request.Headers, context.Response);
        if (!mayBePart) return ByteRange.Whole(length);
        response.Headers.AcceptRanges = "bytes";
        var isSameVersion = headers.IfRange.Count == 0 || headers.IfRange.ToString() == tag;
        var asked = isSameVersion && HttpMethods.IsGet(context.Request.Method) ? headers.Range.ToString() : null;
        var part = ByteRange.Parse(asked, length);
        if (part is null)
        {
            response.StatusCode = 416;
            response.Headers.ContentRange = $"bytes */{length}";
            response.ContentLength = 0;
        }
        else if (part.Value.Length < length)
        {
            response.StatusCode = 206;
            response.Headers.ContentRange = $"bytes {part.Value.From}-{part.Value.From + part.Value.Length - 1}/{length}";
        }
        return part;
    }

    private static async Task CopyAsync(Stream file, ByteRange part, Stream body, CancellationToken cancel)
    {
        file.Position = part.From;
        var block = System.Buffers.ArrayPool<byte>.Shared.Rent(BlockBytes);
        try
        {
            for (var left = part.Length; left > 0;)
            {
                var read = await file.ReadAsync(block.AsMemory(0, (int)Math.Min(left, block.Length)), cancel);
                if (read == 0) throw new EndOfStreamException("The file became shorter while it was sent.");
                await body.WriteAsync(block.AsMemory(0, read), cancel);
                left -= read;
            }
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(block);
        }
    }

    /// <summary>Weak comparison with any tag of an If-None-Match (RFC 9110, 13.1.2).</summary>
    private static bool Matches(string header, string tag)
    {
        if (header.Length == 0) return false;
        foreach (var one in header.Split(',', StringSplitOptions.TrimEntries))
            if (one == "*" || one == tag || (one.StartsWith("W/", StringComparison.Ordinal) && one[2..] == tag)) return true;
        return false;
    }

    /// <summary>
    /// A web page elsewhere can point a name of its own at 127.0.0.1 and so read what is served here (DNS rebinding); it cannot
    /// forge these names.
    /// </summary>
    private static bool IsLocal(string host) =>
        host.Length == 0 || host == "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal)
        || IPAddress.TryParse(host.Trim('[', ']'), out _);

    private static Task RefuseAsync(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(reason + "\n");
    }

    private static Served ScriptAsServed()
    {
        var text = LiveScript.Load();
        return new Served("text/javascript; charset=utf-8", Stamp.Of(text), text);
    }
}
