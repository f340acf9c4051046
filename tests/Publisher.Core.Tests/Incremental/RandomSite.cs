using System.Text;
using Publisher.Sources;

namespace Publisher.Core.Tests.Incremental;

/// <summary>
/// A site in memory that a seed makes, and that is edited one field at a time: edits that touch more would hide a question that
/// was not
/// written down behind one that was.
/// </summary>
internal sealed partial class RandomSite
{
    private static readonly string[] Words =
        ["river", "stone", "lamp", "garden", "winter", "engine", "paper", "north", "copper", "window", "morning", "signal", "harbour", "thread"];

    private static readonly string[] Names = ["Ada", "Grace", "ada", "Ada!", "{ name: Grace, url: 'https://grace.example/', image: /images/two.png }", "{ name: Linus, role: co-host }"];
    private static readonly string[] Tags = ["red", "green", "blue", "Red", "deep blue", "red!", "blue?"];
    private readonly Random random;
    private readonly SortedDictionary<string, PageFile> pages = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> settings = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> touched = new(StringComparer.Ordinal);
    private int counter;

    public RandomSite(int seed, bool ownTheme)
    {
        random = new Random(seed);
        settings["title"] = "Random";
        settings["base_url"] = "https://example.org/";
        settings["theme"] = ownTheme ? "none" : "default";
        settings["page_size"] = "3";
        if (ownTheme)
            foreach (var (name, text) in TestTheme.Templates) Reader.Write("templates/" + name, text);
        Reader.Write("data/people.yml", "first: Ada\nsecond: Grace\n");
        Reader.Write("assets/css/extra.css", "body { color: red }\n");
        Reader.Write("content/images/one.png", Png(4, 3));
        foreach (var (folder, count) in new[] { ("posts", 5), ("weeknotes", 3), ("podcast", 3), ("docs", 3), ("docs/guide", 3), ("", 2) })
            for (var i = 0; i < count; i++) AddPage(folder);
        foreach (var folder in new[] { "", "docs", "docs/guide", "posts" })
            Put(Join(folder, "index.md"), new PageFile { Matter = { ["title"] = Title() }, Body = { Sentence() } });
        AddWholeEpisode();
        WriteSettings();
    }

    public MemoryReader Reader { get; } = new();

