using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Media;

/// <summary>Measures M4A and other MPEG-4 files: from the header of their sound's track, or from their fragments.</summary>
internal static class Mp4
{
    /// <summary>In seconds: what comes to more was written by mistake.</summary>
    public const double LongestSound = 1e7;

    public static bool IsOne(FileBytes bytes)
    {
        var head = bytes.At(4, 4);
        return head.SequenceEqual("ftyp"u8) || head.SequenceEqual("moov"u8) || head.SequenceEqual("mdat"u8)
            || head.SequenceEqual("wide"u8) || head.SequenceEqual("free"u8) || head.SequenceEqual("skip"u8)
            || head.SequenceEqual("styp"u8);
    }

    public static Sound? Read(FileBytes bytes, Location at, ICollection<Diagnostic> problems)
    {
        Mp4Box? movie = null, index = null;
        var isCut = false;
        foreach (var box in Mp4Box.In(bytes, 0, bytes.Length))
        {
            if (box.Is("moov"u8)) movie ??= box;
            else if (box.Is("sidx"u8)) index ??= box;
            isCut |= box.IsCut && (box.Is("mdat"u8) || box.Is("moov"u8) || box.Is("moof"u8));
        }
        if (movie is not { } moov)
            return Refuse(isCut ? "it ends before its index (moov), so it was not copied to its end" : "it has no index (moov)");
        var tracks = Tracks(moov);
        if (tracks.Find(track => track.Handler == Mp4Track.Sound) is not { } sound) return Refuse("there is no sound in it");

        var (duration, promised, size) = Measure(bytes, moov, index, sound, isCut);
        if (duration is not (> 0 and < LongestSound)) return Refuse("it does not tell how long it is");
        if (isCut && !(promised - duration < 0.5)) problems.Add(Messages.SoundIsCut(at, duration, promised));
        var chapters = Mp4Chapters.Read(moov, sound, tracks);
        var pictures = tracks.Exists(track => track.Handler == Mp4Track.Picture && !sound.ChapterTracks.Contains(track.Id));
        return new Sound(bytes.Length, duration, pictures ? "video/mp4" : "audio/x-m4a", (int)(size * 8 / duration))
        {
            IsVariable = true,
            Chapters = chapters,
        };

        Sound? Refuse(string why)
        {
            problems.Add(Messages.NoSound(at, why));
            return null;
        }
    }

    private static List<Mp4Track> Tracks(Mp4Box movie)
    {
        const int Most = 1000;
        var scale = movie.Find("mvhd"u8) is { } header ? movie.Bytes.UInt32(header.Body + (header.Version == 1 ? 20 : 12)) : 0;
        var boxes = movie.Boxes.Where(box => box.Is("trak"u8)).Take(Most);
        return [.. boxes.Select(box => Mp4Track.Read(box, scale)).OfType<Mp4Track>()];
    }

    /// <summary>Promised: what it says of itself, of which the end may be missing.</summary>
    private static (double Duration, double? Promised, long Size) Measure(
        FileBytes bytes, Mp4Box movie, Mp4Box? index, Mp4Track sound, bool isCut)
    {
        if (movie.Find("mvex"u8) is not null)
        {
            var ticks = Mp4Fragments.Ticks(bytes, movie, sound.Id, out var size);
            if (ticks > 0) return (sound.Duration + ticks / sound.Scale, null, size);
            var indexed = index is { } parts ? Mp4Fragments.Indexed(bytes, parts) : 0;
            if (indexed > 0) return (indexed, null, bytes.Length);
        }
        if (!isCut)
        {
            var data = Mp4Box.In(bytes, 0, bytes.Length).Where(box => box.Is("mdat"u8)).Sum(box => box.End - box.Body);
            return (sound.Duration, sound.Duration, data);
        }
        long heard = 0, held = 0;
        foreach (var sample in Mp4Sample.Of(sound))
        {
            if (sample.Offset < 0 || sample.Offset > bytes.Length - sample.Size) break;
            heard = sample.Start + sample.Duration;
            held += sample.Size;
        }
        return (Math.Min((double)heard / sound.Scale, sound.Duration), sound.Duration, held);
    }
}
