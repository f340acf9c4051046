namespace Publisher.Core.Tests.Scriban;

/// <summary>
/// Cases as text. "=== name (options)" begins one: a template, then "---" and its exact output, or "--- error line:column code"
/// for
/// a fault, with words of its message below. Options: html, strict, scientific, indent, liquid. "+++ name" between template and output
/// is an included template.
/// One line break before "---", "+++" and "===" belongs to the format.
/// </summary>
internal sealed record CaseFile(string Name, string Options, string Template, string Expected, string? Error,
    Dictionary<string, string> Includes)
{
    public static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var cases = Path.Combine(folder.FullName, "Scriban", "Cases");
            if (Directory.Exists(cases)) return cases;
        }
        throw new DirectoryNotFoundException("Scriban/Cases");
    }

    public static IEnumerable<CaseFile> Read(string file)
    {
        var text = File.ReadAllText(file);
        foreach (var part in ("\n" + (text.EndsWith('\n') ? text[..^1] : text)).Split("\n=== ").Skip(1))
        {
            var end = part.IndexOf('\n');
            var (title, body) = (part[..end], part[(end + 1)..]);
            var options = title.EndsWith(')') && title.Contains(" (")
                ? title[(title.LastIndexOf(" (", StringComparison.Ordinal) + 2)..^1] : "";
            var sections = ("\n" + body).Split("\n---");
            if (sections.Length != 2) throw new InvalidDataException($"{file}: {title}: a case has one line that begins with ---");
            var heading = sections[1][..sections[1].IndexOf('\n')].Trim();
            var expected = sections[1][(sections[1].IndexOf('\n') + 1)..];
            var templates = sections[0].Split("\n+++ ");
            yield return new CaseFile(
                title,
                options,
                templates[0].Length > 0 ? templates[0][1..] : "",
                expected,
                heading.StartsWith("error", StringComparison.Ordinal) ? heading[5..].Trim() : null,
                templates.Skip(1).ToDictionary(include => include[..include.IndexOf('\n')], include =>
                    include[(include.IndexOf('\n') + 1)..]));
        }
    }
}
