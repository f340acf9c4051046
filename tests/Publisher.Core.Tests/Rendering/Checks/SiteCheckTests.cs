using Publisher.Configuration;
using Publisher.Core.Tests.Incremental;
using Publisher.Core.Tests.Tidy;
using Publisher.Diagnostics;
using Publisher.Engine;
using Publisher.Sources;

namespace Publisher.Core.Tests.Rendering.Checks;

/// <summary>What is told of templates and texts without running them: the mistakes, where they stand, and nothing else.</summary>
public class SiteCheckTests
{
    private static readonly SourceSet BuiltIn = new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read();
    private static readonly string Corpus =
        Path.Combine(Environment.GetEnvironmentVariable("PUBLISHER_SHARED") ?? "", "corpora/running-in-production");

    public static TheoryData<string, string> Mistakes => new()
    {
        // Names.
        { "{{ titel }}", "1:4 PB0403 nothing is named 'titel' here" },
        { "{{ title }}", "1:4 PB0403 nothing is named 'title' here (did you mean 'page.title'?)" },
        { "{{ site.titel }}", "1:9 PB0404 site has no member 'titel' (did you mean 'title'?)" },
        { "{{ sitee.title }}", "1:4 PB0403 nothing is named 'sitee' here (did you mean 'site'?)" },
        { "{{ if false; colour = 'red'; end; color }}", "1:35 PB0403 nothing is named 'color' here (did you mean 'colour'?)" },
        { "{{ if false }}{{ if false }}\n  {{ nowhere }}{{ end }}{{ end }}", "2:6 PB0403 nothing is named 'nowhere' here" },
        { "{{ $one = 1; $two }}", "1:14 PB0403 nothing is named '$two' here" },
        { "{{ func f(a); a + beta; end; f 1 }}", "1:19 PB0403 nothing is named 'beta' here" },
        { "{{ upcase 'a' }}", "1:4 PB0403 nothing is named 'upcase' here (did you mean 'string.upcase'?)" },
        { "{{ 'a' | string.upcas }}", "1:17 PB0404 string has no member 'upcas' (did you mean 'upcase'?)" },
        { "{{ strin.upcase 'a' }}", "1:4 PB0403 nothing is named 'strin' here (did you mean 'string'?)" },
        // Members.
        { "{{ page.titel }}", "1:9 PB0404 page has no member 'titel' (did you mean 'title'?)" },
        { "{{ page.section.titel }}", "1:17 PB0404 page.section has no member 'titel' (did you mean 'title'?)" },
        { "{{ page.section?.titel }}", "1:18 PB0404 page.section has no member 'titel' (did you mean 'title'?)" },
        { "{{ page.date.yaer }}", "1:14 PB0404 page.date has no member 'yaer' (did you mean 'year'?)" },
        { "{{ page.title.length }}", "1:15 PB0404 page.title has no member 'length'" },
        { "{{ for p in site.pages; p.titel; end }}", "1:27 PB0404 p has no member 'titel' (did you mean 'title'?)" },
        { "{{ for p in site.pages | array.limit 3; p.titel; end }}", "1:43 PB0404 p has no member 'titel' (did you mean 'title'?)" },
        { "{{ for page in site.pages; page.titel; end }}", "1:33 PB0404 page has no member 'titel' (did you mean 'title'?)" },
        { "{{ for t in page.tags; for p in t.pages; p.section.pages[0].titel; end; end }}",
            "1:61 PB0404 p.section.pages[…] has no member 'titel' (did you mean 'title'?)" },
        { "{{ for g in by_year site.pages; for p in g.pages; p.titel; end; end }}",
            "1:53 PB0404 p has no member 'titel' (did you mean 'title'?)" },
        { "{{ s = page.section; s.titel }}", "1:24 PB0404 s has no member 'titel' (did you mean 'title'?)" },
        { "{{ $s = page.prev ?? page.next; $s.titel }}", "1:36 PB0404 $s has no member 'titel' (did you mean 'title'?)" },
        { "{{ (page.draft ? page.prev : page.next).titel }}", "1:41 PB0404 the value has no member 'titel' (did you mean 'title'?)" },
        { "{{ site.data.peple }}", "1:14 PB0404 site.data has no member 'peple' (did you mean 'people'?)" },
        { "{{ for one in site.data.people; one.nmae; end }}", "1:37 PB0404 one has no member 'nmae' (did you mean 'name'?)" },
        { "{{ site.params.acent }}", "1:16 PB0404 site.params has no member 'acent' (did you mean 'accent'?)" },
        { "{{ page.params.subtitel }}", "1:16 PB0404 page.params has no member 'subtitel' (did you mean 'subtitle'?)" },
        { "{{ page.subtitel }}", "1:9 PB0404 page has no member 'subtitel' (did you mean 'subtitle'?)" },
        // Calls.
        { "{{ string.upcase }}", "1:17 PB0406 string.upcase: 0 given where 1 is wanted (it takes text)" },
        { "{{ string.upcase 'a' 'b' }}", "1:22 PB0406 string.upcase: 2 given where 1 is wanted (it takes text)" },
        { "{{ 'a' | string.upcase 'b' }}", "1:24 PB0406 string.upcase: 2 given where 1 is wanted (it takes text)" },
        { "{{ asset }}", "1:9 PB0406 asset: 0 given where 1 is wanted (it takes name)" },
        { "{{ url 'a' of: 'b' }}", "1:4 PB0407 url has no argument 'of'" },
        { "{{ by_year }}", "1:11 PB0406 by_year: 0 given where 1 is wanted (it takes pages)" },
        { "{{ func f(a, b = 1); a; end; f }}", "1:31 PB0406 f: 0 given where 1 to 2 are wanted (it takes a, b?)" },
        { "{{ func f(a, b = 1); a; end; f 1 2 3 }}", "1:36 PB0406 f: 3 given where 1 to 2 are wanted (it takes a, b?)" },
        { "{{ func f(a, b = 1); a; end; f 1 c: 3 }}", "1:30 PB0407 f has no argument 'c' (did you mean 'a'?)" },
        { "{{ f(x) = x + 1; f 1 2 }}", "1:22 PB0406 f: 2 given where 1 is wanted (it takes x)" },
        // Includes and layouts.
        { "{{ include 'haed' }}", "1:4 PB0409 there is no template 'haed' to include (did you mean 'head'?)" },
        { "{{ 'haed' | include }}", "1:13 PB0409 there is no template 'haed' to include (did you mean 'head'?)" },
        { "{{ layout 'bsae' }}", "1:4 PB0490 there is no template 'bsae.sbn-html' for the layout 'bsae' (did you mean 'base'?)" },
        // What an include gets.
        { "{{ include 'show' page.section }}", "show:1:7 PB0404 $0 has no member 'only'" },
        { "{{ include 'named' it: page.section }}", "named:1:9 PB0404 $.it has no member 'only'" },
        { "{{ if false; include 'sets'; end; helo }}", "1:35 PB0403 nothing is named 'helo' here (did you mean 'hello'?)" },
    };