    public DateTimeOffset Clock { get; private set; } = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Makes one small change and says which.</summary>
    public string Edit()
    {
        var path = Pick(pages.Keys.ToArray());
        switch (random.Next(68))
        {
            case 0 or 1: return Set(path, "title", Title());
            case 2: return Set(path, "tags", $"[{Pick(Tags)}]");
            case 3: return Set(path, "tags", $"[{Pick(Tags)}, {Pick(Tags)}]");
            case 4: return Set(path, "date", Date());
            case 5: return Set(path, "draft", random.Next(2) == 0 ? "true" : null);
            case 6 or 7: return Change(path, "prose", page => page.Body.Add(Sentence()));
            case 8: return Change(path, "first paragraph", page => page.Body.Insert(0, Sentence()));
            case 9: return Change(path, "heading", page => page.Body.Add("## " + Title()));
            case 10 or 11: return Change(path, "link", page => page.Body.Add(Link(path)));
            case 12: return Change(path, "cut", page => { if (page.Body.Count > 1) page.Body.RemoveAt(random.Next(page.Body.Count)); });
            case 13: return Set(path, "weight", random.Next(5).ToString());
            case 14: return Set(path, "series", random.Next(2) == 0 ? Pick(Words) : null);
            case 15: return Set(path, "aliases", random.Next(2) == 0 ? $"[/old/{Pick(Words)}/]" : null);
            case 16: return Set(path, "category", Pick(Words));
            case 17: return Set(path, "description", random.Next(3) == 0 ? null : Sentence());
            case 18: return Set(path, "subtitle", random.Next(3) == 0 ? null : Title());
            case 19: return Set(path, "updated", random.Next(3) == 0 ? null : Date());
            case 20: return Set(path, "expires", random.Next(2) == 0 ? null : Date());
            case 21: return Set(path, "image", Pick(["/images/one.png", "/images/two.png", null]));
            case 22: return Set(path, "layout", Pick(["special", "missing", null, null]));
            case 23: return Setting("title", Title());
            case 24: return Pick([0, 1, 2]) switch
            {
                0 => Setting("page_size", random.Next(1, 5).ToString()),
                1 => Setting("menu", Pick(["[{ title: A, url: /posts/ }]", "[{ title: B, url: /docs/ }]", null])),
                _ => Setting("base_url", Pick(["https://example.org/", "https://example.org/sub/"])),
            };
            case 25: return Touch("data/people.yml", text => text.Replace("Ada", Pick(Words)).Replace("Grace", Pick(Words)));
            case 26: return EditTemplate();
            case 27: return Touch("assets/css/extra.css", text => text + "/* " + counter++ + " */\n");
            case 28: return "add " + AddPage(Pick(["posts", "docs", "weeknotes", "podcast", "docs/guide", "docs/deep/down"]));
            case 29: return Remove(path);
            case 30: return Rename(path);
            case 31: return TogglePicture();
            case 32: return Cascade();
            case 33: return Set(path, "templating", Pick(["scriban", "liquid", "scriban", null]));
            case 34 or 35: return Change(path, "code", page =>
            {
                page.Body.Insert(random.Next(page.Body.Count + 1), Code());
                if (!page.Matter.ContainsKey("templating")) page.Matter["templating"] = Pick(["scriban", "liquid"]);
            });
            case 36: return Slip();
            case 37: return Touch("data/people.yml", text => text.Contains("first") ? text.Replace("first", "frist") : text.Replace("frist", "first"));
            case 38 or 39: return Change(path, "component", page => page.Body.Insert(random.Next(page.Body.Count + 1), Component(path)));
            case 40: return ToggleComponent();
            case 41: return Part();
            case 42: return Set(Numbered(), "number", Pick(["1", "2", "3", "5-6", "S02E01", "many", null]));
            case 43: return Set(Numbered(), "season", Pick(["1", "2", null]));
            case 44: return Set(Numbered(), Pick(["title", "sub-title", "description"]), Pick(["S01E01", "S01E03: lamp", "Weeknote 4", "#2", "Week 12"]));
            case 45: return Set(Numbered(), "date", $"202{random.Next(4, 7)}-02-0{random.Next(1, 9)}");
            case 46: return Set(path, "blogroll", Pick(["[{ title: A, url: /a }]", "[{ title: B & C, feed: /b }, lamp]", "true", "people", null]));
            case 47:
                if (Reader.Remove("data/blogroll.yml")) return "remove the blogroll";
                Reader.Write("data/blogroll.yml", $"- {{ title: {Pick(Words)}, url: /a }}\n");
                return "add a blogroll";
            case 48 or 49 or 50: return Listen();
            case 51: return SpokenFile();
            case 52: return Recording();
            case 53: return Set(path, "authors", random.Next(4) == 0 ? null : $"[{Pick(Names)}, {Pick(Names)}]");
            case 54 or 55: return Speak();
            case 56: return OwnPage();
            case 57: return Announced(path);
            case 58 or 59 or 60: return Offer();
            case 61: return SayOfShow();
            case 62 or 63 or 64: return FileOfWhole();
            case 65: return WrittenTranscript();
            default:
                Clock = Clock.AddDays(random.Next(-20, 40));
                return $"clock {Clock:yyyy-MM-dd}";
        }
    }

    /// <summary>A page whose number counts, or would if its kind did.</summary>
    private string Numbered() => Pick(pages.Keys.Where(path => path.StartsWith("weeknotes/") || path.StartsWith("podcast/")).DefaultIfEmpty(pages.Keys.First()).ToArray());

    private string EditTemplate()
    {
        var templates = Reader.Paths.Where(path => path.Value.StartsWith("templates/", StringComparison.Ordinal)).Select(path => path.Value).ToArray();
        if (templates.Length == 0 || random.Next(6) == 0)
        {
            // A template of the site's own comes or goes: asking for one that is not there must be a recorded question too.
            if (Reader.Remove("templates/special.sbn-html")) return "remove the special template";
            Reader.Write("templates/special.sbn-html", "<p>special {{ page.title }}</p>\n");
            return "add the special template";
        }
        return Touch(Pick(templates), text => text + "<!-- " + counter++ + " -->\n");
    }

