using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Engine;
using Publisher.Feeds;
using Publisher.Rendering.Routes;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Core.Tests.Feeds;

/// <summary>The feeds of a site that a test wrote, as the built-in theme makes them.</summary>
internal static class BuiltFeeds
{
    private static readonly SourceSet Themes = new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read();

    /// <summary>A builder for one site, again and again.</summary>
    public static Builder Builder(TimeProvider? clock = null, bool remembers = false) =>
        new(Themes, new BuildOptions(), clock ?? new FixedClock(), remembers);

    /// <summary>The bytes of every feed, and of the list of them, by path.</summary>
    public static SortedDictionary<string, byte[]> Of(MemoryReader site, TimeProvider? clock = null) =>
        Of(Builder(clock).Advance(site.Read(), default));

    public static SortedDictionary<string, byte[]> Of(Build build)
    {
        var feeds = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in build.Paths)
        {
            if (build.Routes.Find(path) is not (FeedRoute or FeedListRoute)) continue;
            var rendered = build.Render(path)!;
            Assert.False(rendered.Broken, path + ": " + string.Join("; ", rendered.Diagnostics.Select(problem => problem.Message)));
            feeds.Add(path.Value, rendered.Output.Bytes.ToArray());
        }
        return feeds;
    }

    /// <summary>The errors that the rules for feeds find in one, as they are printed.</summary>
    public static string Errors(Feed feed) => string.Join('\n', FeedRules.Check(feed, new FixedClock().Now)
        .Select(finding => finding.Problem).Where(problem => problem.Severity == Severity.Error)
        .Select(problem => $"{problem.Code} {problem.Message}"));

    public static Feed Read(string path, byte[] bytes)
    {
        var problems = new List<Diagnostic>();
        var feed = FeedReader.Read(new SitePath(path), bytes, problems);
        Assert.Empty(problems);
        return feed!;
    }
}
