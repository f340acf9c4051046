using System.Collections.Immutable;
using System.IO.Enumeration;
using Publisher.Configuration;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Engine;

/// <summary>The site's files by the part they play: pages, data, and those that are copied.</summary>
internal sealed record SourceKinds(
    IReadOnlyList<SourceFile> Pages, IReadOnlyList<SourceFile> Data, ImmutableArray<SourceFile> Files,
    ImmutableArray<Diagnostic> Problems)
{
    public static SourceKinds Of(SourceSet sources, Settings settings)
    {
        List<SourceFile> pages = [], data = [];
        var files = ImmutableArray.CreateBuilder<SourceFile>();
        foreach (var file in sources.Below(settings.Content))
        {
            if (settings.Content.IsRoot && IsOwn(file.Path, settings)) continue;
            if (settings.Exclude.Length > 0 && IsExcluded(file.Path, settings)) continue;
            if (PageParser.IsPage(file)) pages.Add(file);
            else files.Add(file);
        }
        if (Enumerable.Range(0, pages.Count).Where(i => IsTranscript(pages, i, settings)).Select(i => pages[i]).ToHashSet()
            is { Count: > 0 } transcripts)
        {
            pages.RemoveAll(transcripts.Contains);
            files.AddRange(transcripts);
            files.Sort((one, other) => one.Path.CompareTo(other.Path));
        }
        var problems = sources.Problems.Where(problem => IsSource(problem.At.File, settings)).ToList();
        if (!settings.IsPlainFolder) AddData(sources, data, problems);
        return new SourceKinds(pages, data, files.ToImmutable(), [.. problems]);
    }

    /// <summary>
    /// Whether it is what is said in the episode whose page it stands beside, alone: so far as folders and settings say what is
    /// an episode, for front matter is not read yet.
    /// </summary>
    private static bool IsTranscript(List<SourceFile> pages, int at, Settings settings)
    {
        var path = pages[at].Path;
        if (at == 0 || !path.Value.EndsWith("/transcript.md", StringComparison.Ordinal)) return false;
        var folder = path.Parent;
        // The pages of a folder follow one another.
        if (pages[at - 1].Path.Parent != folder || pages[at - 1].Path.Name is not ("index.md" or "README.md")) return false;
        if (at > 1 && pages[at - 2].Path.IsBelow(folder)) return false;
        if (at + 1 < pages.Count && pages[at + 1].Path.IsBelow(folder)) return false;
        var below = settings.Content.IsRoot || folder == settings.Content ? folder : folder.Below(settings.Content);
        if (!below.Value.Contains('/')) return false; // a show itself
        return Kinds.Parse(settings.Section(below.Top).Kind) is { } set ? set == Kind.Episode
            : below.Value.Split('/').Reverse().Select(Kinds.OfFolder).FirstOrDefault(kind => kind is not null) == Kind.Episode;
    }

    private static void AddData(SourceSet sources, List<SourceFile> data, List<Diagnostic> problems)
    {
        var names = new Dictionary<string, SitePath>(StringComparer.Ordinal);
        foreach (var file in sources.Below(DataFile.Folder))
        {
            if (!DataFile.Is(file.Path))
            {
                if (file.Path.HasExtension(".csv", ".tsv", ".toml", ".xml", ".json5", ".jsonl", ".jsonc"))
                    problems.Add(Messages.UnknownDataFormat(new Location(file.Path)));
            }
            else if (names.TryAdd(DataFile.NameOf(file.Path), file.Path)) data.Add(file);
            else problems.Add(
                Messages.DataNameTaken(new Location(file.Path), DataFile.NameOf(file.Path), names[DataFile.NameOf(file.Path)]));
        }
    }

    /// <summary>Beside the content, only the site's own folders are looked at: what else is closed is nobody's loss.</summary>
    private static bool IsSource(SitePath folder, Settings settings) =>
        folder == settings.Content || folder.IsBelow(settings.Content)
            ? !IsExcluded(folder, settings)
            : !settings.IsPlainFolder && (SourceFolders.BesideContent.Contains(folder.Top) || folder == SettingsParser.FileName);

    private static bool IsOwn(SitePath path, Settings settings) =>
        path == SettingsParser.FileName || path == Ledger.FileName
        || (!settings.IsPlainFolder && path.Value.Contains('/') && SourceFolders.BesideContent.Contains(path.Top));

    /// <summary>
    /// Patterns are paths below the content: '*' stands for any run of characters; a folder's name leaves out all below it.
    /// </summary>
    private static bool IsExcluded(SitePath path, Settings settings)
    {
        var below = settings.Content.IsRoot ? path : path.Below(settings.Content);
        foreach (var pattern in settings.Exclude)
        {
            var wanted = pattern.Trim('/');
            if (FileSystemName.MatchesSimpleExpression(wanted, below.Value, ignoreCase: false)
                || below.IsBelow(new SitePath(wanted)))
                return true;
            if (!wanted.Contains('/')
                && below.Value.Split('/').Any(name => FileSystemName.MatchesSimpleExpression(wanted, name, ignoreCase: false)))
                return true;
        }
        return false;
    }
}