    /// <summary>A mistake in a template, or the end of all of them there, in words that an edit of other files may make right.</summary>
    private string Slip()
    {
        var templates = Reader.Paths.Where(path => path.Value.StartsWith("templates/", StringComparison.Ordinal)).Select(path => path.Value).ToArray();
        if (templates.Length == 0) return "nothing";
        return Touch(Pick(templates), text => random.Next(3) == 0 && text.Contains("{{ if false }}")
            ? text[..text.IndexOf("{{ if false }}", StringComparison.Ordinal)]
            : text + "{{ if false }}" + Pick(["{{ page.subtitle }}", "{{ site.data.people.frist }}", "{{ include 'special' }}", "{{ page.titel }}", "{{ lamp }}", "{{ lamp = 1 }}", "{{ layout 'special' }}", "{{ include 'item' page.section }}"]) + "{{ end }}");
    }

    private string TogglePicture()
    {
        if (random.Next(3) == 0)
        {
            Reader.Write("content/images/one.png", Png(random.Next(1, 9), random.Next(1, 9)));
            return "resize picture";
        }
        if (Reader.Remove("content/images/two.png")) return "remove picture";
        Reader.Write("content/images/two.png", Png(random.Next(1, 9), random.Next(1, 9)));
        return "add picture";
    }

    /// <summary>A component's template comes or goes, or one of a built-in's name does: pages that use it must hear of either.</summary>
    private string ToggleComponent()
    {
        var name = Pick(["card", "ask", "note", "details", "loop"]);
        var path = $"templates/components/{name}.sbn-html";
        if (Reader.Remove(path)) return "remove " + path;
        Reader.Write(path, Pick(TestTheme.Components));
        return "add " + path;
    }

    private string Component(string path) => Pick(
    [
        "::ask{}", $"::ask[{Title()}]{{of=\"/{Pick(pages.Keys.ToArray())}\"}}", "::card", $":::card {Title()}\n{Link(path)}\n:::", "::loop{}",
        $":::note\n::ask{{}}\n\n{Sentence()}\n:::", $":::details {Title()}\n{Sentence()}\n:::", $"::::card {{#one}}\n:::crad\n{Link(path)}\n:::\n::::\n\n<!--more-->",
    ]);

    /// <summary>Code that asks something of the site in the text of a page, in words that both languages have.</summary>
    private string Code() => Pick(
    [
        "{{ site.title }}", "{{ page.title }} {{ page.url }}", "{{ site.data.people.first }}", "{{ page.content }}", "{{ site.nothing }}",
        "{% for p in site.pages %}{{ p.title }} {{ p.words }} {% endfor %}", "{{ for p in site.pages; p.summary; p.excerpt; end }}",
        "{{ for t in site.tags; t.name; end }}", "{{ include 'item' page }}", "{% include item.sbn-html %}", "## {{ page.title }}",
        "{{ page.next ? page.next.title : '' }} {{ page.subtitle }}", "{{ page.toc }}", "{{ site.time }}", "{% include_relative part.txt %}",
        "{% mark x %}", "{% include marked.html %}",
    ]);

    /// <summary>A file that texts may include, or use as a tag.</summary>
    private string Part()
    {
        var path = Pick(["content/part.txt", "content/posts/part.txt", "content/docs/part.txt",
            "templates/includes/tags/mark.html", "templates/includes/tags/mark.sbn-html", "templates/includes/marked.html"]);
        if (Reader.Remove(path)) return "remove " + path;
        Reader.Write(path, path.EndsWith("marked.html", StringComparison.Ordinal) ? "{% mark y %} {{ page.title }}" : Sentence());
        return "add " + path;
    }

    /// <summary>What an episode plays, and what it says of moments in it.</summary>
    private string Listen()
    {
        var path = Pick(pages.Keys.Where(path => path.StartsWith("podcast/", StringComparison.Ordinal) || random.Next(20) == 0).DefaultIfEmpty("index.md").ToArray());
        return random.Next(7) switch
        {
            0 or 1 => Set(path, "audio", Pick(["https://media.example.org/a.mp3", "sound.mp3", "/podcast/sound.mp3", "gone.mp3", null])),
            2 => Set(path, "chapters", Pick(["[{ start: 0:10, title: A }]", "[1:00 B, { start: x }]", "marks.json", null, null])),
            3 => Set(path, "transcript", Pick(["words.vtt", "https://media.example.org/a.vtt", "{ file: words.vtt, language: de }", null, null])),
            4 => Set(path, "embed_chapters", Pick(["true", "false", null])),
            5 => Change(path, "transcript", page => page.Body.Add($":::transcript\n**Ada:** {Sentence()}\n\n0:0{random.Next(10)} {Sentence()}\n:::")),
            _ => Change(path, "topics", page => page.Body.Insert(random.Next(page.Body.Count + 1), Pick(
                [$"- 0:{random.Next(10, 80)} -- {Title()}\n- {random.Next(9)}:10 -- {Title()}", $"{random.Next(9)}:00 {Title()}", "See [there](#1:00)."]))),
        };
    }

