using System.Text.RegularExpressions;

namespace Publisher.Core.Tests.Guide;

/// <summary>
/// A page of the documentation of templates, with the examples in it. An example is fenced blocks that end in one with the
/// title Output, Error, Problems, Converted or <c>_site/…</c>; or a line <c>`template` → `output`</c>; or a row of a table of
/// Liquid, Scriban and what both print. Blocks before it are its template, its data (title Data) and files (a path as title).
/// </summary>
internal sealed partial class GuidePage
{
    private readonly List<GuideExample> examples = [];
    private readonly List<string> faults = [];
    private readonly List<GuideBlock> pending = [];
    private List<GuideBlock> inputs = [];
    private IReadOnlyList<GuideBlock> site = [];
    private string heading = "";

    public GuidePage(string path)
    {
        Path = path;
        Lines = [.. File.ReadAllText(path).Split('\n')];
        Read();
    }

    public string Path { get; }

    public List<string> Lines { get; }

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public IReadOnlyList<GuideExample> Examples => examples;

    /// <summary>Templates that no example runs.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>Whether what stands in a line is Liquid.</summary>
    private bool IsLiquid => Name == "liquid";

    private void Read()
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            var line = Lines[i];
            if (Fence().Match(line) is { Success: true } fence)
            {
                var end = Lines.FindIndex(i + 1, other => other.Trim() == fence.Groups[1].Value);
                AddBlock(new GuideBlock(fence.Groups[2].Value, fence.Groups[3].Value,
                    string.Join("\n", Lines[(i + 1)..end]), i + 1, end - i - 1));
                i = end;
                continue;
            }
            if (line.StartsWith('#')) Begin(line.TrimStart('#').Trim());
            else if (Inline().Match(line) is { Success: true } inline) AddInline(inline, i);
            else if (line.StartsWith("| `") && Cells(line) is [var liquid, var scriban, var output]) AddRow(liquid, scriban, output, i);
        }
        Begin("");
    }

    private void Begin(string next)
    {
        // The files above the first heading are the site of all that stands in lines.
        if (heading.Length == 0 && pending.Exists(block => block.Title == "publisher.yml")) site = [.. pending];
        else if (heading.Length > 0 || next.Length == 0) Refuse();
        pending.Clear();
        inputs = [];
        heading = next;
    }

    private void Refuse()
    {
        foreach (var block in pending.Where(block => block.Language is "scriban" or "liquid"))
            faults.Add($"{Name}.md:{block.Line}: no example runs this template");
    }

    private void AddBlock(GuideBlock block)
    {
        if (!block.IsResult)
        {
            pending.Add(block);
            return;
        }
        if (pending.Count > 0) inputs = [.. pending];
        pending.Clear();
        examples.Add(new GuideExample(heading, block.Title, inputs, block.Text, block.Line + 1) { Length = block.Length });
    }

    private void AddInline(Match inline, int line)
    {
        List<GuideBlock> all = [.. site, .. pending.Where(block => block.Title == "Data"),
            new GuideBlock(IsLiquid ? "liquid" : "scriban", "", inline.Groups[2].Value.Trim(), line + 1, 0)];
        examples.Add(new GuideExample(heading, site.Count > 0 ? "In a line" : "Output", all, inline.Groups[3].Value, line + 1)
        {
            Replace = made => $"{inline.Value[..inline.Groups[3].Index]}{made}`",
        });
    }

    private void AddRow(string liquid, string scriban, string output, int line)
    {
        foreach (var (language, text) in new[] { ("liquid", liquid), ("scriban", scriban) })
        {
            List<GuideBlock> all = [.. pending.Where(block => block.Title == "Data"), new GuideBlock(language, "", text, line + 1, 0)];
            examples.Add(new GuideExample(heading, "Output", all, output, line + 1)
            {
                Replace = made => $"| `{Piped(liquid)}` | `{Piped(scriban)}` | {(made.Length == 0 ? "" : $"`{Piped(made)}`")} |",
            });
        }
    }

    private static string Piped(string text) => text.Replace("|", "\\|");

    private static List<string> Cells(string row) =>
        [.. Pipe().Split(row.Trim()[1..^1]).Select(cell => cell.Trim().Trim('`').Replace("\\|", "|"))];

    [GeneratedRegex("^(`{3,})([a-z]*)(?: title=\"([^\"]*)\")?$")]
    private static partial Regex Fence();

    [GeneratedRegex("^(`+)(.+?)\\1 → `([^`]*)`$")]
    private static partial Regex Inline();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Pipe();
}
