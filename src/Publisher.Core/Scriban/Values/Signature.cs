using System.Collections.Immutable;

namespace Publisher.Scriban.Values;

/// <summary>A function's parameters: their names in order, how many are required, and whether any number may follow.</summary>
public sealed record Signature(ImmutableArray<string> Parameters, int Required, bool Variadic = false)
{
    public static Signature None { get; } = new([], 0);

    /// <summary>
    /// Reads "text, length, ellipsis?, rest...": a '?' marks an optional parameter, "..." one that takes all that follow
    /// (always the last).
    /// </summary>
    public static Signature Parse(string text)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var (required, variadic) = (0, false);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.EndsWith("...", StringComparison.Ordinal))
            {
                names.Add(part[..^3]);
                variadic = true;
            }
            else if (part.EndsWith('?'))
            {
                names.Add(part[..^1]);
            }
            else
            {
                names.Add(part);
                required = names.Count;
            }
        }
        return new Signature(names.ToImmutable(), required, variadic);
    }

    /// <summary>The parameters that take exactly one value each.</summary>
    public int Fixed => Variadic ? Parameters.Length - 1 : Parameters.Length;

    public override string ToString() => string.Join(", ", Parameters.Select((name, i) =>
        Variadic && i == Parameters.Length - 1 ? name + "..." : i < Required ? name : name + "?"));
}