    public static TheoryData<string> Fine => new()
    {
        "{{ titel ?? 'none' }}", "{{ object.default titel 'none' }}", "{{ if page.titel ?? false }}{{ page.titel }}{{ end }}",
        "{{ if false; colour = 'red'; end; colour }}", "{{ capture text }}a{{ end }}{{ text.size }}", "{{ this.colour = 1; colour }}",
        "{{ func f; $0 + $.b; end; f 1 b: 2 }}", "{{ func f(a); b = a; b; end; f 1 }}", "{{ x = { a: 1 }; x.b }}{{ with x; a; c; end }}",
        "{{ import { late: 1 }; late }}", "{{ object.eval 'late = 1' }}{{ late }}", "{{ include 'sets' }}{{ hello }}",
        "{{ include page.layout ?? 'sets' }}{{ hello }}", "{{ page?.subtitel }}", "{{ page['titel'] }}",
        "{{ x = page; x = 'text'; x.size; x.title }}", "{{ x = page; x = { length: 1 }; x.length }}",
        "{{ page.subtitle }} {{ page.low }} {{ page.params.anything }} {{ site.params.accent.dark }} {{ site.params.analytics }}",
        "{{ for section in site.sections; section.title; for page in section.pages; page.title; end; end }}",
        "{{ for p in site.data.people; p.name; p.mail; end }}{{ site.data.people[0].name }}",
        "{{ page.self_url }} {{ page.pagination?.next_url }} {{ page.target }} {{ page.term?.name }}",
        "{{ f = @string.upcase; f 'a' }}{{ ['a'] | array.each @string.upcase }}", "{{ func f(a); ret a; end; f ...['a'] }}".Replace("...", "^"),
        "{{ for i in 1..3; for.index; for.last; end }}{{ tablerow i in 1..3; i; end }}", "{{ $x = 1; wrap f; $x; end; func f; $$; end }}",
        "{{ func f(a, b...); b; end; f 1 2 3; f 1 }}", "{{ date.now.year }}{{ empty }}{{ page.tags.size }}{{ page.tags.empty? }}",
        "{{ readonly x }}{{ x = 1 }}{{ content }}", "{{ s = page.section; s = page.section.parent; s.title }}",
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_with_its_place_and_the_nearest_name(string template, string expected)
    {
        var build = Build(template);
        var found = build.TemplateDiagnostics;
        Assert.Equal([expected], found.Select(Words));
        // What a page runs into is the same as what was found without it, so that it is told once.
        foreach (var met in build.Paths.SelectMany(path => build.Render(path)!.Diagnostics).Where(problem => problem.Code is not "PB0408"))
            Assert.Contains(found, problem => (problem.At, problem.Code, problem.Message) == (met.At, met.Code, met.Message));
    }

    [Theory, MemberData(nameof(Fine))]
    public void What_some_page_could_have_is_no_mistake(string template) =>
        Assert.Empty(Build(template).TemplateDiagnostics.Select(Words));

    [Fact]
    public void A_name_that_an_including_template_sets_is_known_to_the_included_one()
    {
        Assert.Empty(Build("{{ late = 1; include 'late' }}", ("includes/late.sbn-html", "{{ late }}")).TemplateDiagnostics);
        Assert.Single(Build("{{ include 'late' }}", ("includes/late.sbn-html", "{{ late }}")).TemplateDiagnostics);
    }

    [Fact]
    public void A_template_that_no_page_uses_and_one_that_none_includes_are_checked_too() => Assert.Equal(
        ["alone:1:9 PB0404 site has no member 'titel' (did you mean 'title'?)", "nobody:1:9 PB0404 page has no member 'titel' (did you mean 'title'?)",
            "alone:0:0 PB0415 nothing includes 'alone.sbn-html'"],
        Build("", ("includes/alone.sbn-html", "{{ site.titel }}"), ("nobody.sbn-html", "{{ page.titel }}")).TemplateDiagnostics.Select(Words));

    [Fact]
    public void A_component_sees_what_is_said_where_it_is_used() => Assert.Equal(
        ["note:1:80 PB0403 nothing is named 'titel' here (did you mean 'title'?)"],
        Build("", ("components/note.sbn-html", "{{ title.size }} {{ label }} {{ attributes.any }} {{ $.any }} {{ content }} {{ titel }} {{ include 'below' }}"),
            ("includes/below.sbn-html", "{{ label }}")).TemplateDiagnostics.Select(Words));

    [Fact]
    public void Liquid_in_a_text_is_warned_of_what_nothing_could_give()
    {
        var source = Source("{{ page.content }}",
            ("includes/mark.html", "{{ include.text }} {{ given }} {% if maybe %}{{ maybe }}{% endif %} {{ page.subtitel }} {{ nobody }}"));
        source.Write("content/liquid.md", """
            ---
            templating: liquid
            ---
            {% assign given = page.subtitle %}{% include mark.html text="a" %} {{ page.subtitel }} {{ subtitle }}
            {% for one in site.pages %}{{ one.titel }}{{ forloop.index }}{% endfor %} {{ site.accent }} {{ date }} {{ page.size }}
            {{ a-b }} {% assign c-d = 1 %}{{ c-d }} {% increment n %}{{ n }}
            """);
        var found = Build(source).TemplateDiagnostics;
        Assert.All(found, problem => Assert.Equal(Severity.Warning, problem.Severity));
        Assert.Equal(
        [
            "mark:1:77 PB0404 page has no member 'subtitel' (did you mean 'subtitle'?)",
            "mark:1:92 PB0403 nothing is named 'nobody' here",
            "4:76 PB0404 page has no member 'subtitel' (did you mean 'subtitle'?)",
            "4:91 PB0403 nothing is named 'subtitle' here (did you mean 'page.subtitle'?)",
            "5:35 PB0404 one has no member 'titel' (did you mean 'title'?)",
            "5:96 PB0403 nothing is named 'date' here (did you mean 'page.date'?)",
            "6:4 PB0403 nothing is named 'a-b' here",
        ], found.Select(Words));
    }

    [Fact]
    public void An_include_that_is_not_there_is_told_in_branches_that_nothing_takes()
    {
        var source = Source("{{ if false; include 'figrue.html'; include_join ['haed'] '' '' ''; end; include 'figure.html'; include 'all' }}",
            ("includes/figure.html", "{% if nothing %}{% include nto.html %}{% render 'figur.html' %}{% endif %}"),
            ("includes/note.html", ""), ("includes/all.sbn-html", "{{ include 'note.html' }}"), ("includes/tags/bad.html", "{% include figur.html %}"),
            ("components/box.sbn-html", "{{ if false; include 'bxo'; end }}"), ("includes/box.sbn-html", "{{ include 'head'; include 'sets' }}"));
        source.Write("content/side.md", "");
        source.Write("content/liquid.md", """
            ---
            templating: liquid
            ---
            {% if page.draft %}{% include figur.html a=1 %}{% include_relative sdie.md %}{% include_relative side.md a=1 %}{% endif %}
            {% unknown %}{% include figur.html %}
            """);
        Assert.Equal(
        [
            "box:1:14 PB0409 there is no template 'bxo' to include (did you mean 'box'?)",
            "figure:1:28 PB0409 there is no template 'nto.html' to include (did you mean 'note.html'?)",
            "figure:1:49 PB0409 there is no template 'figur.html' to include (did you mean 'figure.html'?)",
            "bad:1:12 PB0409 there is no template 'figur.html' to include (did you mean 'figure.html'?)",
            "1:14 PB0409 there is no template 'figrue.html' to include (did you mean 'figure.html'?)",
            "1:37 PB0409 there is no template 'haed' to include (did you mean 'head'?)",
            "4:31 PB0409 there is no template 'figur.html' to include (did you mean 'figure.html'?)",
            "5:4 PB0413 there is no tag 'unknown' (a file templates/includes/tags/unknown.html makes it one)",
            "5:25 PB0409 there is no template 'figur.html' to include (did you mean 'figure.html'?)",
            "4:68 PB0409 there is no template '/content/sdie.md' to include (did you mean '/content/side.md'?)",
        ], Build(source).TemplateDiagnostics.Where(problem => problem.Code != "PB0415").Select(Words));
    }

    [Fact]
    public void An_include_that_nothing_can_come_to_is_noted()
    {
        Assert.Equal(["a:0:0 PB0415 nothing includes 'a.html'", "b:0:0 PB0415 nothing includes 'b.sbn-html'", "c:0:0 PB0415 nothing includes 'c.sbn-html'"], Unused(""));
        Assert.Equal(["a:0:0 PB0415 nothing includes 'a.html'"], Unused("{{ include 'b' }}"));
        Assert.Empty(Unused("{{ include 'b'; include 'a.html' }}"));
        Assert.Empty(Unused("{{ include page.subtitle }}"));
        Assert.Empty(Unused("{{ include 'dynamic.html' }}"));
        Assert.Empty(Unused("", "---\ntemplating: liquid\n---\n{% include {{ page.title }}.html %}"));
        Assert.Empty(Unused("{{ include 'b' }}", "---\ntemplating: liquid\n---\n{% include a.html %}"));
        Assert.Empty(Unused("", "---\ntemplating: liquid\ndraft: true\n---\n{% include a.html %}"));
        Assert.Empty(Unused("", "---\ntemplating: liquid\n---\n{% include_relative x.md %}"));

        static IEnumerable<string> Unused(string page, string text = "")
        {
            var source = Source(page, ("includes/a.html", ""), ("includes/b.sbn-html", "{{ include 'c' }}"), ("includes/c.sbn-html", "{{ include 'b' }}"),
                ("includes/dynamic.html", page.Contains("dynamic") ? "{% include {{ page.title }} %}" : ""), ("includes/tags/t.html", ""));
            source.Write("templates/base.sbn-html", "{{ include 'head'; include 'sets' }}" + (page.Contains("dynamic") ? "" : "{{ include 'dynamic.html' }}"));
            source.Write("content/x.md", text);
            return Build(source).TemplateDiagnostics.Where(problem => problem.Code == "PB0415").Select(Words);
        }
    }

    [Fact]
    public void A_draft_that_is_a_template_is_checked_where_drafts_are_wanted()
    {
        var source = Source("");
        source.Write("content/liquid.md", "---\ntemplating: liquid\ndraft: true\n---\n{% if false %}{{ page.titel }}{% include nowhere.html %}{% endif %}");
        source.Write("content/later.md", "---\ntemplating: scriban\ndate: 2999-01-01\n---\n{{ if false; page.titel; end }}");
        Assert.Empty(Build(source).TemplateDiagnostics.Where(problem => problem.Code != "PB0415"));
        var all = new Builder(BuiltIn, new BuildOptions { Drafts = true, Future = true }, new FixedClock(), remembers: false);
        Assert.Equal(
        [
            "later:5:19 PB0404 page has no member 'titel' (did you mean 'title'?)",
            "5:23 PB0404 page has no member 'titel' (did you mean 'title'?)", "5:42 PB0409 there is no template 'nowhere.html' to include",
        ], all.Advance(source.Read(), default).TemplateDiagnostics.Where(problem => problem.Code != "PB0415").Select(Words));
    }

    [Fact]
    public void The_slips_in_a_real_podcast_are_found_and_nothing_else()
    {
        if (!Directory.Exists(Corpus)) return;
        var source = new MemoryReader();
        var config = File.ReadAllText(Path.Combine(Corpus, "_config.yml"));
        config = config[..config.IndexOf("# Integration configuration.", StringComparison.Ordinal)];
        source.Write("publisher.yml", "title: Running\nbase_url: https://example.org/\nparams:\n" + config.Replace("\n", "\n  ").Insert(0, "  "));
        source.Write("templates/includes/services-used.html", "{% for tag in page.tags %}{{ tag.name }} {% endfor %}");
        source.Write("templates/includes/tags/image.html", "![]({{ include.markup }})");
        source.Write("templates/includes/tags/asset_path.html", "/assets/{{ include.markup }}");
        source.Write("content/posts/index.md", "---\ncascade: { templating: liquid }\n---\n");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Corpus, "_posts"), "*.md", SearchOption.AllDirectories))
            source.Write($"content/posts/{Path.GetFileName(file)}", File.ReadAllBytes(file));
        var found = Build(source).TemplateDiagnostics;
        Assert.Equal(
        [
            "interviews 7 PB0403 nothing is named 'guest' here (did you mean 'page.guest_website'?)",
            "podcast 16 PB0403 nothing is named 'guest' here (did you mean 'page.guest_twitter'?)",
            "podcast 27 PB0404 site has no member 'guest_twitter' (did you mean 'page.guest_twitter'?)",
            "podcast 31 PB0403 nothing is named 'guest' here (did you mean 'page.guest'?)",
        ], found.Select(problem => $"{Episode(problem)} {problem.Code} {problem.Message} ({problem.Hint})").Order());

        static string Episode(Diagnostic problem)
        {
            var folder = File.Exists(Path.Combine(Corpus, "_posts/podcast", problem.At.File.Name)) ? "podcast" : "interviews";
            return $"{folder} {problem.At.File.Name.Split('-')[3]}";
        }
    }

    [Fact]
    public void The_default_theme_and_the_themes_of_tests_are_clean()
    {
        var plain = new MemoryReader();
        plain.Write("content/index.md", "# Hello\n");
        Assert.Empty(Build(plain).TemplateDiagnostics.Select(Words));

        var asked = new RandomSite(1, ownTheme: true);
        Assert.Empty(Build(asked.Reader).TemplateDiagnostics.Select(Words));

        var measured = new MemoryReader();
        var folder = Path.Combine(Repository.Root, "tests/Publisher.Benchmarks/Site");
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            measured.Write(Path.GetRelativePath(folder, file), File.ReadAllBytes(file));
        measured.Write("content/index.md", "---\n" + string.Concat("guest guest_avatar guest_website mp3 mp3_duration mp3_bytes".Split(' ').Select(key => key + ": a\n")) + "---\n");
        Assert.Empty(Build(measured).TemplateDiagnostics.Select(Words));
    }

    private static Build Build(string page, params (string Name, string Text)[] more) => Build(Source(page, more));

    private static Build Build(MemoryReader source) =>
        new Builder(BuiltIn, new BuildOptions(), new FixedClock(), remembers: false).Advance(source.Read(), default);

    private static MemoryReader Source(string page, params (string Name, string Text)[] more)
    {
        var source = new MemoryReader();
        source.Write("publisher.yml", "theme: none\nbase_url: https://example.org/\nfeeds: false\nparams: { accent: { dark: red } }\n");
        source.Write("data/people.yml", "- name: Ada\n  mail: a@example.org\n- name: Grace\n");
        source.Write("content/about.md", "---\nsubtitle: Low\n---\nAbout.\n");
        source.Write("content/docs/index.md", "---\ncascade: { low: true }\n---\nDocs.\n");
        source.Write("templates/page.sbn-html", page);
        foreach (var (name, text) in (ReadOnlySpan<(string, string)>)
            [("section", ""), ("404", "{{ include 'head'; include 'sets' }}"), ("base", "{{ content }}"), ("includes/head", "head"), ("includes/sets", "{{ hello = 1 }}")])
            source.Write($"templates/{name}.sbn-html", text);
        if (page.Contains("'show'")) source.Write("templates/includes/show.sbn-html", "{{ $0.only }}");
        if (page.Contains("'named'")) source.Write("templates/includes/named.sbn-html", "{{ $.it.only }}");
        foreach (var (name, text) in more) source.Write("templates/" + name, text);
        return source;
    }

    private static string Words(Diagnostic problem)
    {
        var file = problem.At.File.Stem is "page" or "liquid" ? "" : problem.At.File.Stem + ":";
        return $"{file}{problem.At.Line}:{problem.At.Column} {problem.Code} {problem.Message}{(problem.Hint is { } hint ? $" ({hint})" : "")}";
    }
}
