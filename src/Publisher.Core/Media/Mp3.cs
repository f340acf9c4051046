using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Media;

/// <summary>
/// Measures MP3 files: from what the encoder wrote into the first frame, else from the size if the bitrate is constant, else
/// by counting the frames.
/// </summary>
internal static class Mp3
{
    /// <summary>How far behind the tags the sound may begin.</summary>
    private const int MostGarbage = 2 << 20;

    public static Sound? Read(FileBytes bytes, Location at, ICollection<Diagnostic> problems)
    {
        var chapters = ImmutableArray<Chapter>.Empty;
        var begin = 0L;
        while (Id3Tag.Read(bytes, begin) is { } tag)
        {
            if (chapters.IsEmpty) chapters = Id3Chapters.Read(tag);
            begin = tag.After;
        }
        var frames = new MpegFrames(bytes, TrailingTags.Before(bytes, begin));
        var start = frames.Find(begin, begin + MostGarbage, 2);
        if (start < 0)
        {
            problems.Add(Messages.NoSound(at, MpegFrame.IsFreeFormat(bytes.At(begin, 4))
                ? "its frames do not say their bitrate (free format), and most players cannot play that"
                : "no frames of MPEG audio were found in it, nor the boxes of MPEG-4"));
            return null;
        }
        var first = MpegFrame.Read(bytes.At(start, 4)) ?? default;
        var (samples, sound, varies) = Measure(frames, start, first, at, problems);
        var duration = (double)samples / first.SampleRate;
        // The first frame may be an encoder's remark, of any size.
        var usual = MpegFrame.Read(bytes.At(start + first.Length, 4)) ?? first;
        var bitrate = varies ? (int)(sound * 8 / Math.Max(duration, 1e-3)) : usual.Bitrate;
        return new Sound(bytes.Length, duration, "audio/mpeg", bitrate)
        {
            IsVariable = varies,
            Chapters = chapters,
        };
    }

    private static (long Samples, long Bytes, bool Varies) Measure(
        MpegFrames frames, long start, MpegFrame first, Location at, ICollection<Diagnostic> problems)
    {
        var size = frames.End - start;
        if (XingHead.Read(frames.Bytes.At(start, first.Length), first.XingAt) is { } head)
        {
            // Some encoders count the first frame among the bytes, some do not.
            var isCut = size < head.Bytes - first.Length;
            if (head.IsPlausible && !isCut && size - head.Bytes <= 4096)
                return (Sounding(head.Frames * first.Samples, head.Delay + head.Padding), head.Bytes, head.IsVariable);
            var counted = frames.Count(start + first.Length, first);
            if (isCut && head.Frames > counted.Frames)
                problems.Add(Messages.SoundIsCut(at, counted.Frames * first.Samples / first.SampleRate,
                    head.Frames * first.Samples / first.SampleRate));
            var silent = head.Delay + (isCut ? 0 : head.Padding);
            return (Sounding(counted.Frames * first.Samples, silent), counted.Bytes, counted.Varies);
        }
        if (frames.AreAlike(start, first, out var isPadded))
            return (isPadded
                ? (long)((double)size * 8 / first.Bitrate * first.SampleRate)
                : size * first.Samples / first.Length, size, false);
        var all = frames.Count(start, first);
        return (all.Frames * first.Samples, all.Bytes, all.Varies);
    }

    private static long Sounding(long samples, int silent) => Math.Max(samples - silent, 0);
}
