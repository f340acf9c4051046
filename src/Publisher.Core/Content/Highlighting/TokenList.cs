using System.Buffers;

namespace Publisher.Content.Highlighting;

/// <summary>
/// What a scanner found: a run of tokens that covers the code without gaps, each known only by its end. A scanner can colour
/// text wrongly but never lose, repeat or move any of it.
/// </summary>
internal sealed class TokenList : IDisposable
{
    private const int KindBits = 5;
    private const int KindMask = (1 << KindBits) - 1;

    private int[] packed = ArrayPool<int>.Shared.Rent(256);

    /// <summary>The longest code that is coloured; more than that is written plain.</summary>
    public const int MaxLength = int.MaxValue >> KindBits;

    public int Count { get; private set; }

    /// <summary>The offset up to which the code has been described.</summary>
    public int End { get; private set; }

    public (Token Token, int End) this[int index] => ((Token)(packed[index] & KindMask), packed[index] >> KindBits);

    /// <summary>Everything from the last token's end up to <paramref name="end"/> is a <paramref name="token"/>.</summary>
    public void Add(Token token, int end)
    {
        if (end <= End) return;
        End = end;
        if (Count > 0 && (packed[Count - 1] & KindMask) == (int)token) Count--;
        else if (Count == packed.Length) Grow();
        packed[Count++] = end << KindBits | (int)token;
    }

    /// <summary>Plain text up to <paramref name="start"/>, then a token up to <paramref name="end"/>.</summary>
    public void Add(Token token, int start, int end)
    {
        Add(Token.None, start);
        Add(token, end);
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(packed);
        packed = [];
    }

    private void Grow()
    {
        var larger = ArrayPool<int>.Shared.Rent(packed.Length * 2);
        packed.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<int>.Shared.Return(packed);
        packed = larger;
    }
}