    /// <summary>A file beside episodes: chapters, or a transcript, by the name that is looked for or one that is said.</summary>
    private string SpokenFile()
    {
        var path = "content/podcast/" + Pick(["marks.json", "words.vtt", "sound.vtt", "sound.srt"]);
        if (random.Next(3) == 0 && Reader.Remove(path)) return "remove " + path;
        Reader.Write(path, path.EndsWith("json", StringComparison.Ordinal)
            ? $$"""{ "version": "1.2.0", "chapters": [{ "startTime": {{random.Next(99)}}, "title": "{{Title()}}" }] }"""
            : $"{(path.EndsWith("vtt", StringComparison.Ordinal) ? "WEBVTT\n\n" : "1\n")}00:00:0{random.Next(9)}.000 --> 00:00:09.000\n{Sentence()}\n");
        return "write " + path;
    }

    /// <summary>A sound of a few frames at 128 kbit/s comes, goes or gets longer.</summary>
    private string Recording()
    {
        var path = "content/podcast/" + Pick(["sound.mp3", "sound.mp3", "small.mp3"]);
        if (random.Next(3) == 0 && Reader.Remove(path)) return "remove " + path;
        Reader.Write(path, Sound(random.Next(20, 200)));
        return "write " + path;
    }

    /// <summary>Who is heard in an episode, by list or by flat keys, or hosts the show.</summary>
    private string Speak()
    {
        var path = Pick(pages.Keys.Where(path => path.StartsWith("podcast/", StringComparison.Ordinal)).DefaultIfEmpty("index.md").ToArray());
        return random.Next(6) switch
        {
            0 => Set(path, "guest", Pick(["Ada", "Grace", "Ada!", null])),
            1 => Set(path, "guest_2", Pick(["Linus", "ada", null])),
            2 => Set(path, "guest_avatar", Pick(["/images/two.png", "gone.png", "https://example.org/a.png", null])),
            3 => Set(path, "hosts", random.Next(2) == 0 ? null : $"[{Pick(Names)}]"),
            4 => Set(path, "guests", random.Next(2) == 0 ? null : $"[{Pick(Names)}, {Pick(Names)}]"),
            _ => ShowsHost(),
        };
    }

    /// <summary>A publish remembers what a page, or the podcast, is known by; or all of that is forgotten.</summary>
    private string Announced(string path)
    {
        const string Ledger = "publisher.ledger.json";
        if (random.Next(4) == 0 && Reader.Remove(Ledger)) return "remove the ledger";
        var source = Pick([path, "podcast/index.md"]);
        Reader.Write(Ledger, $$"""{ "content/{{source}}": { "id": "{{Pick(Words)}}" } }""");
        return "announce " + source;
    }

    private string ShowsHost()
    {
        const string Path = "podcast/index.md";
        if (!pages.ContainsKey(Path)) Put(Path, new PageFile { Matter = { ["title"] = Title() }, Body = { Sentence() } });
        return Set(Path, Pick(["host", "persons"]), random.Next(4) == 0 ? null : Pick(Names));
    }

    /// <summary>A page written for a person comes, goes, or says something else of them.</summary>
    private string OwnPage()
    {
        var path = "people/" + Pick(["ada.md", "linus.md", "nobody.md"]);
        if (!pages.TryGetValue(path, out var page))
        {
            Put(path, new PageFile { Matter = { ["title"] = Title() }, Body = { Sentence() } });
            return "add " + path;
        }
        return random.Next(7) switch
        {
            0 => Remove(path),
            6 => TogglePersonTemplate(),
            1 => Setting("people", Pick(["false", "true", null])),
            2 => Set(path, "title", Title()),
            3 => Set(path, "image", Pick(["/images/one.png", "/images/two.png", null])),
            _ => Set(path, "website", Pick(["https://a.example/", "https://b.example/", null])),
        };
    }

    /// <summary>Without it nobody has a page, unless the site's theme has one.</summary>
    private string TogglePersonTemplate()
    {
        const string Path = "templates/person.sbn-html";
        if (Reader.Remove(Path)) return "remove the person template";
        Reader.Write(Path, TestTheme.Templates["person.sbn-html"]);
        return "add the person template";
    }

