namespace Publisher.Text;

/// <summary>A 64-bit fingerprint of a value; equal stamps mean equal values. Zero means absent.</summary>
public readonly record struct Stamp(ulong Value)
{
    public static Stamp None => default;

    public bool IsNone => Value == 0;

    public static Stamp Of(ReadOnlySpan<byte> bytes) => new(NotZero(XxHash64.Hash(bytes)));

    public static Stamp Of(string? text) =>
        text is null ? None : new(NotZero(XxHash64.Hash(System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.AsSpan()), 1)));

    /// <summary>The stamp of a sequence: order matters, and no two different sequences are likely to share one.</summary>
    public Stamp With(Stamp next) => With(next.Value);

    public Stamp With(ulong next) => new(NotZero(Mix(Value ^ 0x9E3779B97F4A7C15UL, next + 0xD1B54A32D192ED03UL)));

    public Stamp With(string? next) => With(Of(next));

    public override string ToString() => Value.ToString("x16");

    private static ulong NotZero(ulong value) => value == 0 ? 1 : value;

    private static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b | 1, out var low);
        return (high ^ low ^ System.Numerics.BitOperations.RotateLeft(b, 29)) * 0x9FB21C651E98DF25UL;
    }
}
