using Publisher.Text;

namespace Publisher.Diagnostics;

/// <summary>Podcasts' feeds, as directories and players see them.</summary>
public static partial class Messages
{
    public static Diagnostic EpisodeWithoutEnclosure(Location at) =>
        Error("PB0953", at, "this item has no enclosure, so it is no episode",
            "add <enclosure url=\"…\" length=\"…\" type=\"audio/mpeg\"/>");

    public static Diagnostic EnclosureWithout(Location at, string attribute) =>
        Error("PB0954", at, $"this enclosure has no {attribute}", attribute switch
        {
            "length" => "write the file's size in bytes: length=\"55012345\"",
            "type" => "write type=\"audio/mpeg\" for an MP3, type=\"audio/x-m4a\" for an M4A",
            _ => "write the file's address",
        });

    public static Diagnostic LengthNoNumber(Location at, string text, string? digits) =>
        Error("PB0955", at, $"'{text}' is no size in bytes", digits is null ? "write a whole number, like 55012345"
            : $"write {digits}");

    public static Diagnostic LengthZero(Location at) =>
        Warning("PB0955", at, "the file has a size of 0 bytes here", "write its real size; players show it, and some refuse 0");

    public static Diagnostic LengthIsDuration(Location at, long bytes, int seconds, bool swapped) =>
        Error("PB0956", at, $"{bytes:#,0} bytes cannot last {seconds:#,0} seconds", swapped
            ? $"the two are swapped: length=\"{seconds}\", and {bytes} in itunes:duration"
            : "length is the file's size in bytes, not in kilobytes or seconds");

    public static Diagnostic SwappedSound(Location at, string bytesKey, string bytes, string durationKey, string duration) =>
        Error("PB0956", at, $"{bytesKey} is '{bytes}' and {durationKey} is '{duration}': the two are swapped",
            $"write {bytesKey}: {duration} and {durationKey}: {bytes}");

    public static Diagnostic SizeIsNoSize(Location at, string key, long bytes, int seconds) =>
        Error("PB0956", at, FormattableString.Invariant($"{bytes:#,0} bytes cannot last {seconds:#,0} seconds"),
            $"{key} is the file's size in bytes, not in kilobytes or seconds");

    public static Diagnostic OddBitrate(Location at, double bitrate, double median, string? likely)
    {
        var message = $"size and duration make {bitrate / 1000:0.#} kbit/s, and the show has {median / 1000:0.#}";
        return likely is null
            ? Warning("PB0957", at, message, "if the file is not encoded otherwise, its size or its duration is wrong")
            : Error("PB0957", at, message, likely);
    }

    public static Diagnostic UnplayableFile(Location at, string extension, IEnumerable<string> known) =>
        Error("PB0958", at, extension.Length == 0 ? "the address of this file does not end like that of a sound file"
            : $"Apple plays no '{extension}'", $"it takes {string.Join(", ", known)}");

    public static Diagnostic WrongEnclosureType(Location at, string type, string extension, string right) =>
        Warning("PB0959", at, $"'{type}' is not the type of a file that ends in {extension}", $"write {right}");

    public static Diagnostic SameEnclosure(Location at, string url, string other) =>
        Error("PB0960", at, $"'{Brief(url)}' is also the file of {other}, so Apple ignores one of them");

    public static Diagnostic ShowWithout(Location at, string tag, string line) =>
        Error("PB0961", at, $"the show has no {tag}", $"add {line}");

    public static Diagnostic ShowWithoutAuthor(Location at) =>
        Warning("PB0962", at, "the show has no itunes:author, which is shown below its title",
            "add <itunes:author>…</itunes:author>");

    public static Diagnostic OwnerWithoutMail(Location at, string mail) =>
        Warning("PB0962", at, mail.Length == 0 ? "the show's owner has no email address" : $"'{mail}' is no email address",
            "write <itunes:email>mail@example.org</itunes:email>, or leave the owner out");

    public static Diagnostic ArtworkWithoutAddress(Location at) =>
        Error("PB0963", at, "this artwork has no address", "write <itunes:image href=\"https://…/cover.jpg\"/>");

    public static Diagnostic ArtworkOfOtherType(Location at, string url) =>
        Error("PB0963", at, $"the artwork '{Brief(url)}' does not end in .jpg or .png");

    public static Diagnostic CategoryWithoutText(Location at) =>
        Error("PB0964", at, "this category has no name", "write <itunes:category text=\"Technology\"/>");

    public static Diagnostic UnknownCategory(Location at, string name, string? meant) =>
        Error("PB0964", at, $"Apple has no category '{name}'", meant);

