using System.Globalization;

namespace Publisher.Testing;

/// <summary>FFmpeg and LAME: they make sound files, and say how long one plays.</summary>
public static class Encoders
{
    /// <summary>Why they cannot run here, with the command that would change that; null when they can.</summary>
    public static string? WhyNot { get; } = Installed.Missing("FFmpeg or LAME", "ffmpeg lame", "ffmpeg", "ffprobe", "lame");

    public static Task FfmpegAsync(params string[] arguments) =>
        RunAsync("ffmpeg", ["-nostdin", "-y", "-v", "error", "-bitexact", .. arguments]);

    public static Task LameAsync(params string[] arguments) => RunAsync("lame", ["--quiet", .. arguments]);

    /// <summary>As the file says of itself, by FFmpeg's reading.</summary>
    public static async Task<double> ProbedSecondsAsync(string file)
    {
        var printed = await RunAsync("ffprobe", ["-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", file]);
        return double.Parse(printed.Trim(), CultureInfo.InvariantCulture);
    }

    /// <summary>What is heard when it is played to its end.</summary>
    public static async Task<double> PlayedSecondsAsync(string file)
    {
        var samples = file + ".raw";
        await RunAsync("ffmpeg", ["-nostdin", "-y", "-v", "quiet", "-i", file, "-map", "0:a:0", "-f", "s16le", "-ac", "1", "-ar", "8000", samples]);
        return new FileInfo(samples).Length / 16000.0;
    }

    private static Task<string> RunAsync(string program, string[] arguments) =>
        Daemon.RunAsync(new Dictionary<string, string> { ["LANG"] = "C.UTF-8" }, Installed.Find(program)!, arguments);
}
