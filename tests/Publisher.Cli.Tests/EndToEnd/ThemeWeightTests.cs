using System.IO.Compression;
using Publisher.Testing;

namespace Publisher.Cli.Tests.EndToEnd;

using Cli = Commands.Cli;

/// <summary>What a reader's browser has to fetch before it can show a page of the default theme.</summary>
public sealed class ThemeWeightTests
{
    private const int MostStyleBytes = 10_000, MostScriptBytes = 3_000, MostPlayerBytes = 4_096;

    [Fact]
    public void Style_and_script_stay_small()
    {
        using var folder = new TestFolder();
        folder.Write("content/index.md", "# Home\n");
        Cli.Run(folder.Path, "build").With(0);
        Assert.InRange(Compressed(folder, "css/"), 100, MostStyleBytes - 1);
        Assert.InRange(Compressed(folder, "js/site."), 100, MostScriptBytes - 1);
        // Only pages with a sound load it.
        Assert.InRange(Compressed(folder, "js/player."), 100, MostPlayerBytes - 1);
    }

    /// <summary>All assets whose names begin so together, as a server sends them.</summary>
    private static long Compressed(TestFolder folder, string beginning)
    {
        var files = folder.List("_site").Where(file => file.StartsWith("assets/" + beginning, StringComparison.Ordinal));
        return files.Sum(file =>
        {
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(File.ReadAllBytes(folder["_site/" + file]));
            return packed.ToArray().LongLength;
        });
    }
}
