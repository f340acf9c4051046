namespace Publisher.Media;

/// <summary>A part of an episode that listeners can jump to; times are seconds from the beginning.</summary>
public sealed record Chapter(double Start, string Title)
{
    /// <summary>Where it ends, if that is known and not simply where the next one starts.</summary>
    public double? End { get; init; }

    /// <summary>A page to read on at.</summary>
    public string? Url { get; init; }

    /// <summary>The address of a picture to show meanwhile.</summary>
    public string? Image { get; init; }

    /// <summary>Whether it only changes the picture or the link, and is in no list of chapters (<c>toc: false</c>).</summary>
    public bool IsSilent { get; init; }

    /// <summary>The picture itself, JPEG or PNG, where it is to be written into the sound; else empty.</summary>
    public ReadOnlyMemory<byte> Picture { get; init; }
}