    private string Cascade()
    {
        var path = Pick(["docs/index.md", "posts/index.md", "index.md"]);
        if (!pages.ContainsKey(path)) Put(path, new PageFile { Matter = { ["title"] = Title() }, Body = { Sentence() } });
        return Set(path, "cascade", Pick(["{ subtitle: low }", "{ draft: true }", "{ tags: [green] }", "{ templating: scriban }", null, null]));
    }

    private string AddPage(string folder)
    {
        var name = (folder is "posts" or "weeknotes" or "podcast" ? $"2026-0{random.Next(1, 7)}-{random.Next(10, 28)}-" : "") + Pick(Words) + "-" + counter++;
        var page = new PageFile { Matter = { ["title"] = Title() }, Body = { Sentence(), "## " + Title(), Sentence() } };
        if (folder is "posts" or "podcast") page.Matter["tags"] = $"[{Pick(Tags)}]";
        if (folder == "podcast") page.Matter["mp3_bytes"] = random.Next(1000, 9000).ToString();
        var path = Join(folder, name + ".md");
        page.Body.Add(Link(path));
        Put(path, page);
        return path;
    }

    private string Remove(string path)
    {
        if (pages.Count < 12) return "nothing";
        pages.Remove(path);
        Reader.Remove("content/" + path);
        return "remove " + path;
    }

    private string Rename(string path)
    {
        if (path.EndsWith("index.md", StringComparison.Ordinal)) return "nothing";
        var page = pages[path];
        Remove(path);
        var renamed = path[..^3] + "x.md";
        Put(renamed, page);
        return $"rename {path} to {renamed}";
    }

    private string Link(string from)
    {
        var target = random.Next(5) == 0 ? Pick(Words) + ".md" : Pick(pages.Keys.DefaultIfEmpty("index.md").ToArray());
        var anchor = random.Next(3) == 0 ? "#" + Pick(Words) + "-" + Pick(Words) : "";
        return random.Next(6) switch
        {
            0 => "![picture](/images/one.png) and ![other](/images/two.png)",
            1 => $"See [there](/{target[..^3]}/{anchor}).",
            2 => $"See [tag](/tags/red/) and [top](#{Pick(Words)}).",
            _ => $"See [that](/{target}{anchor}).",
        };
    }

    private string Set(string path, string key, string? value) => Change(path, $"{key}={value}", page =>
    {
        if (value is null) page.Matter.Remove(key);
        else page.Matter[key] = value;
    });

    private string Change(string path, string what, Action<PageFile> change)
    {
        change(pages[path]);
        Put(path, pages[path]);
        return $"{path}: {what}";
    }

    private string Setting(string key, string? value)
    {
        if (value is null) settings.Remove(key);
        else settings[key] = value;
        WriteSettings();
        return $"setting {key}={value}";
    }

    private string Touch(string path, Func<string, string> change)
    {
        Reader.Write(path, change(Reader.Text(path)));
        touched[path] = counter;
        return "change " + path;
    }

    private void Put(string path, PageFile page)
    {
        pages[path] = page;
        Reader.Write("content/" + path, page.ToString());
    }

    private void WriteSettings() => Reader.Write("publisher.yml", string.Concat(settings.Select(pair => $"{pair.Key}: {pair.Value}\n")));

    private string Title() => Capital(Pick(Words)) + " " + Pick(Words);

    private string Sentence() => Capital(string.Join(' ', Enumerable.Range(0, random.Next(4, 12)).Select(_ => Pick(Words)))) + ".";

    private string Date() => $"2026-0{random.Next(1, 9)}-{random.Next(10, 28)}";

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Join(string folder, string name) => folder.Length == 0 ? name : folder + "/" + name;

    private static byte[] Png(int width, int height) =>
        [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R', 0, 0, 0, (byte)width, 0, 0, 0, (byte)height];

    private sealed class PageFile
    {
        public SortedDictionary<string, string> Matter { get; } = new(StringComparer.Ordinal);

        public List<string> Body { get; } = [];

        public override string ToString()
        {
            var text = new StringBuilder("---\n");
            foreach (var (key, value) in Matter) text.Append(key).Append(": ").Append(value).Append('\n');
            return text.Append("---\n\n").Append(string.Join("\n\n", Body)).Append('\n').ToString();
        }
    }
}
