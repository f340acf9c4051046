using System.Text;
using Publisher.Configuration;
using Publisher.Core.Tests.Tidy;
using Publisher.Diagnostics;
using Publisher.Engine;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Core.Tests.Sites;

/// <summary>
/// Small whole sites. Each <c>*.txtar</c> holds the source files, then <c>-- &gt; routes --</c>, <c>-- &gt; problems --</c>,
/// <c>-- &gt; mistakes --</c> (of templates, whether or not a page comes by them) and <c>-- &gt; PATH --</c> sections with what must come out. PUBLISHER_UPDATE=1 writes what does come out into the files.
/// </summary>
public class SiteTests
{
    private const string Mark = "-- > ";
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/Publisher.Core.Tests/Sites");
    private static readonly SourceSet BuiltIn = new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read();

    public static IEnumerable<object[]> All => Directory.EnumerateFiles(Folder, "*.txtar").Order().Select(path => new object[] { Path.GetFileNameWithoutExtension(path) });

    [Theory, MemberData(nameof(All))]
    public void Builds_as_written(string name)
    {
        var file = Path.Combine(Folder, name + ".txtar");
        var text = File.ReadAllText(file);
        var split = text.IndexOf("\n" + Mark, StringComparison.Ordinal);
        Assert.True(split > 0, $"{name} expects nothing; add '{Mark}routes --'");
        var (source, expected) = (text[..(split + 1)], text[(split + 1)..]);
        var actual = Expect(Build(source), expected);
        if (Environment.GetEnvironmentVariable("PUBLISHER_UPDATE") == "1") File.WriteAllText(file, source + actual);
        else Assert.Equal(expected, actual);
    }

    private static Build Build(string source)
    {
        var comment = source[..Math.Max(0, source.IndexOf("-- ", StringComparison.Ordinal))];
        var options = new BuildOptions { Drafts = comment.Contains("--drafts"), Future = comment.Contains("--future"), Preview = comment.Contains("--preview") };
        return new Builder(BuiltIn, options, new FixedClock(), remembers: false).Advance(MemoryReader.FromTxtar(source).Read(), default);
    }

    /// <summary>The expectation's sections in their order, with what the build says.</summary>
    private static string Expect(Build build, string expected)
    {
        var all = new StringBuilder();
        foreach (var line in expected.Split('\n').Where(line => line.StartsWith(Mark, StringComparison.Ordinal)))
        {
            var wanted = line[Mark.Length..^3];
            all.Append(line).Append('\n').Append(wanted switch
            {
                "routes" => string.Concat(build.Paths.Where(path => !path.Value.StartsWith("assets/")).Select(path => $"{path}  {build.Routes.Find(path)!.Origin}\n")),
                "problems" => Problems(build),
                "mistakes" => string.Concat(build.TemplateDiagnostics.Select(Words)),
                _ => Encoding.UTF8.GetString((build.Render(new SitePath(wanted)) ?? throw new InvalidOperationException($"no output {wanted}")).Output.Bytes.Span).TrimEnd() + "\n",
            });
        }
        return all.ToString();
    }

    private static string Problems(Build build)
    {
        var rendered = build.Paths.SelectMany(path => build.Render(path)!.Diagnostics);
        return string.Concat(
            build.Diagnostics.Concat(rendered).DistinctBy(problem => (problem.At, problem.Code, problem.Message)).Select(Words));
    }

    private static string Words(Diagnostic problem) =>
        $"{problem.At}: {problem.Severity.ToString().ToLowerInvariant()} {problem.Code}: {problem.Message}{(problem.Hint is { } hint ? $" ({hint})" : "")}\n"
        + string.Concat(problem.Trail.Select(place => $"  {(place.Line == 0 ? "while rendering" : "in")} {place}\n"));
}
