using System.Text.RegularExpressions;
using Publisher.Core.Tests.Tidy;

namespace Publisher.Core.Tests.Guide;

/// <summary>
/// What the code says of each function that templates can call: Markdown in the comment lines right above where the function gets
/// its name. A line with an example (<c>`template` → `output`</c>) is a paragraph of its own.
/// </summary>
internal static partial class FunctionTexts
{
    private static readonly string Core = Path.Combine(Repository.Root, "src", "Publisher.Core");

    /// <summary>By the reference's page and the function's name.</summary>
    public static Dictionary<(string Page, string Name), string> All()
    {
        var all = new Dictionary<(string, string), string>();
        foreach (var folder in new[] { "Scriban", "Rendering" })
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Core, folder), "*.cs", SearchOption.AllDirectories))
                Read(file, all);
        return all;
    }

    private static void Read(string file, Dictionary<(string, string), string> all)
    {
        var lines = File.ReadAllLines(file);
        for (var i = 0; i < lines.Length; i++)
        {
            if (Named().Match(lines[i]) is not { Success: true } named) continue;
            var first = i;
            while (first > 0 && Comment().IsMatch(lines[first - 1])) first--;
            if (first < i) all.Add((PageOf(file), named.Groups[1].Value), Markdown(lines[first..i]));
        }
    }

    private static string Markdown(string[] comment) => string.Concat(comment.Select((line, i) =>
        Comment().Match(line).Groups[1].Value is var text && i > 0 && Example().IsMatch(text) ? $"\n{text}\n" : text + "\n"));

    private static string PageOf(string file) => Path.GetFileNameWithoutExtension(file) switch
    {
        "SiteFunctions" => "site",
        "IncludeFunction" or "IncludeJoin" => "language",
        var name when name.StartsWith("Liquid", StringComparison.Ordinal) => "liquid",
        var name => name.Replace("Functions", "").ToLowerInvariant(),
    };

    [GeneratedRegex(@"(?:\bAdd(?:Unlisted)?\(|\bnew\(|\bName => )""(\w+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex("^ *//(?!/) ?(.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex("^`.*` → ", RegexOptions.CultureInvariant)]
    private static partial Regex Example();
}
