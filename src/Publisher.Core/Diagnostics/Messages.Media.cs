using Publisher.Text;

namespace Publisher.Diagnostics;

/// <summary>Sound files, and what belongs to them: chapters and transcripts.</summary>
public static partial class Messages
{
    public static Diagnostic NoSound(Location at, string why) =>
        Error("PB0601", at, $"this is no MP3 or M4A file that can be measured: {why}", "export it again as MP3 or M4A");

    /// <param name="promised">What the file says of itself, if it does.</param>
    public static Diagnostic SoundIsCut(Location at, double seconds, double? promised = null) =>
        Warning("PB0602", at,
            $"this file is cut off after {Whole(seconds)} seconds"
                + (promised is { } all ? $"; by what it says of itself, it had {Whole(all)}" : ""),
            "it was probably not copied to its end: copy it again");

    private static string Whole(double seconds) => seconds.ToString("0", System.Globalization.CultureInfo.InvariantCulture);
}
