namespace Publisher.Media;

/// <summary>What one speaker says between two moments, in seconds.</summary>
/// <param name="Speaker">Empty when it is not told.</param>
/// <param name="Text">Without markup; lines end with <c>\n</c>.</param>
public sealed record Cue(double Start, double End, string Speaker, string Text)
{
    /// <summary>Seconds that it takes to say it, at 150 words a minute: where nothing tells how long it lasts.</summary>
    public double Estimate() => Math.Max(1, Text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length / 2.5);
}
