using System.Runtime.CompilerServices;
using System.Text;
using Publisher.Publishing;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Cli.Preview;

/// <summary>
/// An output as it goes over the wire: with its type, its stamp and, for a page, the script that keeps it fresh.
/// </summary>
/// <param name="Bytes">What is sent; null for a file that is streamed from where it lies.</param>
internal sealed record Served(string Type, Stamp Stamp, ReadOnlyMemory<byte>? Bytes);

/// <summary>Makes outputs ready to be served, once for each output the engine makes.</summary>
internal sealed class ServedOutputs
{
    private readonly ConditionalWeakTable<Output, Remembered> known = [];

    private sealed record Remembered(SitePath? Source, string? Status, Served Served);

    public Served Of(Rendered rendered)
    {
        var output = rendered.Output;
        var (source, status) = (rendered.Source, rendered.Status);
        if (known.TryGetValue(output, out var last) && last.Source == source && last.Status == status) return last.Served;
        var type = ContentTypes.Of(output.Path);
        if (type != ContentTypes.Html && !output.InMemory) return new Served(type, StampOfFile(output), null);
        var bytes = output.InMemory ? output.Bytes : ReadAll(output);
        var stamp = Stamp.Of(bytes.Span);
        var served = type == ContentTypes.Html
            ? PageOf(bytes, stamp.With(source?.Value).With(status), source, status)
            : new Served(type, stamp, bytes);
        if (!output.InMemory) return served; // A file may change under its output.
        known.AddOrUpdate(output, new Remembered(source, status, served));
        return served;
    }

    /// <summary>A page of the preview's own, kept fresh like any other.</summary>
    public static Served Page(string html)
    {
        var bytes = Encoding.UTF8.GetBytes(html);
        return PageOf(bytes, Stamp.Of(bytes), null, null);
    }

    private static Served PageOf(ReadOnlyMemory<byte> bytes, Stamp stamp, SitePath? source, string? status) =>
        new(ContentTypes.Html, stamp, LiveScript.AddTo(bytes.Span, LiveScript.Element(stamp, source, status)));

    /// <summary>A recording is not read for its stamp: length and time tell it apart, as web servers have it.</summary>
    private static Stamp StampOfFile(Output output)
    {
        using var stream = output.Open();
        if (stream is not FileStream file) return Stamp.Of(ReadAll(stream).Span);
        return Stamp.None.With((ulong)file.Length).With((ulong)File.GetLastWriteTimeUtc(file.SafeFileHandle).Ticks);
    }

    private static ReadOnlyMemory<byte> ReadAll(Output output)
    {
        using var stream = output.Open();
        return ReadAll(stream);
    }

    private static ReadOnlyMemory<byte> ReadAll(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
