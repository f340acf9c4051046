using System.Text;
using Publisher.Scriban;
using Publisher.Text;

namespace Publisher.Cli.Commands;

/// <summary>The folder of a template that is rendered by itself: where its includes are, whose endings may be left out.</summary>
internal sealed class TemplateFolder(string folder, TemplateOptions options) : ITemplateLoader
{
    private static readonly string[] Places = ["", "includes", "_includes"];

    private static readonly string[] Endings = ["", ".sbn-html", ".sbn", ".liquid", ".html"];

    private readonly Dictionary<SitePath, Template> read = [];

    /// <summary>Whether a file is written in Liquid by its name.</summary>
    public static bool IsLiquid(string file) => file.EndsWith(".liquid", StringComparison.OrdinalIgnoreCase);

    /// <summary>The file as it would be typed, for messages.</summary>
    public string Shown(SitePath file) => folder.Length == 0 ? file.Value : Path.Combine(folder, file.Value);

    public string TextOf(SitePath file) => File.ReadAllText(Shown(file), Encoding.UTF8);

    /// <exception cref="UsageException">There is no such file.</exception>
    public Template Read(SitePath file) => Find(file) ?? throw new UsageException($"there is no file '{Shown(file)}'");

    public Template? Find(string name, TemplateRun run)
    {
        foreach (var place in Places)
        {
            foreach (var ending in Endings)
                if (Find(new SitePath(place).Combine(name + ending)) is { } found) return found;
        }
        return null;
    }

    public IEnumerable<string> Names(TemplateRun run) => Places.Select(place => Path.Combine(folder, place))
        .Where(Directory.Exists).SelectMany(Directory.EnumerateFiles).Select(file => Path.GetFileName(file)!);

    private Template? Find(SitePath file)
    {
        if (read.TryGetValue(file, out var known)) return known;
        if (file.IsRoot || !File.Exists(Shown(file))) return null;
        var own = IsLiquid(file.Name) ? options with { Language = TemplateLanguage.Liquid } : options;
        return read[file] = Template.Parse(file, TextOf(file), own);
    }
}
