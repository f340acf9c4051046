namespace Publisher.Core.Tests.Scriban;

/// <summary>Runs the cases in the folder Cases: one file per feature of the language and per group of functions.</summary>
public class CaseTests
{
    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var file in Directory.EnumerateFiles(CaseFile.Folder(), "*.txt").Order(StringComparer.Ordinal))
            foreach (var one in CaseFile.Read(file))
                data.Add(Path.GetFileNameWithoutExtension(file), one.Name);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Renders(string file, string name)
    {
        var one = CaseFile.Read(Path.Combine(CaseFile.Folder(), file + ".txt")).First(one => one.Name == name);
        var rendered = Rendered.From(one.Template, one.Options.Contains("html"), one.Options.Contains("strict"),
            one.Options.Contains("scientific"), one.Options.Contains("indent"), one.Includes,
            liquid: one.Options.Contains("liquid"));
        if (one.Error is { } error)
        {
            var first = Assert.Single(rendered.Diagnostics.Take(1));
            Assert.Equal(error, $"{first.At.Line}:{first.At.Column} {first.Code}");
            Assert.Contains(one.Expected.Trim(), first.Hint is null ? first.Message : $"{first.Message}; {first.Hint}");
            return;
        }
        Assert.Equal("", string.Join("\n", rendered.Diagnostics.Select(diagnostic => $"{diagnostic.At}: {diagnostic.Message}")));
        Assert.Equal(one.Expected, rendered.Output);
    }

    [Fact]
    public void Names_are_unique_in_each_file()
    {
        foreach (var file in Directory.EnumerateFiles(CaseFile.Folder(), "*.txt"))
        {
            var names = CaseFile.Read(file).Select(one => one.Name).ToList();
            Assert.Equal(names.Count, names.Distinct().Count());
        }
    }
}
