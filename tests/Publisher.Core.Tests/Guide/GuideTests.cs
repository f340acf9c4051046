using Publisher.Core.Tests.Tidy;

namespace Publisher.Core.Tests.Guide;

/// <summary>
/// Runs every example of the documentation of templates. PUBLISHER_UPDATE=1 writes what comes out into the pages.
/// </summary>
public class GuideTests
{
    internal static readonly string Folder = Path.Combine(Repository.Root, "content/docs/templates");

    public static TheoryData<string> Pages() =>
        [.. Directory.EnumerateFiles(Folder, "*.md", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_example_prints_what_the_page_says(string name)
    {
        var page = new GuidePage(Path.Combine(Folder, name));
        Assert.Empty(page.Faults);
        var wrong = new List<string>();
        foreach (var example in page.Examples.Reverse())
        {
            var made = example.Run();
            if (made == example.Expected) continue;
            wrong.Add($"{name}:{example.Line}: is\n{made}\nnot\n{example.Expected}");
            Rewrite(page.Lines, example, made);
        }
        if (Environment.GetEnvironmentVariable("PUBLISHER_UPDATE") == "1") File.WriteAllText(page.Path, string.Join("\n", page.Lines));
        else Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    private static void Rewrite(List<string> lines, GuideExample example, string made)
    {
        if (example.Replace is { } replace)
        {
            lines[example.Line - 1] = replace(made);
            return;
        }
        lines.RemoveRange(example.Line - 1, example.Length);
        lines.InsertRange(example.Line - 1, made.Split('\n'));
    }
}
