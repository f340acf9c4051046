using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Publisher.Testing;

/// <summary>The head of an HTTP message: its bytes as they came, and what they say.</summary>
internal sealed record HttpHead(byte[] Bytes, string FirstLine, IReadOnlyDictionary<string, string> Headers);

/// <summary>Reads HTTP/1.1 messages from a connection without changing a byte of them.</summary>
internal sealed class HttpBytes(NetworkStream stream)
{
    private const string Ended = "The connection ended in the middle of a message.";
    private readonly byte[] buffer = new byte[64 * 1024];
    private int start, end;

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) => stream.WriteAsync(bytes, cancel);

    /// <summary>The next message's head; null when the other side has closed.</summary>
    public async Task<HttpHead?> ReadHeadAsync(CancellationToken cancel)
    {
        var bytes = new List<byte>(1024);
        while (bytes.Count < 4 || !(bytes[^1] == '\n' && bytes[^2] == '\r' && bytes[^3] == '\n' && bytes[^4] == '\r'))
        {
            if (start == end && !await FillAsync(cancel)) return null;
            bytes.Add(buffer[start++]);
        }
        var lines = Encoding.Latin1.GetString([.. bytes]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':');
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }
        return new([.. bytes], lines[0], headers);
    }

    public Task SkipBodyAsync(HttpHead head, CancellationToken cancel) => CopyBodyAsync(head, null, hasBody: true, cancel);

    /// <summary>Passes on a message's body, by its Content-Length or its chunks.</summary>
    public async Task CopyBodyAsync(HttpHead head, HttpBytes? to, bool hasBody, CancellationToken cancel)
    {
        if (!hasBody) return;
        if (head.Headers.TryGetValue("Content-Length", out var length))
        {
            await CopyAsync(long.Parse(length, CultureInfo.InvariantCulture), to, cancel);
            return;
        }
        if (!head.Headers.TryGetValue("Transfer-Encoding", out var coding) || !coding.Contains("chunked")) return;
        while (true)
        {
            var size = await ReadLineAsync(cancel);
            if (to is not null) await to.WriteAsync(size, cancel);
            var digits = Encoding.ASCII.GetString(size).Split(';')[0].Trim();
            var count = long.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            await CopyAsync(count + 2, to, cancel);
            if (count == 0) return;
        }
    }

    private async Task<byte[]> ReadLineAsync(CancellationToken cancel)
    {
        var line = new List<byte>();
        while (line.Count == 0 || line[^1] != '\n')
        {
            if (start == end && !await FillAsync(cancel)) throw new IOException(Ended);
            line.Add(buffer[start++]);
        }
        return [.. line];
    }

    private async Task CopyAsync(long count, HttpBytes? to, CancellationToken cancel)
    {
        while (count > 0)
        {
            if (start == end && !await FillAsync(cancel)) throw new IOException(Ended);
            var part = (int)Math.Min(count, end - start);
            if (to is not null) await to.WriteAsync(buffer.AsMemory(start, part), cancel);
            start += part;
            count -= part;
        }
    }

    private async Task<bool> FillAsync(CancellationToken cancel)
    {
        (start, end) = (0, await stream.ReadAsync(buffer, cancel));
        return end > 0;
    }
}
