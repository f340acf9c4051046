using Publisher.Text;

namespace Publisher.Diagnostics;

public static partial class Messages
{
    public static Diagnostic WeeknoteNumberTwice(Location at, int number, SitePath other) =>
        Warning("PB0916", at, $"the weeknote {other} has the number {number}, too", "count one of them on");

    public static Diagnostic OtherNumber(Location at, string said, string counted, Location by) =>
        Warning("PB0634", at, $"this says '{said}', and what counts is {counted}, as {by} has it", "say the same in both");

    public static Diagnostic WeeknoteNumbersMissing(Location at, int first, int last, SitePath before) =>
        Note("PB0917", at,
            first == last
                ? $"no weeknote has the number {first}; the one before this is {before}"
                : $"no weeknote has the numbers {first} to {last}; the one before this is {before}",
            first == last ? null : $"if this one is for all of them, write 'number: {first}-{last + 1}'");

    public static Diagnostic WeeknotesGoBackwards(
        Location at, int number, DateTimeOffset date, int before, DateTimeOffset then, SitePath other) =>
        Warning("PB0918", at,
            $"number {number} is of {date:yyyy-MM-dd}, and number {before} is later: {other} is of {then:yyyy-MM-dd}",
            "look at the numbers and the dates of both");

    public static Diagnostic BlogrollEntry(Location at) =>
        Warning("PB0919", at, "an entry of a blogroll needs a 'title', and a 'url' or a 'feed'");

    public static Diagnostic BlogrollHost(Location at, string host) =>
        Warning("PB0919", at, $"'{host}' is no address of a blog",
            $"did you mean https://{host}{(host.Contains('/') ? "" : "/")}?");

    public static Diagnostic NoBlogroll(Location at, string name, IEnumerable<string> known) =>
        Warning("PB0998", at, $"there is no data file '{name}' with a blogroll",
            Suggest(name, known) ?? "write a list of 'title', 'url' and 'feed' here, or in data/blogroll.yml");
}
