using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Publisher.Configuration;
using Publisher.Model;
using Publisher.Text;

namespace Publisher.Cli.Commands;

/// <summary>The last page of a count, in whose form the next is written: its file, its day, where its number stands.</summary>
/// <param name="others">All that are counted with it.</param>
internal sealed partial class LastPage(Entry page, ImmutableArray<Entry> others)
{
    public string? Extra(string key) => page.Card.Matter.Extra.Find(key).TextOrNull();

    /// <summary>A number as wide as the last one is written.</summary>
    public static string Wide(int number, string was) => number.ToString(CultureInfo.InvariantCulture)
        .PadLeft(was.StartsWith('0') ? was.Length : 0, '0');

    /// <summary>The title of the next one, whose number stands where it stands in the last one's.</summary>
    /// <param name="form">What stands between the two places this time.</param>
    public string Title(int start, int end, string form, string? given)
    {
        var (before, after) = (page.Title[..start], page.Title[end..]);
        if (Leads(before, other => other.Title))
        {
            if (given is null) return before + form;
            var gap = GapAfter().Match(after).Value;
            return before + form + (gap.Length == 0 ? ": " : gap) + given + Closing(gap);
        }
        if (given is null) return form;
        var space = GapBefore().Match(before).Value;
        return given + space + form + Closing(space);
    }

    /// <summary>The file's name of the next one, without its day and extension.</summary>
    public string Name(int start, int end, string form, string words)
    {
        var slug = page.Card.FileSlug;
        var (before, after) = (slug[..start], slug[end..]);
        if (!Leads(before, other => other.Card.FileSlug)) return words.Length > 0 ? $"{words}-{form}" : form;
        return before + form + (after.Length > 0 && words.Length > 0 ? "-" + words : "");
    }

    /// <summary>Beside the last one, and in a folder of its own where that is.</summary>
    public SitePath PathOf(DateOnly day, string name)
    {
        var named = (page.Card.FileDate is null ? "" : DayLead(day)) + name;
        var extension = Path.GetExtension(page.Path.Name);
        return page.Bundle is { } bundle
            ? OfThatDay(bundle.Parent, day).Combine(named).Combine("index" + extension)
            : OfThatDay(page.Path.Parent, day).Combine(named + extension);
    }

    public static string DayLead(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "-";

    /// <summary>
    /// With a time of day where the last one has it: now's, or, on another day, the last one's. Null where a day in the file's
    /// name is enough, as it was before.
    /// </summary>
    public string? DateOf(DateOnly day, DateTimeOffset now) => page.Card is { Matter.Date: null, FileDate: not null }
        ? null
        : Written(day, now, page.Card.Matter.Date);

    public static string Written(DateOnly day, DateTimeOffset now, DateTimeOffset? last)
    {
        var written = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (last?.TimeOfDay == TimeSpan.Zero) return written;
        var time = day == DateOnly.FromDateTime(now.Date) ? now : last ?? now;
        return written + time.ToString(" HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether what stands before the number is the same in each page, and not the title of one.</summary>
    private bool Leads(string before, Func<Entry, string> text) => before.Trim().Length == 0
        || others.Any(other => other != page && text(other).StartsWith(before, StringComparison.Ordinal));

    private static string Closing(string gap) => gap switch { [.., '('] => ")", [.., '['] => "]", _ => "" };

    /// <summary>What separates a number from the words after it; a quote or a picture there is a part of these.</summary>
    [GeneratedRegex(@"^[.,)\]]?\s*(?:[:|·]|[-–—]{1,3})?\s*(?:\((?=[^()]*\)$)|\[(?=[^\[\]]*\]$))?", RegexOptions.CultureInvariant)]
    private static partial Regex GapAfter();

    [GeneratedRegex(@"\s*(?:[,:|·]|[-–—]{1,3})?\s*[(\[]?$", RegexOptions.CultureInvariant)]
    private static partial Regex GapBefore();

    /// <summary>A folder for the last one's year, or month, is one for this year, or month.</summary>
    private SitePath OfThatDay(SitePath folder, DateOnly day)
    {
        if (page.Date is not { } then) return folder;
        var culture = CultureInfo.InvariantCulture;
        if (folder.Name == then.ToString("yyyy", culture)) return folder.Parent.Combine(day.ToString("yyyy", culture));
        return folder.Name == then.ToString("MM", culture) && folder.Parent.Name == then.ToString("yyyy", culture)
            ? folder.Parent.Parent.Combine(day.ToString("yyyy", culture)).Combine(day.ToString("MM", culture))
            : folder;
    }
}
