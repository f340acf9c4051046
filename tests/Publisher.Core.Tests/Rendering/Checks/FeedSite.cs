using System.Collections.Concurrent;
using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Engine;
using Publisher.Sources;

namespace Publisher.Core.Tests.Rendering.Checks;

/// <summary>Small sites, and what is found in their feeds when all of them are rendered.</summary>
internal static class FeedSite
{
    private static readonly SourceSet BuiltIn = new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read();

    /// <summary>A show with nothing wrong in it, and one episode whose sound is elsewhere.</summary>
    public static MemoryReader Show(string show = "", string episode = "")
    {
        var site = new MemoryReader();
        site.Write("publisher.yml", "title: Kitchen\nbase_url: https://example.org/\nauthor: Ann\n");
        site.Write("content/podcast/cover.png", Picture(1400, 1400));
        site.Write("content/podcast/index.md", $"---\ntitle: Talk\ndescription: About food.\n{show}\n---\n");
        Episode(site, 1, $"mp3_bytes: 16000000\nmp3_duration: 16:40\n{episode}");
        return site;
    }

    public const string Good = "artwork: cover.png\ncategory: Arts > Food\nemail: ann@example.org";

    public static void Episode(MemoryReader site, int number, string matter) => site.Write(
        $"content/podcast/2026-01-0{number}-{number}-stock.md",
        $"---\ntitle: Stock {number}\naudio: https://media.example.org/{number}.mp3\n{matter}\n---\nBones.\n");

    /// <summary>The head of a PNG, which is all that is read of it.</summary>
    public static byte[] Picture(int width, int height, byte color = 2, int more = 0) =>
    [
        0x89, .. "PNG\r\n\x1a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, .. Media.Mp3Bytes.Number(width), .. Media.Mp3Bytes.Number(height),
        8, color, 0, 0, 0, .. new byte[4 + more],
    ];

    public static List<Diagnostic> Check(MemoryReader site)
    {
        var build = new Builder(BuiltIn, new BuildOptions(), new FixedClock(), remembers: false).Advance(site.Read(), default);
        var feeds = build.OwnFeeds();
        var inPages = new ConcurrentBag<Diagnostic>();
        build.RenderAll(rendered =>
        {
            foreach (var problem in rendered.Diagnostics) inPages.Add(problem);
            feeds.Look(rendered.Route, rendered.Output);
        }, default);
        return [.. build.Diagnostics.Where(problem => problem.Code != "PB0803").Concat(inPages).Concat(feeds.Diagnostics).Distinct()
            .OrderBy(problem => problem.At.File).ThenBy(problem => problem.At.Line).ThenBy(problem => problem.At.Column)
            .ThenBy(problem => problem.Code)];
    }

    /// <summary>Every output as text, pictures and scripts left out.</summary>
    public static List<string> Outputs(MemoryReader site)
    {
        var outputs = new ConcurrentBag<string>();
        var build = new Builder(BuiltIn, new BuildOptions(), new FixedClock(), remembers: false).Advance(site.Read(), default);
        build.RenderAll(rendered =>
        {
            if (rendered.Route is Publisher.Rendering.Routes.FileRoute || !rendered.Route.Path.HasExtension(".html", ".xml", ".json", ".opml")) return;
            outputs.Add(System.Text.Encoding.UTF8.GetString(rendered.Output.Bytes.Span));
        }, default);
        return [.. outputs];
    }

    public static IEnumerable<string> Found(MemoryReader site) =>
        Check(site).Select(problem => $"{problem.At} {problem.Code} {problem.Hint}".TrimEnd().Replace("content/podcast/", ""));
}
