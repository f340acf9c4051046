using Publisher.Configuration;
using Publisher.Content;
using Publisher.Engine;
using Publisher.Sources;
using Publisher.Testing;
using Publisher.Text;

namespace Publisher.Core.Tests.Sites;

/// <summary>
/// The posts of a real Jekyll podcast, with includes and a tag of our own, come to the same text in a site here and in one
/// that Jekyll builds (when the folder PUBLISHER_SHARED names is there).
/// </summary>
public sealed class JekyllTextsTests : IDisposable
{
    private const string ServicesUsed = """
        {%- assign services = page.tags | uniq | sort -%}
        {% if services.size > 0 %}## {{ page.guest | default: "Nobody" }} uses

        {% for service in services %}- [{{ service }}]({{ "/tags/" | append: service | relative_url }}){% unless forloop.last %},{% endunless %}
        {% endfor %}{% else %}Nothing.{% endif %}
        {% include about.html title=page.title url=site.author.links.website posts=site.posts.size -%}
        """;

    private const string About = """
        {{ include.title | escape | truncatewords: 3 }} of {{ include.posts }}, {{ page.date | date: "%-d %B %Y" }}: {{ include.url | prepend: "see " }}
        """;

    private const string Image = """
        <img src="{{ include.markup | strip | prepend: '/images/' | absolute_url }}" alt="{{ page.title | slugify }}">
        """;

    private const string AssetPath = "/assets/{{ include.markup }}";

    private const string Plugin = """
        class FileTag < Liquid::Tag
          def initialize(name, markup, tokens)
            super
            @name = name
            @markup = markup
          end
          def render(context)
            text = File.read(File.join(context.registers[:site].source, '_includes', 'tags', @name + '.html'))
            context.stack do
              context['include'] = { 'markup' => @markup.strip }
              Liquid::Template.parse(text).render!(context)
            end
          end
        end
        Liquid::Template.register_tag('image', FileTag)
        Liquid::Template.register_tag('asset_path', FileTag)
        """;

    private static readonly string Corpus =
        Path.Combine(Environment.GetEnvironmentVariable("PUBLISHER_SHARED") ?? "", "corpora/running-in-production");

    private readonly string folder = Directory.CreateTempSubdirectory("publisher-jekyll-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [ServerFact(Servers.Jekyll)]
    public async Task Every_text_is_what_Jekyll_makes_of_it()
    {
        if (!Directory.Exists(Corpus)) return;
        var config = File.ReadAllText(Path.Combine(Corpus, "_config.yml"));
        config = config[..config.IndexOf("# Integration configuration.", StringComparison.Ordinal)];
        var (source, posts) = OurSite(config);
        await BuildWithJekyllAsync(config);

        var options = new BuildOptions { Future = true };
        var build = new Builder(SourceSet.Empty, options, new FixedClock(), remembers: false).Advance(source.Read(), default);
        Assert.Equal(117, posts.Count);
        foreach (var post in posts)
        {
            var entry = build.Site.Entries[build.Site.Index.Find(post)];
            var theirs = await File.ReadAllTextAsync(Path.Combine(folder, "_site", entry.Url.TrimStart('/') + ".html"));
            var ours = build.Print(post) ?? FrontMatterBlock.Split(post, source.Text(post.Value), []).Body;
            var page = build.Render(entry.Output)!;
            Assert.False(page.Broken, string.Join("; ", page.Diagnostics.Select(problem => $"{problem.At}: {problem.Message}")));
            Assert.Equal(theirs, ours);
        }
    }

    private static (MemoryReader Source, List<SitePath> Posts) OurSite(string config)
    {
        var source = new MemoryReader();
        var parameters = string.Concat(config.Split('\n').Where(line => !line.StartsWith("url:", StringComparison.Ordinal)).Select(line => $"  {line}\n"));
        source.Write("publisher.yml", $"""
            title: Running
            base_url: https://runninginproduction.com/
            theme: none
            permalinks: [PERMALINKS]
            params:
            {parameters}
            """.Replace("[PERMALINKS]", "{ default: '/:categories/:slug' }"));
        source.Write("templates/page.sbn-html", "{{ page.content }}");
        source.Write("templates/includes/services-used.html", ServicesUsed);
        source.Write("templates/includes/about.html", About);
        source.Write("templates/includes/tags/image.html", Image);
        source.Write("templates/includes/tags/asset_path.html", AssetPath);
        source.Write("content/posts/index.md", "---\ncascade: { templating: liquid }\n---\n");
        var posts = new List<SitePath>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Corpus, "_posts"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            posts.Add(new SitePath("content/posts/" + Path.GetFileName(file)));
            source.Write(posts[^1].Value, File.ReadAllText(file));
        }
        return (source, posts);
    }

    /// <summary>As HTML, which Jekyll prints as Liquid left it.</summary>
    private async Task BuildWithJekyllAsync(string config)
    {
        Write("_config.yml", config + "permalink: /:categories/:slug\ntimezone: UTC\nfuture: true\n");
        Write("_includes/services-used.html", ServicesUsed);
        Write("_includes/about.html", About);
        Write("_includes/tags/image.html", Image);
        Write("_includes/tags/asset_path.html", AssetPath);
        Write("_plugins/image.rb", Plugin);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Corpus, "_posts"), "*.md", SearchOption.AllDirectories))
            Write("_posts/" + Path.GetFileNameWithoutExtension(file) + ".html", await File.ReadAllTextAsync(file));
        await RealJekyll.BuildAsync(folder, Path.Combine(folder, "_site"));
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
