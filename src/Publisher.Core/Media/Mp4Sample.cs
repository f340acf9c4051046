namespace Publisher.Media;

/// <summary>A stretch of sound, or one chapter's title: where it stands in the file, and when, in ticks of its track.</summary>
internal readonly record struct Mp4Sample(long Offset, uint Size, long Start, uint Duration)
{
    /// <summary>More than a day of sound has.</summary>
    private const int Most = 10_000_000;

    /// <summary>
    /// In their order, from the four tables that share what is known of them (ISO 14496-12, 8.6 and 8.7): durations in runs,
    /// chunks in runs of equal count, sizes, and the chunks' places.
    /// </summary>
    public static IEnumerable<Mp4Sample> Of(Mp4Track track)
    {
        if (track.Box.Find("mdiaminfstbl"u8) is not { } tables || tables.Find("stsz"u8) is not { } sizes) yield break;
        if ((tables.Find("stco"u8) ?? tables.Find("co64"u8)) is not { } chunks) yield break;
        if (tables.Find("stts"u8) is not { } times || tables.Find("stsc"u8) is not { } runs) yield break;
        var isLong = chunks.Is("co64"u8);
        var chunkCount = Count(chunks, 4, isLong ? 8 : 4);
        var timeRuns = new Runs(times, 8);
        var chunkRuns = new Runs(runs, 12);
        var (sizeBytes, chunkBytes) = (sizes.Bytes.Again(), chunks.Bytes.Again());
        var oneSize = sizeBytes.UInt32(sizes.Body + 4);
        var samples = oneSize != 0 ? Math.Min(sizeBytes.UInt32(sizes.Body + 8), Most) : Count(sizes, 8, 4);
        long sample = 0, ticks = 0, left = 0;
        uint duration = 0;
        for (long chunk = 0; chunk < chunkCount && sample < samples; chunk++)
        {
            var offset = chunks.Body + 8 + chunk * (isLong ? 8 : 4);
            var place = isLong ? (long)chunkBytes.UInt64(offset) : chunkBytes.UInt32(offset);
            while (chunkRuns.Peek() is var next && next != 0 && next <= chunk + 1) chunkRuns.Next();
            for (long n = chunkRuns.Field(1); n > 0 && sample < samples; n--, sample++)
            {
                for (; left == 0 && timeRuns.Next(); duration = timeRuns.Field(1)) left = timeRuns.Field(0);
                if (left == 0) yield break;
                left--;
                var size = oneSize != 0 ? oneSize : sizeBytes.UInt32(sizes.Body + 12 + sample * 4);
                yield return new Mp4Sample(place, size, ticks, duration);
                place += size;
                ticks += duration;
            }
        }
    }

    /// <summary>As many entries as a table says that it has, and as fit in.</summary>
    private static long Count(Mp4Box box, int at, int size)
    {
        var room = (box.End - box.Body - at - 4) / size;
        return Math.Clamp(Math.Min(box.Bytes.UInt32(box.Body + at), room), 0, Most);
    }

    /// <summary>Goes through a table of runs, which has its own window on the file.</summary>
    private sealed class Runs(Mp4Box box, int size)
    {
        private readonly FileBytes bytes = box.Bytes.Again();
        private readonly long count = Count(box, 4, size);
        private long at = -1;

        /// <summary>The next run's first number; 0 at the end.</summary>
        public uint Peek() => at + 1 < count ? bytes.UInt32(box.Body + 8 + (at + 1) * size) : 0;

        public bool Next() => ++at < count;

        public uint Field(int index) => at < 0 || at >= count ? 0 : bytes.UInt32(box.Body + 8 + at * size + index * 4);
    }
}
