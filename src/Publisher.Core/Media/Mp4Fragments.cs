namespace Publisher.Media;

/// <summary>
/// The length of a track that is written in fragments (ISO 14496-12, 8.8), as encoders do that cannot go back to the beginning:
/// the sum of the samples that are there.
/// </summary>
internal static class Mp4Fragments
{
    /// <summary>In ticks of the track; <paramref name="size"/> is what its samples come to.</summary>
    public static double Ticks(FileBytes bytes, Mp4Box movie, uint track, out long size)
    {
        var usual = Usual(movie, track);
        double ticks = 0;
        size = 0;
        foreach (var fragment in Mp4Box.In(bytes, 0, bytes.Length))
        {
            if (!fragment.Is("moof"u8)) continue;
            foreach (var part in fragment.Boxes)
                if (part.Is("traf"u8) && part.Find("tfhd"u8) is { } header && bytes.UInt32(header.Body + 4) == track)
                    ticks += Part(part, header, fragment.Start, usual, ref size);
        }
        return ticks;
    }

    /// <summary>What the index at the head of a stream says of all its parts together (sidx, 8.16.3), in seconds.</summary>
    public static double Indexed(FileBytes bytes, Mp4Box index)
    {
        var scale = bytes.UInt32(index.Body + 8);
        var at = index.Body + (index.Version == 0 ? 20 : 28);
        double ticks = 0;
        for (int left = bytes.UInt16(at + 2); left > 0 && at + 16 <= index.End; left--, at += 12) ticks += bytes.UInt32(at + 8);
        return scale == 0 ? 0 : ticks / scale;
    }

    private static (uint Duration, uint Size) Usual(Mp4Box movie, uint track)
    {
        if (movie.Find("mvex"u8) is { } fragments)
            foreach (var box in fragments.Boxes)
                if (box.Is("trex"u8) && box.Bytes.UInt32(box.Body + 4) == track)
                    return (box.Bytes.UInt32(box.Body + 12), box.Bytes.UInt32(box.Body + 16));
        return default;
    }

    private static double Part(Mp4Box part, Mp4Box header, long start, (uint Duration, uint Size) usual, ref long total)
    {
        const int HasPlace = 1, HasDescription = 2, HasDuration = 8, HasSize = 16;
        var bytes = part.Bytes;
        var flags = header.Flags;
        var at = header.Body + 8;
        if ((flags & HasPlace) != 0) { start = (long)bytes.UInt64(at); at += 8; }
        if ((flags & HasDescription) != 0) at += 4;
        if ((flags & HasDuration) != 0) { usual.Duration = bytes.UInt32(at); at += 4; }
        if ((flags & HasSize) != 0) usual.Size = bytes.UInt32(at);
        double ticks = 0;
        var place = start;
        foreach (var run in part.Boxes)
            if (run.Is("trun"u8)) ticks += Run(run, start, usual, ref place, ref total);
        return ticks;
    }

    private static double Run(Mp4Box run, long start, (uint Duration, uint Size) usual, ref long place, ref long total)
    {
        const int HasPlace = 1, HasFirst = 4, HasDuration = 0x100, HasSize = 0x200, HasFlags = 0x400, HasOffset = 0x800;
        var bytes = run.Bytes;
        var flags = run.Flags;
        long count = bytes.UInt32(run.Body + 4);
        var at = run.Body + 8;
        if ((flags & HasPlace) != 0) { place = start + (int)bytes.UInt32(at); at += 4; }
        if ((flags & HasFirst) != 0) at += 4;
        var (time, size) = ((flags & HasDuration) != 0, (flags & HasSize) != 0);
        var each = (time ? 4 : 0) + (size ? 4 : 0) + ((flags & HasFlags) != 0 ? 4 : 0) + ((flags & HasOffset) != 0 ? 4 : 0);
        if (each > 0) count = Math.Min(count, (run.End - at) / each);
        if (place < 0 || place > bytes.Length) return 0;
        if (!size && usual.Size > 0) count = Math.Min(count, (bytes.Length - place) / usual.Size);
        double ticks = 0;
        if (!time && !size)
        {
            place += count * usual.Size;
            total += count * usual.Size;
            return (double)count * usual.Duration;
        }
        for (; count > 0; count--, at += each)
        {
            var length = size ? bytes.UInt32(time ? at + 4 : at) : usual.Size;
            // What the file no longer holds is not heard.
            if (place + length > bytes.Length) break;
            place += length;
            total += length;
            ticks += time ? bytes.UInt32(at) : usual.Duration;
        }
        return ticks;
    }
}