    public static Diagnostic UnknownSubcategory(Location at, string name, string parent, string? meant) =>
        Error("PB0964", at, $"Apple's category '{parent}' has no '{name}'", meant);

    public static Diagnostic WrongExplicit(Location at, string text, string right) =>
        Error("PB0965", at, $"'{text}' is neither true nor false", $"write {right}");

    public static Diagnostic PaddedExplicit(Location at, string text) =>
        Error("PB0965", at, $"white space stands around '{text}'", "remove it: some take it for a part of the value");

    public static Diagnostic WrongShowType(Location at, string text, IEnumerable<string> known) =>
        Error("PB0966", at, $"'{text}' is no type of a show: episodic or serial", Suggest(text, known));

    public static Diagnostic SerialWithoutNumber(Location at) =>
        Error("PB0967", at, "the show is a serial, and this episode has no number",
            "add <itunes:episode>1</itunes:episode>, or its number");

    public static Diagnostic WrongNumber(Location at, string tag, string text) =>
        Error("PB0968", at, $"'{text}' is no number for {tag}: they begin with 1", text.Trim('0').Length == 0
            ? "leave the tag out; the title may say 0, or itunes:episodeType 'trailer'" : "write a whole number");

    public static Diagnostic WrongEpisodeType(Location at, string text, IEnumerable<string> known) =>
        Error("PB0969", at, $"'{text}' is no type of an episode: {string.Join(", ", known)}", Suggest(text, known));

    public static Diagnostic EpisodeWithoutDuration(Location at) =>
        Note("PB0970", at, "this episode does not say how long it is", "add <itunes:duration> with its seconds");

    public static Diagnostic WrongDuration(Location at, string text) =>
        Error("PB0970", at, $"'{text}' is no duration", "write seconds, like 3430, or 57:10");

    public static Diagnostic OnlyYes(Location at, string tag, string text) =>
        Warning("PB0971", at, $"'{text}' in {tag} means nothing", "write Yes, or leave the tag out");

    public static Diagnostic NumberInTitle(Location at, string title, string rest) =>
        Warning("PB0972", at, $"the title '{Brief(title)}' begins with the episode's number",
            $"write '{rest}', and itunes:episode for the number");

    public static Diagnostic ShowInTitle(Location at, string title, string show) =>
        Warning("PB0972", at, $"the title '{Brief(title)}' repeats the name of the show, '{Brief(show)}'", "leave it out");

    public static Diagnostic SummaryRepeats(Location at) =>
        Note("PB0973", at, "itunes:summary says what the description says", "leave it out");

    public static Diagnostic ShowWithoutGuid(Location at) =>
        Note("PB0974", at, "the show has no podcast:guid, which keeps it the same when it moves");

    public static Diagnostic GuidIsNoUuid(Location at, string guid) =>
        Error("PB0974", at, $"'{guid}' is no UUID",
            "it is the UUIDv5 of the feed's first address, like 917393e3-1b1e-5cef-ace4-edaa54e1f810");

    public static Diagnostic NoFlag(Location at, string code, string key, string text, bool? meant) =>
        Error(code, at, $"'{text}' is neither true nor false", meant is { } right
            ? $"write {key}: {(right ? "true" : "false")}" : $"write {key}: true, or {key}: false");

    public static Diagnostic UnknownLicense(Location at, string text, IEnumerable<string> known) =>
        Warning("PB0999", at, $"'{text}' is no name of a licence that players know", Suggest(text, known)
            ?? "write it like cc-by-4.0 (see spdx.org/licenses), or give it an address: { name: …, url: https://… }");

    public static Diagnostic WrongLocked(Location at, string text) =>
        Error("PB0975", at, $"'{text}' is neither yes nor no",
            $"write {(text.ToLowerInvariant() is "true" or "yes" ? "yes" : "no")}");

    public static Diagnostic LockedWithoutOwner(Location at) =>
        Note("PB0975", at, "podcast:locked does not say who can open it", "add owner=\"mail@example.org\"");

    public static Diagnostic WrongOwner(Location at, string owner) =>
        Warning("PB0975", at, $"the owner '{owner}' is no email address", "write it like mail@example.org");

    public static Diagnostic TooLongToShow(Location at, string what, int length, int most) =>
        Warning("PB0976", at, $"this {what} has {length} letters; what goes beyond {most} may be cut");

    public static Diagnostic PersonWithoutName(Location at) => Error("PB0977", at, "this person has no name");

