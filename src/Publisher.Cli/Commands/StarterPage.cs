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
    private static readonly string[] SoundRemark =
        ["# Its sound, an address or a file of this site:", "# audio: hello.mp3"];

    private string Day => now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="title">Null for a weeknote's own: its number.</param>
    public (SitePath Path, string Text) Of(Kind kind, string? title, bool draft)
    {
        if (title is not null && string.IsNullOrWhiteSpace(title)) throw new UsageException("a title cannot be empty");
        if (kind == Kind.Weeknote)
        {
            var note = new NextWeeknote(site, now, title);
            return (note.PathIn(FolderOf(kind)), Page(note.Matter(draft)));
        }
        var matter = new List<string> { $"title: {Quote(title!)}" };
        if (kind.IsDated()) matter.Add(string.Create(CultureInfo.InvariantCulture, $"date: {now:yyyy-MM-dd HH:mm}"));
        if (kind == Kind.Episode)
        {
            var (season, number) = NextEpisode();
            if (season is not null) matter.Add($"season: {season}");
            matter.Add($"number: {number}");
        }
        if (kind == Kind.Episode) matter.AddRange(["guests: []", .. SoundRemark]);
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

    /// <summary>The number after the highest, in the newest season where there are seasons.</summary>
    private (int? Season, int Number) NextEpisode()
    {
        var known = site.Entries
            .Where(entry => entry is { Kind: Kind.Episode, IsSectionIndex: false, Number: not null }).ToList();
        var newest = known.Max(entry => entry.Season);
        return (newest, (known.Where(entry => entry.Season == newest).Max(entry => entry.Number) ?? 0) + 1);
    }

    /// <summary>Below all that have a weight; null where nobody gives weights.</summary>
    private int? NextWeight()
    {
        var folder = FolderOf(Kind.Doc);
        var neighbours = site.Entries.Where(entry => entry.Path.Parent == folder && !entry.IsSectionIndex);
        return neighbours.Max(entry => entry.Matter.Weight) is { } heaviest ? heaviest / 10 * 10 + 10 : null;
    }
}
