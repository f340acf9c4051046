using System.Globalization;
using Publisher.Configuration;
using Publisher.Diagnostics;

namespace Publisher.Content.Podcasts;

/// <summary>What a section's seasons are called, as its index page says it: <c>seasons: { 1: Beginnings }</c>.</summary>
public static class SeasonNames
{
    public const string Key = "seasons";

    public static string? Of(DataNode? seasons, int season) =>
        (seasons as MappingNode)?.Find(season.ToString(CultureInfo.InvariantCulture)).TextOrNull() is { Length: > 0 } name
            ? name
            : null;

    public static void Check(DataNode? seasons, ICollection<Diagnostic> problems)
    {
        if (seasons is null or ScalarNode { IsNull: true }) return;
        if (seasons is not MappingNode names)
        {
            problems.Add(Messages.WrongType(seasons.At, Key, "a mapping: { 1: Beginnings }"));
            return;
        }
        foreach (var (number, name) in names.Entries)
            if (!int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var season) || season < 1)
                problems.Add(Messages.NoSeasonOfName(number.At, number.Text));
            else if (name.TextOrNull() is { Length: > 128 and var length })
                problems.Add(Messages.TooLongToShow(name.At, "name of a season", length, 128));
    }
}
