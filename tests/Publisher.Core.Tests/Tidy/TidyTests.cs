using System.Text.RegularExpressions;

namespace Publisher.Core.Tests.Tidy;

/// <summary>Keeps the house as ARCHITECTURE.md draws it.</summary>
public partial class TidyTests
{
    /// <summary>The way data flows: each folder may use itself and those before it.</summary>
    private static readonly string[] Order =
    [
        "Text", "Diagnostics", "Sources", "Media", "Configuration", "Scriban", "Content", "Model", "Themes", "Stores", "Rendering", "Engine", "Publishing",
    ];

    private static readonly List<CodeFile> Core = [.. Repository.Code("src/Publisher.Core")];

    [Fact]
    public void Folders_use_only_the_folders_before_them()
    {
        var faults = new List<string>();
        foreach (var file in Core)
        {
            var own = Array.IndexOf(Order, FolderOf(file));
            Assert.True(own >= 0, $"{file.Path}: {FolderOf(file)} is not in the order; ARCHITECTURE.md and this test list the folders");
            foreach (var (number, text) in file.CodeLines())
                foreach (Match used in UsedNamespace().Matches(text))
                    if (Array.IndexOf(Order, used.Groups[1].Value) > own) faults.Add($"{file.Path}:{number}: {FolderOf(file)} may not use {used.Groups[1].Value}");
        }
        Assert.Empty(faults);
    }

    [Fact]
    public void The_template_language_knows_nothing_of_sites() => Assert.Empty(
        from file in Core
        where FolderOf(file) == "Scriban"
        from line in file.CodeLines()
        from Match used in UsedNamespace().Matches(line.Text)
        where used.Groups[1].Value is not ("Scriban" or "Text" or "Diagnostics")
        select $"{file.Path}:{line.Number}: uses {used.Groups[1].Value}");

    [Fact]
    public void Namespaces_are_folders() => Assert.Empty(
        from file in Core
        let wanted = "Publisher." + Path.GetDirectoryName(file.Path["src/Publisher.Core/".Length..])!.Replace('/', '.')
        let found = file.Lines.FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))
        where found != $"namespace {wanted};"
        select $"{file.Path}: says '{found}', should be 'namespace {wanted};'");

    [Fact]
    public void Nothing_banned_is_used()
    {
        var rules = File.ReadAllLines(Path.Combine(Repository.Root, "BannedSymbols.txt")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(';')).ToList();
        Assert.NotEmpty(rules);
        Assert.Empty(
            from file in Core
            from line in file.CodeLines()
            from rule in rules
            where !rule[1].Split(' ').Contains(FolderOf(file)) && IsUsed(line.Text, rule[0])
            select $"{file.Path}:{line.Number}: '{rule[0]}' is banned: {rule[2]}");
    }

    [Fact]
    public void No_static_field_can_change() => Assert.Empty(
        from file in Core
        from line in file.CodeLines()
        where StaticField().IsMatch(line.Text) && !line.Text.Contains(" const ") && !line.Text.Contains(" readonly ")
        select $"{file.Path}:{line.Number}: {line.Text}");

    [Fact]
    public void No_file_is_dead()
    {
        var all = Core.Concat(Repository.Code("src/Publisher.Cli")).ToList();
        var words = all.ToDictionary(file => file.Path, file => file.CodeLines().SelectMany(line => Word().Matches(line.Text).Select(match => match.Value)).ToHashSet());
        Assert.Empty(
            from file in all
            where file.Name is not ("Artwork" or "Transcript") // what feeds and the pages of episodes will ask
            where file.Name != "Program" && !file.Name.StartsWith("Memory", StringComparison.Ordinal) // the seams' second ends, for tests
            let types = file.Lines.Select(line => DeclaredType().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToHashSet()
            where types.Count > 0 && !types.Any(type => words.Any(other => other.Key != file.Path && other.Value.Contains(type)))
            where !file.Lines.Any(line => line.Contains("(this ")) // extension methods are used by their own names
            select $"{file.Path}: nothing uses {string.Join(", ", types)}");
    }

    [Fact]
    public void Lines_are_short_enough_to_read() => Assert.Empty(
        from file in Core.Concat(Repository.Code("src/Publisher.Cli"))
        from line in file.Lines.Select((text, i) => (Number: i + 1, text.Length))
        where line.Length > 130
        select $"{file.Path}:{line.Number}: {line.Length} columns");

    private static string FolderOf(CodeFile file) => file.Path.Split('/')[2];

    /// <summary>A name that begins the pattern must not be the end of a longer one: ImageFile.Open is not File.Open.</summary>
    private static bool IsUsed(string code, string pattern)
    {
        for (var at = code.IndexOf(pattern, StringComparison.Ordinal); at >= 0; at = code.IndexOf(pattern, at + 1, StringComparison.Ordinal))
            if (!char.IsLetterOrDigit(pattern[0]) || at == 0 || !(char.IsLetterOrDigit(code[at - 1]) || code[at - 1] is '_' or '.')) return true;
        return false;
    }

    [GeneratedRegex(@"\bPublisher\.([A-Z]\w+)")]
    private static partial Regex UsedNamespace();

    [GeneratedRegex(@"^(?:public |internal |private |protected )+static (?!.*\()(?!.*=>)(?!.*\bclass\b)(?!.*\{ get)[\w<>\[\], ?.()]+ \w+(?: =.*|;)$")]
    private static partial Regex StaticField();

    [GeneratedRegex(@"^\s*(?:public |internal |private |sealed |abstract |static |readonly |partial |file |ref )*(?:class|record struct|record|struct|interface|enum|delegate \w+) (\w+)")]
    private static partial Regex DeclaredType();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
