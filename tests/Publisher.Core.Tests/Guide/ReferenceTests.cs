using Publisher.Rendering;
using Publisher.Scriban;
using Publisher.Scriban.Values;

namespace Publisher.Core.Tests.Guide;

/// <summary>
/// Holds the reference of functions to the code: a page per group, on it each function once with its signature, a sentence and an
/// example. PUBLISHER_UPDATE=1 writes what is missing of headings and signatures.
/// </summary>
public class ReferenceTests
{
    private static readonly string Folder = Path.Combine(GuideTests.Folder, "functions");

    public static TheoryData<string> Groups() => [.. Functions().Keys];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Every_function_has_its_signature_a_sentence_and_an_example(string group)
    {
        var page = new GuidePage(Path.Combine(Folder, group + ".md"));
        var functions = Functions()[group];
        if (Environment.GetEnvironmentVariable("PUBLISHER_UPDATE") == "1")
        {
            Write(page, functions);
            page = new GuidePage(page.Path);
        }
        Assert.Equal(functions.Keys, Headings(page));
        foreach (var (name, signature) in functions)
        {
            var at = page.Lines.IndexOf("## " + name);
            Assert.Equal(("", signature), (page.Lines[at + 1], page.Lines[at + 2]));
            Assert.True(page.Lines[at + 4] is [not ('#' or '`'), ..], $"{name} has no description");
            Assert.True(page.Examples.Any(example => example.Heading == name), $"{name} has no example");
        }
    }

    [Fact]
    public void There_is_a_page_for_each_group_and_no_other() =>
        Assert.Equal(Functions().Keys.Append("index").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Folder, "*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Headings(GuidePage page) =>
        page.Lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]);

    private static void Write(GuidePage page, SortedDictionary<string, string> functions)
    {
        var lines = page.Lines;
        foreach (var (name, signature) in functions)
        {
            var at = lines.IndexOf("## " + name);
            if (at >= 0)
            {
                lines[at + 2] = signature;
                continue;
            }
            at = lines.FindIndex(line => line.StartsWith("## ", StringComparison.Ordinal)
                && string.CompareOrdinal(line[3..], name) > 0);
            lines.InsertRange(at < 0 ? lines.Count : at, ["## " + name, "", signature, ""]);
        }
        File.WriteAllText(page.Path, string.Join("\n", lines));
    }

    /// <summary>The signature of each function, by the page it belongs to.</summary>
    private static SortedDictionary<string, SortedDictionary<string, string>> Functions()
    {
        var language = Globals.Standard();
        var site = Globals.Standard();
        LiquidTags.AddTo(site);
        var all = new SortedDictionary<string, SortedDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var name in language.KnownNames)
        {
            site.TryGetConstant(name, out var constant);
            if (constant.Kind == ValueKind.Function) Add("language", name, constant.AsFunction);
            else if (constant.Kind == ValueKind.Object && !name.StartsWith("liquid_", StringComparison.Ordinal))
                AddMembers(name, constant.AsObject);
        }
        foreach (var function in SiteFunctions.All) Add("site", function.Name, function);
        return all;

        void AddMembers(string group, ValueObject members)
        {
            var run = new TemplateRun(site);
            // html.raw is hidden from listings only.
            foreach (var name in members.Names.Append("raw"))
                if (members.TryGet(name, run, out var member) && member.Kind == ValueKind.Function) Add(group, name, member.AsFunction);
        }

        void Add(string page, string name, Function function)
        {
            if (!all.TryGetValue(page, out var functions)) all[page] = functions = new(StringComparer.Ordinal);
            functions[name] = page == "liquid" ? Filter(name, function.Signature) : Call(function);
        }
    }

    private static string Call(Function function) =>
        $"`{string.Join(' ', Parameters(function.Signature).Prepend(function.Name))}`";

    /// <summary>A filter takes its first argument from the left.</summary>
    private static string Filter(string name, Signature signature)
    {
        List<string> all = [.. Parameters(signature)];
        return $"`{all[0]} | {name}{(all.Count > 1 ? ": " + string.Join(", ", all.Skip(1)) : "")}`";
    }

    private static IEnumerable<string> Parameters(Signature signature) => signature.Parameters.Select((name, i) =>
        signature.Variadic && i == signature.Parameters.Length - 1 ? name + "..." : i < signature.Required ? name : $"[{name}]");
}
