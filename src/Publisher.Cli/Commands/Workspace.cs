using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Publisher.Cli.Terminal;
using Publisher.Configuration;
using Publisher.Content;
using Publisher.Engine;
using Publisher.Sources;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Cli.Commands;

/// <summary>
/// A site's source folder and all that a command needs to build it: where to read, what was asked for, what time it is.
/// </summary>
internal sealed class Workspace
{
    public const string OutputFolder = "_site", StateFolder = ".publisher";
    private static readonly SitePath NoFile = default;

    private Workspace(string root) => Root = root;

    /// <summary>The full path of the source folder.</summary>
    public string Root { get; }

    public required DiskReader Reader { get; init; }

    public required BuildOptions Options { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>The program's own themes.</summary>
    public required SourceSet BuiltIn { get; init; }

    /// <summary>The sources as they were found first.</summary>
    public required SourceSet Sources { get; init; }

    /// <summary>Folders below the source that hold what is built, never what it is built from.</summary>
    public required ImmutableArray<string> LeftOut { get; init; }

    /// <summary>Folders in which there are only sources, so that nothing may be built there.</summary>
    public required ImmutableArray<string> SourcesOnly { get; init; }

    public string State => Path.Combine(Root, StateFolder);

    /// <summary>What a build may do to its output folder.</summary>
    public DiskOptions Disk => DiskOf(Root, SourcesOnly);

    /// <param name="change">What this command adds to the options.</param>
    /// <param name="output">The folder to build into, relative to the current one; null for none.</param>
    /// <exception cref="UsageException">There is no such folder.</exception>
    public static Workspace Open(
        SiteOptions site, ParseResult parsed, CancellationToken cancel,
        Func<BuildOptions, BuildOptions>? change = null, string? output = null)
    {
        var folder = site.FolderOf(parsed);
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (!Directory.Exists(root)) throw new UsageException($"there is no folder '{folder}'");
        var options = site.BuildOptions(parsed, EnvironmentSettings.Read(Environment.GetEnvironmentVariables()));
        if (change is not null) options = change(options);
        ImmutableArray<string> leftOut = [Path.Combine(root, OutputFolder)];
        var reader = new DiskReader(root, leftOut);
        var sources = reader.Read(null, cancel);
        var settings = SettingsParser.Parse(sources, options, default);
        ImmutableArray<string> sourcesOnly = [.. SourceFolders.Of(settings).Select(path => Path.Combine(root, path.Value))];
        // A folder in which nothing may be built is a source, whatever is said of it; building there is refused later.
        var outputs = TargetFolders(settings).Select(target => Path.GetFullPath(target, root))
            .Concat(output is null ? [] : new[] { Path.GetFullPath(output) }).Where(IsBelow).Except(leftOut)
            .Where(folder => StoreOf(root, folder).Refuse(DiskOf(root, sourcesOnly)) is null).ToArray();
        if (outputs.Length > 0)
        {
            leftOut = leftOut.AddRange(outputs);
            reader = new DiskReader(root, leftOut);
            sources = reader.Read(sources, cancel);
        }
        return new Workspace(root)
        {
            Reader = reader, Options = options, Sources = sources, LeftOut = leftOut,
            SourcesOnly = sourcesOnly,
            BuiltIn = new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read(),
            Clock = site.ClockOf(parsed, settings.TimeZone),
        };

        bool IsBelow(string folder) => folder.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    public Builder Builder(bool remembers) => new(BuiltIn, Options, Clock, remembers);

    /// <summary>The first build of what the folder holds.</summary>
    /// <exception cref="UsageException">It holds no site.</exception>
    public Build Build(bool remembers, CancellationToken cancel)
    {
        var build = Builder(remembers).Advance(Sources, cancel);
        RequireSite();
        return build;
    }

    /// <exception cref="UsageException">The folder holds no site.</exception>
    public void RequireSite()
    {
        if (Sources.Find(SettingsParser.FileName) is null && !Sources.Files.Any(PageParser.IsPage))
            throw new UsageException(
                $"there is no site in '{Root}': no publisher.yml, and not one page of Markdown; 'publisher new site' begins one");
    }

    public DiskStore Store(string folder) => StoreOf(Root, folder);

    /// <summary>The text of a file of the site or of a built-in theme, for code frames.</summary>
    public string? TextOf(SitePath path) =>
        path != NoFile && (Sources.Find(path) ?? BuiltIn.Find(path)) is { } file ? Encoding.UTF8.GetString(file.Read([])) : null;

    public IReport Report(ReportFormat format, Screen screen) => ReportFormats.Create(format, screen, Root, TextOf);

    private static DiskStore StoreOf(string root, string folder)
    {
        var shown = Path.GetRelativePath(Environment.CurrentDirectory, folder);
        var list = DiskStore.ListFileIn(Path.Combine(root, StateFolder), folder);
        return new DiskStore(folder, list, shown.Length < folder.Length ? shown : folder);
    }

    private static DiskOptions DiskOf(string root, ImmutableArray<string> sourcesOnly) =>
        new() { Sources = [root], SourcesOnly = sourcesOnly };

    private static IEnumerable<string> TargetFolders(Settings settings) =>
        settings.Targets.Entries.Select(target => target.Value).OfType<MappingNode>()
            .Select(target => target.Find("folder")).OfType<ScalarNode>()
            .Select(folder => folder.Text).Where(folder => folder.Length > 0);
}
