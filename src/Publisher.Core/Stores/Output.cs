using Publisher.Text;

namespace Publisher.Stores;

/// <summary>
/// What part an output plays for readers; publishing writes assets before pages, and pages before the feeds that announce them.
/// </summary>
public enum OutputRole { Asset, Page, Feed }

/// <summary>
/// One file of the finished site: its bytes in memory, or, for a file that is copied as it is (audio, images), a way to open
/// it.
/// </summary>
public sealed class Output
{
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly Func<Stream>? open;

    public Output(SitePath path, OutputRole role, ReadOnlyMemory<byte> bytes) =>
        (Path, Role, this.bytes, Length) = (path, role, bytes, bytes.Length);

    public Output(SitePath path, OutputRole role, long length, Func<Stream> open) =>
        (Path, Role, Length, this.open) = (path, role, length, open);

    public SitePath Path { get; }

    public OutputRole Role { get; }

    public long Length { get; }

    /// <summary>Whether the bytes are here; otherwise only <see cref="Open"/> gives them.</summary>
    public bool InMemory => open is null;

    public ReadOnlyMemory<byte> Bytes =>
        InMemory ? bytes : throw new InvalidOperationException("This output is a file: open it.");

    /// <summary>A fresh stream of the whole content; the caller disposes of it.</summary>
    public Stream Open() => open?.Invoke() ?? new MemoryStream(bytes.ToArray(), writable: false);
}
