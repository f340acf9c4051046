namespace Publisher.Scriban.Liquid;

/// <summary>What Ruby takes for white space: six characters of ASCII.</summary>
internal static class LiquidSpace
{
    public static readonly char[] All = [' ', '\t', '\n', '\v', '\f', '\r'];

    /// <summary>What it strips from the ends of a text: white space and null characters.</summary>
    public static readonly char[] Stripped = [.. All, '\0'];

    public static bool Is(char c) => c is ' ' or (>= '\t' and <= '\r');
}
