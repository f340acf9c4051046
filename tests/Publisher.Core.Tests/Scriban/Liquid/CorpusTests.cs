using System.Text.Json;
using Publisher.Scriban.Values;
using Publisher.Testing;

namespace Publisher.Core.Tests.Scriban.Liquid;

/// <summary>The posts of a real podcast made with Jekyll, where they lie beside the repository.</summary>
public class CorpusTests
{
    private static readonly Dictionary<string, string> Includes = new()
    {
        ["services-used.html"] = """
            {% if page.tags.size > 0 %}<ul>
            {%- for tag in page.tags %}
              <li><a href="/tags/{{ tag }}">{{ tag | replace: "-", " " | capitalize }}</a></li>
            {%- endfor %}
            </ul>{% endif %}
            """,
    };

    [Fact]
    public void Every_post_is_read_and_rendered_without_a_diagnostic()
    {
        foreach (var (name, one) in Posts())
        {
            var rendered = Render(one);
            Assert.Equal((name, ""), (name, string.Join("\n", rendered.Diagnostics.Select(problem => $"{problem.At}: {problem.Message}"))));
        }
    }

    [ServerFact(Servers.Jekyll)]
    public async Task Every_post_is_what_Jekyll_makes_of_it()
    {
        var posts = Posts();
        var expected = await RealLiquid.RenderAsync([.. posts.Select(post => post.Case)]);
        for (var i = 0; i < posts.Count; i++) Assert.Equal((posts[i].Name, expected[i]), (posts[i].Name, Render(posts[i].Case).Output));
    }

    private static Rendered Render(LiquidCase one) => Rendered.From(one.Template, liquid: true, sample: false,
        includes: new Dictionary<string, string>(one.Includes),
        globals: globals =>
        {
            foreach (var tag in RealLiquid.PluginTags)
                globals.Add(new HostFunction("tag_" + tag, "markup", (run, a) =>
                    Value.FromString($"[{tag} {ValueText.Of(a[0], run)}]")));
        },
        run: run => JsonValues.Set(run, one.Data));

    private static List<(string Name, LiquidCase Case)> Posts()
    {
        if (Folder() is not { } folder) return [];
        return [.. Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), CaseOf(File.ReadAllText(file))))];
    }

    private static LiquidCase CaseOf(string text)
    {
        var end = text.IndexOf("\n---", 4, StringComparison.Ordinal);
        var page = new Dictionary<string, string>();
        foreach (var line in text[4..end].Split('\n'))
            if (line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon) page[line[..colon]] = line[(colon + 2)..].Trim('"');
        var body = text[(text.IndexOf('\n', end + 1) + 1)..];
        var data = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["page"] = page.ToDictionary(member => member.Key, member => member.Key == "tags"
                ? (object)member.Value.Trim('[', ']').Split(", ").Select(tag => tag.Trim('"')) : member.Value),
            ["site"] = new { url = "https://example.org", links = new { digitalocean = "/do" } },
        });
        return new LiquidCase(body, data, Includes, Jekyll: true);
    }

    private static string? Folder()
    {
        const string name = "corpora/running-in-production/_posts";
        if (Environment.GetEnvironmentVariable("PUBLISHER_SHARED") is { Length: > 0 } shared) return Existing(Path.Combine(shared, name));
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Existing(Path.Combine(folder.FullName, "shared", name)) is { } found) return found;
        return null;
    }

    private static string? Existing(string folder) => Directory.Exists(folder) ? folder : null;
}
