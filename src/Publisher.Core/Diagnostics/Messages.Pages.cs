using Publisher.Text;

namespace Publisher.Diagnostics;

public static partial class Messages
{
    public static Diagnostic BadDate(Location at, string key, string text) =>
        Error("PB0220", at, $"'{text}' is no date for '{key}'",
            "write 2026-11-21, 2026-11-21 09:30 or 2026-11-21T09:30:00+01:00");

    public static Diagnostic MisspeltKey(Location at, string key, string meant) =>
        Warning("PB0221", at, $"'{key}' is no key that Publisher knows", $"did you mean '{meant}'?");

    public static Diagnostic FuturePage(Location at, DateTimeOffset date) =>
        Note("PB0222", at, $"left out: its date, {date:yyyy-MM-dd HH:mm zzz}, is in the future",
            "--future builds it all the same");

    public static Diagnostic EpisodeWithoutAudio(Location at, string key) =>
        Warning("PB0223", at, $"'{key}' tells of a sound file, but nothing says where it is, so this episode has no player",
            "write 'audio: ADDRESS' here, or 'audio_url: https://…/:number.mp3' in the 'cascade' of the section's index page");

    /// <param name="what">Its number, or its season.</param>
    public static Diagnostic EpisodeWithoutPart(Location at, string pattern, string what) =>
        Warning("PB0224", at, $"the sound file '{pattern}' needs the episode's {what}, and this one has none, so it has no sound",
            what == "season" ? "write 'season: 1' in its front matter, or 'audio:' with the address of its own file"
                : "write 'episode: 7' in its front matter, begin its file's name with the number, or say 'audio: ADDRESS'");

    public static Diagnostic SkippedTime(Location at, string text, DateTimeOffset taken, string zone) =>
        Note("PB0225", at, $"the clocks of {zone} skip {text}, so it counts as {taken:yyyy-MM-dd HH:mm zzz}",
            "write another time, or one with its offset");

    public static Diagnostic TwoSourcesOneOutput(Location at, SitePath output, string other) =>
        Error("PB0501", at, $"two sources make the output {output}: this one and {other}",
            "give one of them another slug or permalink");

    public static Diagnostic BadOutputPath(Location at, string url) =>
        Error("PB0502", at, $"the address '{url}' leads out of the site or is empty");

    public static Diagnostic CaseCollision(Location at, SitePath output, SitePath other) =>
        Warning("PB0503", at,
            $"{output} and {other} differ only in upper and lower case; on Windows and macOS one would overwrite the other",
            "give one of them another slug or permalink");

    public static Diagnostic TermsShareAddress(Location at, string name, string first, string url) =>
        Warning("PB0505", at, $"'{name}' has the same address as '{first}', so both share the page {url}",
            "if they are the same, write them the same; if not, give one another name");

    public static Diagnostic NameCut(Location at, string what) =>
        Warning("PB0506", at, $"{what} is too long for the name of a file; the address has only its beginning",
            "240 bytes are the most");

    public static Diagnostic AddressTooLong(Location at, string url) =>
        Error("PB0506", at, $"the address '{Brief(url)}' has a part of more than 255 bytes, which no disk can hold");

    private static string Brief(string text) => text.Length <= 60 ? text : text[..60] + "…";

    public static Diagnostic DeadLink(Location at, string target, IEnumerable<string> known) =>
        Warning("PB0310", at, $"the link '{target}' leads nowhere", Suggest(target, known));

    public static Diagnostic DeadAnchor(Location at, string target, string anchor, string page, IEnumerable<string> known) =>
        Warning("PB0311", at, $"the link '{target}' leads to no heading: {page} has no '#{anchor}'", Suggest(anchor, known));

    public static Diagnostic LinkToUnpublished(Location at, string target, string status) =>
        Warning("PB0312", at, $"the link '{target}' leads to a page that is not published: it is {status}");

    public static Diagnostic UnknownCodeLanguage(Location at, string language, IEnumerable<string> known) =>
        Warning("PB0313", at, $"there is no highlighting for '{language}'",
            Suggest(language, known) ?? "'text' is plain and silent");
}
