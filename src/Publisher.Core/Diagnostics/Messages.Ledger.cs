using Publisher.Text;

namespace Publisher.Diagnostics;

/// <summary>What feeds have promised to those who subscribed.</summary>
public static partial class Messages
{
    private const string Meant = "put it back, or say --allow-feed-changes if it is meant";

    public static Diagnostic FeedIdChanged(Location at, string title, string old, string now, bool meant) => Promise(
        "PB0910", at,
        $"'{title}' was published with the id '{old}' and now has '{now}': feed readers would show it again as new, and podcast "
        + "apps download it again", $"id: {old}", meant);

    public static Diagnostic ShowGuidChanged(Location at, string title, string old, string now, bool meant) => Promise(
        "PB0910", at,
        $"the podcast '{title}' was published with the guid '{old}' and now has '{now}': apps and directories would take it for "
        + "another podcast", $"id: {old}", meant);

    public static Diagnostic ShowPageGone(Location at, string guid, bool meant) => Promise(
        "PB0910", at,
        $"this page is gone, by which its episodes were published as a podcast with the guid '{guid}': apps and directories "
        + "would take them for another podcast", $"put the page back; in another file, with id: {guid}", meant);

    /// <param name="now">Empty where it has none any more.</param>
    public static Diagnostic FeedEnclosureChanged(Location at, string title, string old, string now, bool meant) => Promise(
        "PB0911", at,
        now.Length == 0
            ? $"'{title}' has no sound now, and was published with the one at '{old}': podcast apps would lose the episode"
            : $"the sound of '{title}' was published at '{old}' and is now at '{now}': podcast apps would download it again",
        Meant, meant);

    public static Diagnostic FeedDateChanged(Location at, string title, string old, string now, bool meant) => Promise(
        "PB0912", at,
        $"'{title}' was published with the date {old} and now has {now}: apps would sort it anew and may tell of it again", Meant,
        meant);

    public static Diagnostic FeedItemMoved(Location at, string title, SitePath old, string id, bool meant) => Promise(
        "PB0913", at,
        $"'{title}' looks like what was published from {old}, which is gone: with another id it would be told of and downloaded "
        + "again", $"id: {id}", meant);

    public static Diagnostic FeedItemMayHaveMoved(Location at, string title, SitePath old, string id) => Note(
        "PB0913", at, $"'{title}' has the date of what was published from {old}, which is gone, and is announced as new",
        $"if it is the same under another name, give it the old id: {id}");

    public static Diagnostic LedgerWritten(Location at, int count) => Note(
        "PB0914", at, $"this file now remembers {count} more of what feeds have announced", "commit it with the content");

    public static Diagnostic LedgerNotWritten(Location at, string why) => Warning(
        "PB0915", at, $"what feeds have announced could not be remembered: {why}");

    private static Diagnostic Promise(string code, Location at, string message, string hint, bool meant) =>
        meant ? Note(code, at, message) : Error(code, at, message, hint);
}
