namespace Publisher.Content.Highlighting;

/// <summary>
/// A language's words and what each means. A sparse open hash table over length and three letters: half the price of a frozen
/// dictionary for a look-up, which happens for every word of every block, and a hundredth of its price to make.
/// </summary>
internal sealed class WordTable
{
    private readonly (string? Word, Token Token, Token Next)[] slots;
    private readonly bool ignoreCase;
    private readonly int longest;

    public WordTable(bool ignoreCase, IEnumerable<(string Word, Token Token, Token Next)> words)
    {
        this.ignoreCase = ignoreCase;
        var all = words.ToArray();
        slots = new (string?, Token, Token)[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(8,
            all.Length * 4))];
        foreach (var entry in all)
        {
            var at = Slot(entry.Word);
            if (slots[at].Word is not null) continue;
            slots[at] = entry;
            longest = Math.Max(longest, entry.Word.Length);
        }
    }

    /// <summary>
    /// What the word is, and what the word after it must be (a function after <c>def</c>); both None when it is not known.
    /// </summary>
    public Token Find(ReadOnlySpan<char> word, out Token next)
    {
        if (word.Length - 1 >= (uint)longest || word.IsEmpty)
        {
            next = Token.None;
            return Token.None;
        }
        ref var slot = ref slots[Slot(word)];
        next = slot.Next;
        return slot.Token;
    }

    private int Slot(ReadOnlySpan<char> word)
    {
        // Bit 5 is the only difference between cases, so leaving it out serves both kinds of language.
        uint first = word[0] & ~0x20u, middle = word[word.Length / 2] & ~0x20u, last = word[^1] & ~0x20u;
        var hash = first * 0x9E3779B1u ^ middle * 0x85EBCA6Bu ^ last * 0xC2B2AE35u ^ (uint)word.Length * 0x27D4EB2Fu;
        var at = (int)(hash >> 7) & (slots.Length - 1);
        while (slots[at].Word is { } known && !Same(known, word)) at = (at + 1) & (slots.Length - 1);
        return at;
    }

    private bool Same(string known, ReadOnlySpan<char> word) =>
        known.Length == word.Length && (ignoreCase ? word.Equals(known, StringComparison.OrdinalIgnoreCase)
            : word.SequenceEqual(known));
}
