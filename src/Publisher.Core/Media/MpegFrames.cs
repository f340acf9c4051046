namespace Publisher.Media;

/// <summary>Finds and follows the frames of MPEG audio between two places of a file, past whatever else stands there.</summary>
internal readonly record struct MpegFrames(FileBytes Bytes, long End)
{
    private const int Step = 8 * 1024;

    /// <summary>
    /// Where the first frame is, between <paramref name="from"/> and <paramref name="to"/>, that so many more frames
    /// follow, or as many as the file has; -1 without one. Music looks like a frame now and then, but not like a row of them.
    /// </summary>
    public long Find(long from, long to, int followers, MpegFrame? like = null)
    {
        to = Math.Min(to, End);
        for (; from < to; from += Step)
        {
            // One look holds the candidates and all that may follow them, so that each byte is read about once.
            var look = Bytes.At(from, (int)Math.Min(Step + (followers + 1) * MpegFrame.LongestFrame, End - from));
            var isLast = from + look.Length >= End;
            var candidates = look[..(int)Math.Min(Math.Min(Step, to - from), look.Length)];
            for (var i = 0; i < candidates.Length; i++)
            {
                var next = candidates[i..].IndexOf((byte)0xFF);
                if (next < 0) break;
                i += next;
                if (MpegFrame.Read(look[i..]) is { } frame && frame.IsLike(like ?? frame)
                    && IsFollowed(look[i..], frame, followers, isLast))
                    return from + i;
            }
        }
        return -1;
    }

    /// <summary>All frames that are there whole.</summary>
    public Tally Count(long at, MpegFrame first)
    {
        long frames = 0, bytes = 0;
        var varies = false;
        while (at < End)
        {
            if (MpegFrame.Read(Bytes.At(at, 4)) is not { } frame || !frame.IsLike(first))
            {
                at = Find(at, End, 1, first);
                if (at < 0) break;
                continue;
            }
            if (at + frame.Length > End) break;
            frames++;
            bytes += frame.Length;
            varies |= frame.Bitrate != first.Bitrate;
            at += frame.Length;
        }
        return new Tally(frames, bytes, varies);
    }

    /// <summary>
    /// Whether frames in many places all have the first one's bitrate, so that the others need not be looked at.
    /// <paramref name="isPadded"/>: whether any has the byte that makes up for what rounding took.
    /// </summary>
    public bool AreAlike(long at, MpegFrame first, out bool isPadded)
    {
        const int Places = 16, Row = 8;
        isPadded = false;
        for (var i = 0; i < Places; i++)
        {
            var place = at + (End - at) / Places * i;
            var from = Find(place, place + 4 * Step, 1, first);
            if (from < 0) return false;
            for (var n = 0; n < Row && MpegFrame.Read(Bytes.At(from, 4)) is { } frame && frame.IsLike(first); n++)
            {
                if (frame.Bitrate != first.Bitrate) return false;
                isPadded |= frame.IsPadded;
                from += frame.Length;
            }
        }
        return true;
    }

    private static bool IsFollowed(ReadOnlySpan<byte> bytes, MpegFrame frame, int followers, bool isLast)
    {
        var next = frame.Length;
        for (var found = 0; found < followers; found++)
        {
            if (next == bytes.Length && isLast) return true;
            if (next + 4 > bytes.Length) return isLast && found > 0;
            if (MpegFrame.Read(bytes[next..]) is not { } follower || !follower.IsLike(frame)) return false;
            next += follower.Length;
        }
        return true;
    }

    /// <param name="Varies">Whether their bitrates differ.</param>
    public readonly record struct Tally(long Frames, long Bytes, bool Varies);
}