    public static Diagnostic UnknownRole(Location at, string kind, string text, IEnumerable<string> known) =>
        Warning("PB0977", at, $"'{text}' is no {kind} of the Podcast Taxonomy",
            Suggest(text.ToLowerInvariant(), known) ?? (kind == "role" ? "'host' and 'guest' are the usual ones"
                : "'cast' is the usual one"));

    public static Diagnostic TagWithoutAttribute(Location at, string tag, string attribute) =>
        Error("PB0978", at, $"<{tag}> has no {attribute}, so it is ignored", $"add {attribute}=\"…\"");

    public static Diagnostic WrongTranscriptType(Location at, string type, IEnumerable<string> known, string? right) =>
        Warning("PB0979", at, $"'{type}' is no type of a transcript that players read",
            right is not null ? $"write {right}" : Suggest(type, known) ?? $"one of {string.Join(", ", known)}");

    public static Diagnostic WrongChaptersType(Location at, string type) =>
        Warning("PB0979", at, $"'{type}' is no type of chapters", "write application/json+chapters");

    public static Diagnostic UnknownMedium(Location at, string medium, IEnumerable<string> known) =>
        Error("PB0980", at, $"there is no medium '{medium}'", Suggest(medium, known) ?? "'podcast' is the usual one");

    public static Diagnostic NoSeasonNumber(Location at, string text) =>
        Error("PB0981", at, $"'{text}' is no season", "write a whole number; its name goes into name=\"…\"");

    public static Diagnostic NoEpisodeNumber(Location at, string text) =>
        Error("PB0981", at, $"'{text}' is no number of an episode",
            "write a number, like 7 or 7.5; what is shown goes into display=\"…\"");

    public static Diagnostic NoSeconds(Location at, string text) =>
        Error("PB0982", at, $"'{text}' is no number of seconds", "write it like 73.5");

    public static Diagnostic OddSoundbite(Location at, string text) =>
        Warning("PB0982", at, $"a soundbite of {text} seconds is too short or too long", "15 to 120 seconds are meant");

    public static Diagnostic SoundbiteTooLate(Location at, double end, int seconds) =>
        Error("PB0982", at, $"this soundbite ends at {end:0.#} seconds, and the episode at {seconds}");

    public static Diagnostic WrongFrequency(Location at, string text, string hint) =>
        Warning("PB0983", at, $"'{text}' says nothing about when episodes come", hint);

    public static Diagnostic PlaceWithoutName(Location at) => Warning("PB0984", at, "this place has no name");

    public static Diagnostic WrongCoordinates(Location at, string text) =>
        Warning("PB0984", at, $"'{text}' is no place on the earth", "write latitude and longitude, like geo:52.52,13.40");

    public static Diagnostic HostsReplaced(Location at) =>
        Note("PB0985", at, "these persons replace those of the show, so the episode has no host", "name the hosts here again");

    public static Diagnostic FirstChapterLate(Location at, string time) =>
        Warning("PB0986", at, $"the first chapter begins at {time}, so neither Apple nor Spotify makes chapters",
            "begin with 00:00, like '00:00 Intro'");

    public static Diagnostic FewChapters(Location at, int count) =>
        Warning("PB0986", at, $"{count} chapters are too few: Apple and Spotify want three");

    public static Diagnostic ChapterOutOfOrder(Location at, string time, string before) =>
        Warning("PB0986", at, $"the chapter at {time} comes after the one at {before}", "write them in their order");

    public static Diagnostic ChapterForm(Location at, string line, string right) =>
        Warning("PB0987", at, $"Spotify does not read '{Brief(line)}' as a chapter", $"write {right}");

    public static Diagnostic LongChapterTitle(Location at, string title, int most) =>
        Warning("PB0987", at, $"the chapter '{Brief(title)}' has {title.Length} letters; Spotify cuts what has {most} or more");

    public static Diagnostic SimpleChapterWithout(Location at) =>
        Error("PB0988", at, "this chapter has no start or no title", "write <psc:chapter start=\"00:01:02\" title=\"…\"/>");

    public static Diagnostic SimpleChapterTime(Location at, string text) =>
        Error("PB0988", at, $"'{text}' is no time of a chapter", "write it like 00:01:02 or 00:01:02.500");

    public static Diagnostic SimpleChapterOrder(Location at, string text) =>
        Error("PB0988", at, $"the chapter at {text} is earlier than the one before it", "write them in their order");

    public static Diagnostic SimpleChapterTwice(Location at, string text) =>
        Warning("PB0988", at, $"two chapters begin at {text}, so that one is over at once", "give one of them its own time");
}
