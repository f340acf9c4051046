using System.Text.Json;

namespace Publisher.Core.Tests.Scriban;

/// <summary>The public cases cut from the reference's own tests, where they lie beside the repository.</summary>
public class ConformanceTests
{
    public static TheoryData<string> Cases()
    {
        var data = new TheoryData<string>();
        foreach (var one in Load()) data.Add(one.Id);
        if (data.Count == 0) data.Add("");
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Renders_as_the_reference(string id)
    {
        if (id.Length == 0) return;
        var one = Load().First(one => one.Id == id);
        var rendered = Rendered.From(one.Input, scientific: one.Id.Contains("scientific"), liquid: one.Language == "liquid");
        if (one.Errors.Length > 0) Assert.Equal(one.Errors, rendered.Positions);
        else
        {
            Assert.Equal("", string.Join("\n",
                rendered.Diagnostics.Select(diagnostic => $"{diagnostic.At}: {diagnostic.Message}")));
            Assert.Equal(one.Output.TrimEnd(), rendered.Output.TrimEnd());
        }
    }

    internal sealed record Case(string Id, string Language, string Input, string Output, string Errors);

    internal static List<Case> Load()
    {
        if (Find() is not { } file) return [];
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. json.RootElement.EnumerateArray().Select(one => new Case(
            one.GetProperty("id").GetString()!,
            one.GetProperty("language").GetString()!,
            one.GetProperty("input").GetString()!,
            one.GetProperty("output").GetString()!,
            string.Join(" ", one.GetProperty("errors").EnumerateArray()
                .Select(at => $"[{at[0].GetInt32()},{at[1].GetInt32()}]"))))];
    }

    private static string? Find()
    {
        const string name = "scriban-conformance/cases.json";
        if (Environment.GetEnvironmentVariable("PUBLISHER_SHARED") is { Length: > 0 } shared)
            return Existing(Path.Combine(shared, name));
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Existing(Path.Combine(folder.FullName, "shared", name)) is { } found) return found;
        return null;
    }

    private static string? Existing(string file) => File.Exists(file) ? file : null;
}
