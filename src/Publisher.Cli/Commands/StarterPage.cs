using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Cli.Commands;

/// <summary>Knows where a new page of a kind belongs in a site, what it is called, and what stands in it at first.</summary>
internal sealed class StarterPage(Site site, DateTimeOffset now)
{
    private string Day => now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="title">Null for a weeknote's own: its number.</param>
    /// <param name="section">The podcast of an episode, by its folder in the content; null for the only one.</param>
    public (SitePath Path, string Text) Of(Kind kind, string? title, bool draft, SitePath? section = null)
    {
        if (title is not null && string.IsNullOrWhiteSpace(title)) throw new UsageException("a title cannot be empty");
        if (kind == Kind.Weeknote)
        {
            var note = new NextWeeknote(site, now, title);
            return (note.PathIn(FolderOf(kind)), Page(note.Matter(draft)));
        }
        if (kind == Kind.Episode)
        {
            var show = ShowOf(section);
            var index = show is { Index: >= 0 } ? site.Entries[show.Index] : null;
            var episode = new NextEpisode(index, EpisodesOf(show), now, title!);
            var folder = show is null ? FolderOf(kind) : site.Settings.Content.Combine(show.Path.Value);
            return (episode.PathIn(folder), Page(episode.Matter(draft)));
        }
        var matter = new List<string> { $"title: {Quote(title!)}" };
        if (kind.IsDated()) matter.Add(string.Create(CultureInfo.InvariantCulture, $"date: {now:yyyy-MM-dd HH:mm}"));
        if (kind == Kind.Doc && NextWeight() is { } weight) matter.Add($"weight: {weight}");
        if (kind == Kind.Post) matter.Add("tags: []");
        if (draft) matter.Add("draft: true");
        return (PathOf(kind, Slug.Of(title!)), Page(matter));
    }

    private static string Page(IEnumerable<string> matter) => $"---\n{string.Join('\n', matter)}\n---\n\n";

    /// <summary>A title without a letter has no name of its own: it gets the first that is free.</summary>
    private SitePath PathOf(Kind kind, string slug)
    {
        var path = FolderOf(kind).Combine(Named(slug.Length > 0 ? slug : kind.Name()));
        for (var i = 2; slug.Length == 0 && site.Index.Find(path) >= 0; i++)
            path = FolderOf(kind).Combine(Named($"{kind.Name()}-{i}"));
        return path;

        string Named(string name) => kind.IsDated() ? $"{Day}-{name}.md" : $"{name}.md";
    }

    /// <exception cref="UsageException">The file exists: nothing is ever overwritten.</exception>
    /// <exception cref="StoreException">It cannot be written.</exception>
    public static void Write(string file, string shown, string text)
    {
        if (File.Exists(file)) throw new UsageException($"'{shown}' exists already; choose another title, or change that file");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var handle = File.OpenHandle(file, FileMode.CreateNew, FileAccess.Write);
            Fill(handle, file, Encoding.UTF8.GetBytes(text));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(Messages.CannotWriteOutput(shown, failure.Message), failure);
        }
    }

    private static void Fill(SafeFileHandle handle, string file, byte[] bytes)
    {
        try
        {
            RandomAccess.Write(handle, bytes, 0);
        }
        catch (IOException)
        {
            File.Delete(file); // What a full disk took of it is no page.
            throw;
        }
    }

    /// <summary>A text as YAML's double quotes hold it.</summary>
    public static string Quote(string text) => $"\"{Terminal.Words.Harmless(text).Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    private SitePath FolderOf(Kind kind)
    {
        var content = site.Settings.Content;
        if (kind == Kind.Page || (kind == Kind.Doc && site.Index.Root.Kind == Kind.Doc)) return content;
        var section = site.Index.Sections.Where(one => one.Kind == kind && !one.Path.IsRoot)
            .OrderBy(one => one.Depth).ThenByDescending(one => Kinds.OfFolder(one.Path.Name) == kind).ThenBy(one => one.Path)
            .FirstOrDefault();
        if (section is not null) return content.Combine(section.Path.Value);
        var planned = site.Settings.Sections.Where(one => one.Value.Kind == kind.Name()).Select(one => one.Key)
            .Min(StringComparer.Ordinal);
        var usual = kind switch { Kind.Post => "posts", Kind.Weeknote => "weeknotes", Kind.Episode => "podcast", _ => "docs" };
        return content.Combine(planned ?? usual);
    }

    /// <summary>The podcast that is meant; null where there is none yet.</summary>
    private Section? ShowOf(SitePath? asked)
    {
        var shows = site.Index.Sections.Where(one => one.Kind == Kind.Episode && !one.Path.IsRoot)
            .Select(one => SiteIndex.ShowOf(one.Path, site.Index.Section) ?? Outermost(one)).Distinct()
            .OrderBy(one => one.Path).ToList();
        var named = string.Join(", ", shows.Select(one => one.Path.Value));
        if (asked is { } path)
            return shows.Find(one => one.Path == path || path.IsBelow(one.Path))
                ?? throw new UsageException($"there is no podcast '{path}'" + (shows.Count > 0 ? $": the site has {named}" : "")
                    + UsageError.Suggest(path.Value, shows.Select(one => one.Path.Value)));
        return shows.Count > 1
            ? throw new UsageException($"there is more than one podcast, so name one with --section: {named}")
            : shows.FirstOrDefault();
    }

    private Section Outermost(Section section)
    {
        for (var path = section.Path; !path.IsRoot; path = path.Parent)
            if (site.Index.Section(path) is { Kind: Kind.Episode } above) section = above;
        return section;
    }

    private ImmutableArray<Entry> EpisodesOf(Section? show) => show is null
        ? []
        : [.. show.AllPages.Select(at => site.Entries[at]).Where(page => page is { Kind: Kind.Episode, IsSectionIndex: false })];

    /// <summary>Below all that have a weight; null where nobody gives weights.</summary>
    private int? NextWeight()
    {
        var folder = FolderOf(Kind.Doc);
        var neighbours = site.Entries.Where(entry => entry.Path.Parent == folder && !entry.IsSectionIndex);
        return neighbours.Max(entry => entry.Matter.Weight) is { } heaviest ? heaviest / 10 * 10 + 10 : null;
    }
}
