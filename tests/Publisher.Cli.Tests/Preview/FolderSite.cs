using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Publisher.Cli.Preview;
using Publisher.Diagnostics;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Cli.Tests.Preview;

/// <summary>
/// Stands in for the engine: each <c>x.html</c> in a folder is a page at <c>/x/</c> inside <c>layout.txt</c> (<c>{{ content
/// }}</c>), other
/// files are copied. In a page, a line with <c>!!error</c> or <c>!!warning</c> is a problem, the first breaks it, and
/// <c>!!draft</c> marks it.
/// </summary>
public sealed class FolderSite(string root) : ISiteSource
{
    private readonly ConcurrentDictionary<SitePath, Output> lastGood = [];
    private Look? last;

    public string BasePath { get; set; } = "";

    public int Looks { get; private set; }

    public int Renders;

    /// <summary>Runs at the beginning of each look, to hold it up or to fail it.</summary>
    public Action<ChangeHint> Before { get; set; } = _ => { };

    /// <summary>Runs before an output is checked that nobody asked for.</summary>
    public Action<SitePath> Checking { get; set; } = _ => { };

    public ISite Advance(ChangeHint hint, CancellationToken cancel)
    {
        Before(hint);
        Looks++;
        var files = hint.Everything || last is null ? ReadAll() : Changed(last.Files, hint.Paths);
        if (last is not null && last.Files.Count == files.Count && last.Files.All(file => files.TryGetValue(file.Key, out var now) && now.Span.SequenceEqual(file.Value.Span)))
            return last;
        return last = new Look(this, files);
    }

    private ImmutableDictionary<SitePath, ReadOnlyMemory<byte>> ReadAll() => Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
        .ToImmutableDictionary(file => new SitePath(Path.GetRelativePath(root, file)), Read);

    private ImmutableDictionary<SitePath, ReadOnlyMemory<byte>> Changed(ImmutableDictionary<SitePath, ReadOnlyMemory<byte>> files, ImmutableArray<SitePath> paths)
    {
        foreach (var path in paths)
        {
            var file = Path.Join(root, path.Value);
            files = File.Exists(file) ? files.SetItem(path, Read(file)) : files.Remove(path);
        }
        return files;
    }

    private static ReadOnlyMemory<byte> Read(string file) => File.ReadAllBytes(file);

    private sealed class Look : ISite
    {
        private readonly FolderSite source;
        private readonly ImmutableDictionary<SitePath, SitePath> outputs;
        private readonly ConcurrentDictionary<SitePath, Rendered> rendered = [];

        public Look(FolderSite source, ImmutableDictionary<SitePath, ReadOnlyMemory<byte>> files)
        {
            (this.source, Files) = (source, files);
            outputs = files.Keys.Where(path => path.Name != "layout.txt").ToImmutableDictionary(OutputPath, path => path);
            Statuses = outputs.Where(entry => IsPage(entry.Value) && TextOf(entry.Value).Contains("!!draft")).ToDictionary(entry => entry.Key, _ => "draft");
        }

        public ImmutableDictionary<SitePath, ReadOnlyMemory<byte>> Files { get; }

        public string BasePath => source.BasePath;

        public ImmutableArray<Diagnostic> Problems =>
            Files.ContainsKey(new SitePath("layout.txt")) ? [] : [new Diagnostic(Severity.Error, "T1", new Location(new SitePath("layout.txt")), "there is no layout.txt")];

        public ImmutableArray<SitePath> Paths => [.. outputs.Keys];

        public IReadOnlyDictionary<SitePath, string> Statuses { get; }

        public SitePath? OutputOf(SitePath path) => IsPage(path) && Files.ContainsKey(path) ? OutputPath(path) : null;

        public ReadOnlyMemory<byte>? SourceOf(SitePath path) => Files.TryGetValue(path, out var bytes) ? bytes : null;

        public Rendered? Render(SitePath output) => outputs.TryGetValue(output, out var path) ? rendered.GetOrAdd(output, _ => Make(output, path)) : null;

        public ImmutableArray<Diagnostic> Check(SitePath output)
        {
            source.Checking(output);
            return outputs[output] is var path && IsPage(path) ? [.. ProblemsIn(path, TextOf(path))] : [];
        }

        public ImmutableArray<Diagnostic> TemplateProblems => [];

        private Rendered Make(SitePath output, SitePath path)
        {
            Interlocked.Increment(ref source.Renders);
            if (!IsPage(path)) return new Rendered(output.HasExtension(".mp3", ".wav", ".bin") ? Copied(output, path) : Same(new Output(output, OutputRole.Asset, Files[path])));
            var text = TextOf(path);
            var problems = ProblemsIn(path, text).ToImmutableArray();
            var broken = problems.Any(problem => problem.Severity == Severity.Error);
            var layout = SourceOf(new SitePath("layout.txt")) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : "{{ content }}";
            var fresh = new Output(output, OutputRole.Page, Encoding.UTF8.GetBytes(layout.Replace("{{ content }}", text)));
            return new Rendered(broken ? source.lastGood.GetValueOrDefault(output, fresh) : Same(fresh))
            {
                Problems = problems, Broken = broken, Source = path, Status = text.Contains("!!draft") ? "draft" : null,
            };
        }

        private Output Same(Output fresh) =>
            source.lastGood.AddOrUpdate(fresh.Path, fresh, (_, known) => known.Bytes.Span.SequenceEqual(fresh.Bytes.Span) ? known : fresh);

        private Output Copied(SitePath output, SitePath path)
        {
            var file = new FileInfo(Path.Join(source.Root, path.Value));
            return new Output(output, OutputRole.Asset, file.Length, file.OpenRead);
        }

        private static IEnumerable<Diagnostic> ProblemsIn(SitePath path, string text)
        {
            var lines = text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
                foreach (var (mark, severity) in new[] { ("!!error", Severity.Error), ("!!warning", Severity.Warning) })
                    if (lines[i].IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at)
                        yield return new Diagnostic(severity, "T2", new Location(path, i + 1, at + 1, mark.Length), $"line {i + 1} is wrong")
                        {
                            Hint = "mend it", Trail = [new Location(new SitePath("layout.txt"), 1, 1)],
                        };
        }

        private string TextOf(SitePath path) => Encoding.UTF8.GetString(Files[path].Span);

        private static bool IsPage(SitePath path) => path.HasExtension(".html");

        private static SitePath OutputPath(SitePath path) =>
            !IsPage(path) || path.Name is "index.html" or "404.html" or "plain.html" ? path : path.WithExtension("").Combine("index.html");
    }

    private string Root => root;
}
