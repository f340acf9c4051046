using System.Buffers;
using System.Text;

namespace Publisher.Text;

/// <summary>A growing run of UTF-8 bytes, reused by its owner: what renderers write to.</summary>
public sealed class Utf8Buffer(int capacity = 4096) : IBufferWriter<byte>
{
    /// <summary>What XML forbids, and the first byte of U+FFFE and U+FFFF.</summary>
    private static readonly SearchValues<byte> NotXml = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Except([(int)'\t', '\n', '\r']).Select(sign => (byte)sign), 0xEF]);

    private byte[] bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Forgets what was written after the first <paramref name="length"/> bytes.</summary>
    public void Truncate(int length) => Length = Math.Min(length, Length);

    /// <summary>
    /// Puts a blank in place of each character that XML 1.0 (section 2.2) forbids, and U+FFFD in place of U+FFFE and U+FFFF.
    /// </summary>
    public void MakeXml()
    {
        var rest = bytes.AsSpan(0, Length);
        for (int at; (at = rest.IndexOfAny(NotXml)) >= 0; rest = rest[(at + 1)..])
        {
            if (rest[at] < ' ') rest[at] = (byte)' ';
            else if (at + 2 < rest.Length && rest[at + 1] == 0xBF && rest[at + 2] >= 0xBE) rest[at + 2] = 0xBD;
        }
    }

    public byte[] ToArray() => Written.ToArray();

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return bytes.AsSpan(Length);
    }

    public void Write(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(bytes.AsSpan(Length));
        Length += utf8.Length;
    }

    public void Write(ReadOnlySpan<char> text)
    {
        Reserve(text.Length * 3);
        Length += Encoding.UTF8.GetBytes(text, bytes.AsSpan(Length));
    }

    public void Write(byte one)
    {
        Reserve(1);
        bytes[Length++] = one;
    }

    public override string ToString() => Encoding.UTF8.GetString(Written);

    private void Reserve(int count)
    {
        if (bytes.Length - Length < count) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + count));
    }
}
