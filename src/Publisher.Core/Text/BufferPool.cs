using System.Collections.Concurrent;

namespace Publisher.Text;

/// <summary>Buffers that renderers borrow, so that a page costs no more memory than its own bytes.</summary>
public sealed class BufferPool
{
    private readonly ConcurrentBag<Utf8Buffer> free = [];

    public Utf8Buffer Rent() => free.TryTake(out var buffer) ? buffer : new Utf8Buffer(32 * 1024);

    public void Return(Utf8Buffer buffer)
    {
        buffer.Clear();
        free.Add(buffer);
    }
}
