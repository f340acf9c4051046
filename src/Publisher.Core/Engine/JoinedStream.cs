namespace Publisher.Engine;

/// <summary>Some bytes and, behind them, a file from an offset on, as one stream that can seek.</summary>
internal sealed class JoinedStream(byte[] head, Stream file, long from) : Stream
{
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => head.Length + file.Length - from;

    public override long Position
    {
        get => position;
        set => position = value;
    }

    public override int Read(Span<byte> buffer)
    {
        int count;
        if (position < head.Length)
        {
            count = (int)Math.Min(buffer.Length, head.Length - position);
            head.AsSpan((int)position, count).CopyTo(buffer);
        }
        else
        {
            var wanted = from + position - head.Length;
            if (file.Position != wanted) file.Position = wanted;
            count = file.Read(buffer);
        }
        position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => Length + offset,
    };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }
}
