using Publisher.Diagnostics;
using Publisher.Media;
using Publisher.Testing;
using Publisher.Text;

namespace Publisher.Core.Tests.Media;

/// <summary>What is measured of files that real encoders made is what FFmpeg says of them.</summary>
public class EncodedSoundTests
{
    private const double Tolerance = 0.1;

    private static readonly (double Start, string Title)[] Chapters = [(0, "Intro"), (3, "Über \"alles\""), (7.5, "Ende")];

    [ServerFact(Servers.Encoders)]
    public async Task Durations_are_those_of_ffmpeg()
    {
        using var folder = new TestFolder();
        await MakeAsync(folder);
        var files = Directory.EnumerateFiles(folder.Path).Where(path => path.EndsWith(".mp3") || path.EndsWith(".m4a") || path.EndsWith(".mp4"));
        var faults = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(files, async (path, _) =>
        {
            if (await FaultAsync(path) is { } fault) faults.Add(fault);
        });
        Assert.Empty(faults);
    }

    private static async Task<string?> FaultAsync(string path)
    {
        var name = Path.GetFileName(path);
        var problems = new List<Diagnostic>();
        using var stream = new CountingStream(File.OpenRead(path));
        var sound = Sound.Read(new SitePath(name), stream, problems);
        var (probed, played) = (await Encoders.ProbedSecondsAsync(path), await Encoders.PlayedSecondsAsync(path));
        // FFmpeg guesses where no head tells, believes the head of what was cut off, and counts the silence that the encoder added.
        var expected = Math.Abs(probed - played) > Tolerance ? played : probed;
        var isCut = name.Contains("-cut") && !name.Contains("headless");
        var fault = sound is null ? "refused"
            : sound.Bytes != stream.Length ? "wrong size"
            : Math.Abs(sound.Duration - expected) > Tolerance ? "wrong duration"
            : name.Contains("chapters") && !sound.Chapters.Select(chapter => (chapter.Start, chapter.Title)).SequenceEqual(Chapters) ? "wrong chapters"
            : isCut != problems.Count > 0 ? "wrong problems"
            : stream.Count > stream.Length + 64 * 1024 ? "read too much"
            : null;
        return fault is null ? null : $"{name}: {fault}: {sound} played {played:0.000}, probed {probed:0.000}, read {stream.Count}: {string.Join("; ", problems)}";
    }

    private static async Task MakeAsync(TestFolder folder)
    {
        var wav = folder["source.wav"];
        await Encoders.FfmpegAsync("-f", "lavfi", "-i",
            "aevalsrc='0.4*sin(2*PI*(200+40*t)*t)+0.3*random(0)*gt(mod(t,4),2)|0.4*sin(2*PI*300*t)':s=44100:d=12.345", wav);
        folder.Write("chapters.txt", ";FFMETADATA1\ntitle=Show\n" + string.Concat(Chapters.Select((chapter, i) =>
            $"[CHAPTER]\nTIMEBASE=1/1000\nSTART={chapter.Start * 1000}\nEND={(i + 1 < Chapters.Length ? Chapters[i + 1].Start : 12.345) * 1000}\ntitle={chapter.Title}\n")));
        string[][] lame =
        [
            ["cbr128.mp3", "-b", "128"], ["cbr320.mp3", "-b", "320"], ["mono64.mp3", "-m", "m", "-b", "64"],
            ["stereo.mp3", "-m", "s"], ["joint.mp3", "-m", "j"], ["vbr.mp3", "-V", "4"], ["abr.mp3", "--abr", "112"],
            ["vbr-headless.mp3", "-V", "4", "-t"], ["cbr-headless.mp3", "-b", "128", "-t"], ["crc.mp3", "-p"],
            ["mpeg2.mp3", "--resample", "22.05"], ["mpeg2-headless.mp3", "--resample", "22.05", "-t"],
            ["mpeg25.mp3", "--resample", "8"], ["mpeg25-headless.mp3", "--resample", "8", "-t"], ["mpeg25-vbr.mp3", "-V", "5", "--resample", "11.025", "-m", "m"],
            ["id3v1-v2.mp3", "--tt", "Titel", "--ta", "Ich", "--add-id3v2", "--pad-id3v2-size", "5000"], ["48k.mp3", "--resample", "48"],
        ];
        foreach (var one in lame) await Encoders.LameAsync([.. one[1..], wav, folder[one[0]]]);
        string[][] ffmpeg =
        [
            ["xing0-headless.mp3", "-q:a", "4", "-write_xing", "0"], ["xing.mp3", "-q:a", "4"], ["cbr-xing0-headless.mp3", "-b:a", "96k", "-write_xing", "0"],
            ["layer2.mp3", "-c:a", "mp2", "-f", "mp2", "-b:a", "192k"],
            ["plain.m4a"], ["faststart.m4a", "-movflags", "faststart"], ["mono.m4a", "-ac", "1", "-ar", "22050"],
            ["fragmented.m4a", "-movflags", "frag_keyframe+empty_moov"], ["fragments.m4a", "-movflags", "frag_keyframe+empty_moov", "-frag_duration", "500000"],
            ["dash.m4a", "-movflags", "dash+global_sidx", "-frag_duration", "1000000"], ["cmaf.mp4", "-movflags", "cmaf", "-frag_duration", "1000000"],
        ];
        foreach (var one in ffmpeg) await Encoders.FfmpegAsync(["-i", wav, .. one[1..], folder[one[0]]]);
        string[][] chapters =
        [
            ["chapters-v24.mp3"], ["chapters-v23.mp3", "-id3v2_version", "3"], ["chapters.m4a"], ["chapters-faststart.m4a", "-movflags", "faststart"], ["chapters.mp4"],
        ];
        foreach (var one in chapters)
            await Encoders.FfmpegAsync(["-i", wav, "-i", folder["chapters.txt"], "-map", "0:a", "-map_metadata", "1", .. one[1..], folder[one[0]]]);

        void Derive(string name, string from, Func<byte[], byte[]> change) => File.WriteAllBytes(folder[name], change(File.ReadAllBytes(folder[from])));
        Derive("vbr-cut.mp3", "vbr.mp3", bytes => bytes[..(bytes.Length * 2 / 3)]);
        Derive("cbr-cut.mp3", "cbr128.mp3", bytes => bytes[..(bytes.Length / 2)]);
        Derive("cbr-headless-cut.mp3", "cbr-headless.mp3", bytes => bytes[..(bytes.Length / 2)]);
        Derive("faststart-cut.m4a", "faststart.m4a", bytes => bytes[..(bytes.Length / 2)]);
        Derive("fragments-cut.m4a", "fragments.m4a", bytes => bytes[..(bytes.Length / 2)]);
        Derive("garbage.mp3", "cbr-headless.mp3", bytes => [.. Garbage(3000), .. bytes]);
        Derive("garbage-vbr.mp3", "vbr.mp3", bytes => [.. Garbage(3000), .. bytes]);
        Derive("padded-tags.mp3", "vbr.mp3", bytes => [.. Mp3Bytes.Tag(4, Mp3Bytes.Frame(4, "TIT2", "\u0003Titel"u8), footer: true), .. Mp3Bytes.Tag(3, new byte[700]), .. bytes, .. Mp3Bytes.ApeTag(), .. Mp3Bytes.Id3v1()]);
        Derive("twice.mp3", "vbr.mp3", bytes => [.. bytes, .. bytes]);
    }

    private static byte[] Garbage(int length)
    {
        var random = new Random(4);
        var bytes = new byte[length];
        random.NextBytes(bytes);
        bytes[0] = 0;
        return bytes;
    }
}
