using System.Text;
using Publisher.Configuration;
using Publisher.Engine;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Core.Tests.Rendering;

/// <summary>A site of a few files with the default theme, and what its outputs say.</summary>
internal static class SmallSite
{
    public static Build Build(string settings, params (string Path, string Text)[] files)
    {
        var source = new MemoryReader();
        source.Write("publisher.yml", settings);
        foreach (var (path, text) in files) source.Write(path, text);
        return new Builder(new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read(), new BuildOptions(), new FixedClock(), remembers: false).Advance(source.Read(), default);
    }

    public static string Text(Build build, string path)
    {
        var output = build.Render(new SitePath(path))!;
        Assert.False(output.Broken, string.Join("; ", output.Diagnostics.Select(problem => problem.Message)));
        return Encoding.UTF8.GetString(output.Output.Bytes.Span).Trim();
    }
}
