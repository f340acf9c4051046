using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Media;

/// <summary>
/// What a sound file says of itself, measured from its bytes: its size, how many seconds it plays, its media type, its mean
/// bits per second, and the chapters in it.
/// </summary>
public sealed record Sound(long Bytes, double Duration, string Type, int Bitrate)
{
    /// <summary>Whether the bits per second change on the way.</summary>
    public bool IsVariable { get; init; }

    public ImmutableArray<Chapter> Chapters { get; init; } = [];

    /// <summary>
    /// Measures an MP3 or M4A file; null, and a problem that says why, when it is neither. The stream must be able to seek; no
    /// more of it is read than the answer takes, which is all of it only where nothing in it tells how long it is.
    /// </summary>
    public static Sound? Read(SitePath file, Stream stream, ICollection<Diagnostic> problems)
    {
        var bytes = new FileBytes(stream);
        var at = new Location(file);
        if (OtherFormat(bytes.At(0, 16)) is { } other)
        {
            problems.Add(Messages.NoSound(at, other));
            return null;
        }
        return Mp4.IsOne(bytes) ? Mp4.Read(bytes, at, problems) : Mp3.Read(bytes, at, problems);
    }

    /// <summary>Whether a file holds no sound of any kind: what a failed download leaves.</summary>
    internal static bool IsNone(Stream stream) => NoFormat(new FileBytes(stream).At(0, 16)) is not null;

    private static string? NoFormat(ReadOnlySpan<byte> head) =>
        head.IsEmpty ? "there is nothing in it"
        : head.TrimStart(" \t\r\n"u8) is [(byte)'<', ..] ? "it is a page of HTML or XML"
        : head.StartsWith("version https://"u8) ? "it stands for a large file that was not fetched (Git LFS)"
        : null;

    private static string? OtherFormat(ReadOnlySpan<byte> head) =>
        head.StartsWith("RIFF"u8) ? "it is a WAV file"
        : head.StartsWith("OggS"u8) ? "it is an Ogg file"
        : head.StartsWith("fLaC"u8) ? "it is a FLAC file"
        : head.StartsWith("FORM"u8) ? "it is an AIFF file"
        : head.StartsWith("caff"u8) ? "it is a Core Audio file"
        : head is [0x1A, 0x45, 0xDF, 0xA3, ..] ? "it is a Matroska or WebM file"
        : head is [0xFF, 0xF0 or 0xF1 or 0xF8 or 0xF9, ..] ? "it is AAC without a container"
        : NoFormat(head);
}
