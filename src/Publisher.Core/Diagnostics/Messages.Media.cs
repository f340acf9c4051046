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

    public static Diagnostic NoRoomForChapters(Location at, string why) =>
        Error("PB0603", at, $"chapters cannot be written into this file: {why}",
            "give it a new ID3 tag of version 2.3 or 2.4 with the program that made it");

    public static Diagnostic UnknownTranscript(Location at) =>
        Error("PB0610", at, "this is no transcript: they are .vtt, .srt, .json, .html or .md");

    public static Diagnostic EmptyTranscript(Location at) => Warning("PB0611", at, "nothing is said in this transcript");

    public static Diagnostic TranscriptGoesOn(Location at, double last, double seconds) =>
        Warning("PB0616", at, $"this transcript has words at {Whole(last)} seconds, and the sound ends at {Whole(seconds)}",
            "is it another episode's?");

    public static Diagnostic NoWebVtt(Location at) =>
        Error("PB0612", at, "a file of WebVTT begins with 'WEBVTT'; players refuse this one",
            "write WEBVTT and an empty line before it");

    public static Diagnostic CueWithoutTimes(Location at) =>
        Error("PB0613", at, "this has no times, so it is left out",
            "write 00:00:01.000 --> 00:00:04.000 on the line before what is said");

    public static Diagnostic BadCueTimes(Location at, string text) =>
        Error("PB0613", at, $"'{text}' cannot be read as times, so what is said there is left out",
            "write 00:00:01.000 --> 00:00:04.000, and in .srt a comma for the point");

    public static Diagnostic BadMoment(Location at, string text) =>
        Error("PB0613", at, $"'{text}' is no time, so what is said there has the one before", "write 0:57 or 1:02:33");

    public static Diagnostic CueEndsBeforeItStarts(Location at) =>
        Warning("PB0614", at, "this ends before it starts");

    public static Diagnostic BadTranscriptJson(Location at) =>
        Error("PB0615", at, "this JSON cannot be read from here on; what stands before is");

    public static Diagnostic NoSegments(Location at) =>
        Error("PB0615", at, "a transcript in JSON is a mapping with a list of 'segments'");

    public static Diagnostic BadSegment(Location at) =>
        Error("PB0615", at, "this segment is left out: it has no 'startTime' in seconds, or no 'body' of text");

    public static Diagnostic MeasuredOtherwise(Location at, string key, string said, string file, string right) =>
        Error("PB0620", at, $"'{key}' is '{said}', and by {file} itself it is {right}", $"write {right}, or leave '{key}' out");

    public static Diagnostic NoArtwork(Location at, string file) =>
        Error("PB0621", at, $"{file} is neither a JPEG nor a PNG, or is broken", "export it again as JPEG or PNG");

    public static Diagnostic ArtworkSize(Location at, string file, int width, int height, int least, int most) =>
        Error("PB0622", at, $"the artwork {file} has {width} x {height} pixels",
            $"it must be a square of {least} to {most} pixels, better {most}");

    public static Diagnostic ArtworkColors(Location at, string file, bool isGrey) =>
        Warning("PB0623", at, $"the artwork {file} is stored in {(isGrey ? "shades of grey" : "colours for print (CMYK)")}",
            "save it in RGB");

    public static Diagnostic ArtworkName(Location at, string file, string type) =>
        Error("PB0624", at, $"{file} is {(type == "image/png" ? "a PNG" : "a JPEG")}, whatever its name says",
            $"name it {Path.ChangeExtension(file, type == "image/png" ? ".png" : ".jpg")}");

    public static Diagnostic LargeArtwork(Location at, string file, long bytes, long most) =>
        Note("PB0625", at, $"the artwork {file} has {bytes / 1024:#,0} KB, and Apple asks for at most {most / 1024}",
            "save it as JPEG, or with fewer colours");

    public static Diagnostic BadSoundbite(Location at, string why) =>
        Error("PB0640", at, $"this soundbite {why}, so it is left out",
            "write { start: 12:30, duration: 45, title: … }, or end: 13:15");

    public static Diagnostic BadPayment(Location at, string why) =>
        Error("PB0641", at, $"nobody can be paid so: {why}",
            "write value: { recipients: [{ name: …, address: …, split: 100 }] }");

    public static Diagnostic BadDiscussion(Location at, string why) =>
        Error("PB0642", at, $"nobody finds these comments: {why}", "write the address of the post below which people answer");

    public static Diagnostic UnknownDiscussion(Location at, string url, IEnumerable<string> known) =>
        Error("PB0642", at, $"'{url}' does not tell by which protocol it is read",
            $"write {{ url: …, protocol: … }}; protocols are {string.Join(", ", known)}");

    public static Diagnostic UnknownProtocol(Location at, string text, IEnumerable<string> known) =>
        Warning("PB0642", at, $"the Podcast Index knows no protocol '{text}'",
            Suggest(text, known) ?? $"one of {string.Join(", ", known)}");

    public static Diagnostic BadChat(Location at) =>
        Error("PB0643", at, "a chat has a 'server' and a 'protocol'",
            "write { server: irc.example.org, protocol: irc, space: '#talk' }");

    public static Diagnostic BadAlternate(Location at, string why) =>
        Error("PB0644", at, $"apps cannot play this: {why}", "write { file: small.mp3, title: … }, or url: for one elsewhere");

    public static Diagnostic NoSeasonOfName(Location at, string text) =>
        Error("PB0645", at, $"'{text}' is no season: they are numbered from 1", "write seasons: { 1: Beginnings }");

    public static Diagnostic UnknownService(Location at, string name, IEnumerable<string> known) =>
        Warning("PB0646", at, $"the Podcast Index knows no service '{name}'", Suggest(name, known));

    public static Diagnostic NoFeedOfGuid(Location at, string? guid) =>
        Error("PB0647", at, guid is null ? "this feed has no 'guid'" : $"'{guid}' is no guid of a feed",
            "write the UUID that the publisher's own feed has as podcast:guid");

    public static Diagnostic EpisodeNumberTwice(Location at, int? season, int number, Location other) =>
        Warning("PB0630", at, $"the number {number}{(season is null ? "" : $" of season {season}")} is also that of {other}",
            "give one of the two another 'episode', or a 'season' of its own");

    public static Diagnostic SoundName(Location at, string file, string type, string extension) =>
        Error("PB0633", at, $"{file} is an {type} file, whatever its name says, and players go by the name",
            $"name it {Path.ChangeExtension(file, extension)}, here and where it lies");

    public static Diagnostic TranscriptIsPage(Location at) =>
        Warning("PB0635", at, "this is a page of its own, and makes the page beside it a section's index",
            "put the show into a folder called 'podcast' or 'episodes', or write the words between ':::transcript' and ':::'");

    public static Diagnostic ScriptAddress(Location at, string url) =>
        Warning("PB0631", at, $"'{Brief(url)}' would run where it is clicked, so it is left out",
            "write an address like https://…");

    private static string Whole(double seconds) => seconds.ToString("0", System.Globalization.CultureInfo.InvariantCulture);
}
