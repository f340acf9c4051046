namespace Publisher.Media;

/// <summary>What one speaker says between two moments, in seconds.</summary>
/// <param name="Speaker">Empty when it is not told.</param>
/// <param name="Text">Without markup; lines end with <c>\n</c>.</param>
public sealed record Cue(double Start, double End, string Speaker, string Text);
