using Publisher.Testing;

namespace Publisher.Cli.Tests.EndToEnd;

/// <summary>This repository's own site: real content of every kind, for tests that need a whole site rather than a small one.</summary>
internal static class OwnSite
{
    /// <summary>Every build of it thinks it is this day, when all of its pages are published.</summary>
    public const string Clock = "2026-12-01T12:00:00Z";

    /// <summary>Copies its sources, so that no build leaves anything in the repository; the theme is the one in the program.</summary>
    /// <param name="backwards">The other way round, so that a disk that does not sort lists the files in another order.</param>
    public static void CopyTo(TestFolder folder, string name, bool backwards = false)
    {
        var root = FindRoot();
        var files = new[] { "content", "templates" }
            .SelectMany(top => Directory.EnumerateFiles(Path.Combine(root, top), "*", SearchOption.AllDirectories))
            .Append(Path.Combine(root, "publisher.yml")).Order(StringComparer.Ordinal);
        foreach (var file in backwards ? files.Reverse() : files)
        {
            var copy = folder[Path.Combine(name, Path.GetRelativePath(root, file))];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string FindRoot()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Publisher.sln")))
            at = Path.GetDirectoryName(at) ?? throw new InvalidOperationException("The tests run outside the repository.");
        return at;
    }
}
