using Publisher.Rendering;
using Publisher.Scriban;
using Publisher.Scriban.Values;

namespace Publisher.Core.Tests.Guide;

/// <summary>
/// The reference of functions is made from the code: a page per group, on it each function with its signature and what
/// <see cref="FunctionTexts"/> says of it. Only what stands above a page's first function is written by hand.
/// PUBLISHER_UPDATE=1 writes the pages.
/// </summary>
public class ReferenceTests
{
    private static readonly string Folder = Path.Combine(GuideTests.Folder, "functions");

    private static readonly Dictionary<(string Page, string Name), string> Texts = FunctionTexts.All();

    public static TheoryData<string> Groups() => [.. Functions().Keys];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Page_says_of_each_function_what_the_code_says(string group)
    {
        var path = Path.Combine(Folder, group + ".md");
        var written = File.ReadAllText(path);
        var made = Head(written) + string.Join("\n", Functions()[group].Select(one =>
            $"## {one.Key}\n\n{one.Value}\n\n{Texts[(group, one.Key)]}"));
        if (Environment.GetEnvironmentVariable("PUBLISHER_UPDATE") == "1") File.WriteAllText(path, made);
        else Assert.Equal(made, written);
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Every_function_has_a_sentence_and_an_example(string group)
    {
        var page = new GuidePage(Path.Combine(Folder, group + ".md"));
        foreach (var name in Functions()[group].Keys)
        {
            Assert.True(Texts[(group, name)] is [not ('#' or '`'), ..], $"{name} has no description");
            Assert.True(page.Examples.Any(example => example.Heading == name), $"{name} has no example");
        }
    }

    [Fact]
    public void There_is_a_page_for_each_group_and_no_other() =>
        Assert.Equal(Functions().Keys.Append("index").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Folder, "*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    private static string Head(string page) => page[..(page.IndexOf("\n## ", StringComparison.Ordinal) + 1)];

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
