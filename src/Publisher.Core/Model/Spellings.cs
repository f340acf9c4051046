namespace Publisher.Model;

/// <summary>
/// The ways in which pages write one term, that is: texts of one slug. Other capitals, blanks and hyphens are the same term;
/// anything else is another, which has no page of its own because this one has its address.
/// </summary>
internal sealed class Spellings
{
    private readonly List<TermClash> known = [];

    /// <summary>The first file in path order spells the name.</summary>
    public string First => known.Min().Name;

    /// <param name="entry">The page's position in the site.</param>
    /// <param name="place">Which of the page's terms this is.</param>
    public void Add(string name, int entry, int place)
    {
        var here = new TermClash(entry, place, name, "");
        for (var i = 0; i < known.Count; i++)
        {
            if (known[i].Name != name) continue;
            if (here.CompareTo(known[i]) < 0) known[i] = here;
            return;
        }
        known.Add(here);
    }

    /// <summary>Each other term once, where it first stands.</summary>
    public IEnumerable<TermClash> Clashes()
    {
        if (known.Count < 2) return [];
        var first = First;
        return known.Order().DistinctBy(spelling => Sound(spelling.Name)).Skip(1)
            .Select(spelling => spelling with { First = first });
    }

    private static string Sound(string name) => string.Concat(
        name.Where(one => !char.IsWhiteSpace(one) && one is not ('-' or '_')).Select(char.ToLowerInvariant));
}
