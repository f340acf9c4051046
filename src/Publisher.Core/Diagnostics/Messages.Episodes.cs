using Publisher.Text;

namespace Publisher.Diagnostics;

/// <summary>What episodes say of the moments in their sound: topics, chapters, transcripts.</summary>
public static partial class Messages
{
    public static Diagnostic TimesGoBack(Location at, string time, string last) =>
        Warning("PB0904", at, $"the time {time} comes after {last}: chapters are put in the order of their times",
            "is one of the two mistyped?");

    public static Diagnostic TimePastEnd(Location at, string time, string end) =>
        Warning("PB0905", at, $"the time {time} lies past the end of the sound, which is at {end}");

    public static Diagnostic TimeOver(Location at, string time, string meant) =>
        Warning("PB0906", at, $"{time} has more than 59 seconds or minutes; it counts as {meant}");

    public static Diagnostic TimeTwice(Location at, string time) =>
        Warning("PB0907", at, $"the time {time} is given twice, so that one of the two chapters is over as it begins");

    public static Diagnostic BadChapter(Location at, string expected) =>
        Warning("PB0908", at, $"this chapter is left out: {expected}", "write { start: 0:57, title: What it is about }");

    public static Diagnostic ChapterEnd(Location at, string what) =>
        Warning("PB0632", at, $"the end of this chapter {what}, so it counts as not said", "write it like 1:20, or leave it out");

    public static Diagnostic NoEpisodeFile(Location at, string what, string path, IEnumerable<string> near) =>
        Warning("PB0909", at, $"the {what} '{path}' is not there", Suggest(path, near));

    public static Diagnostic ChapterLeadsNowhere(Location at, string target) =>
        Warning("PB0909", at, $"this chapter leads to '{target}', which is not there");

    public static Diagnostic TranscriptOfOtherName(Location at, string path) =>
        Warning("PB0909", at, $"'{path}' is no transcript: Markdown is one where it is called transcript.md",
            "put it beside the episode's index.md as transcript.md, or into the page between ':::transcript' and ':::'");

    public static Diagnostic NoSoundFile(Location at, string path, IEnumerable<string> near) =>
        Error("PB0909", at, $"'{path}' is not there", Suggest(path, near)
            ?? "put the sound file there, or write its whole address: https://…");

    public static Diagnostic BadAudioPattern(Location at, string pattern, string placeholder, IEnumerable<string> known) =>
        Error("PB0106", at, $"the address '{pattern}' has an unknown placeholder ':{placeholder}'",
            Suggest(":" + placeholder, known.Select(name => ":" + name)));

    public static Diagnostic ShowWithoutIndex(Location at, SitePath index) =>
        Warning("PB0900", at, $"{index} is missing: it has the show's settings, without which directories refuse the podcast",
            "write it, with 'title', 'description', 'artwork: cover.jpg', 'category: Technology' and 'email' in it");

    public static Diagnostic EpisodeNotInFeed(Location at) =>
        Warning("PB0953", at, "this episode has no sound, so it is not in the podcast's feed", "write 'audio: ADDRESS' here");

    public static Diagnostic UndatedNotInFeed(Location at) =>
        Warning("PB0948", at, "this episode has no date, so it is not in the podcast's feed", "write 'date: 2026-11-21' here");
}
