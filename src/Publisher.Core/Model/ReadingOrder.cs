using System.Collections.Immutable;
using Publisher.Content;
using Publisher.Text;

namespace Publisher.Model;

/// <summary>Finds which page comes before and after each: by date where pages are dated, else as one reads a manual.</summary>
internal static class ReadingOrder
{
    public static (int Previous, int Next)[] Neighbours(
        ImmutableArray<Entry> entries, IReadOnlyDictionary<SitePath, Section> sections)
    {
        var root = sections[SitePath.Root];
        var found = new (int Previous, int Next)[entries.Length];
        Array.Fill(found, (-1, -1));
        foreach (var section in sections.Values)
            if (section.Kind.IsDated()) Chain([.. section.Pages.Where(i => entries[i].Date is not null).Reverse()]);
        foreach (var top in root.Children.Select(path => sections[path]).Where(top => !top.Kind.IsDated()))
            Chain(Of(top, sections));
        if (root.Kind == Kind.Doc) Chain(Of(root, sections));
        return found;

        void Chain(List<int> order)
        {
            for (var k = 0; k < order.Count; k++)
                found[order[k]] = (k > 0 ? order[k - 1] : -1, k + 1 < order.Count ? order[k + 1] : -1);
        }
    }

    /// <summary>The index page, the pages, then each child section the same way: how one would read a manual.</summary>
    private static List<int> Of(Section section, IReadOnlyDictionary<SitePath, Section> sections)
    {
        var order = new List<int>();
        Walk(section);
        return order;

        void Walk(Section at)
        {
            if (at.Index >= 0) order.Add(at.Index);
            if (!at.Kind.IsDated()) order.AddRange(at.Pages);
            foreach (var child in at.Children)
                if (!sections[child].Kind.IsDated()) Walk(sections[child]);
        }
    }
}
