using System.Xml.Linq;

namespace Publisher.Core.Tests.Rendering;

public class PeopleTests
{
    private const string Post = "---\ntitle: Soup\nauthors: [Ada, { name: Grace, url: 'https://grace.example/' }]\n---\nHot.\n";

    [Theory]
    [InlineData("title: T\npeople: false\n")]
    [InlineData("title: T\ntheme: none\n")]
    public void Nobody_has_a_page_where_the_settings_or_the_theme_say_none(string settings)
    {
        var build = SmallSite.Build(settings, ("content/people/ada.md", "---\ntitle: Ada\n---\nCooks.\n"), ("content/posts/2026-01-01-soup.md", Post),
            ("templates/section.sbn-html", "{{ for item in page.pages }}{{ item.title }}{{ end }}"), ("templates/page.sbn-html", "{{ page.kind }}"),
            ("templates/post.sbn-html", "{{ for who in page.people }}{{ who.name }} at {{ who.url ?? who.link ?? 'none' }};{{ end }}{{ for p in site.people }}{{ p.title }}{{ end }}"));

        Assert.Equal(["people/ada/index.html", "people/index.html"], build.Paths.Select(path => path.Value).Where(path => path.StartsWith("people/", StringComparison.Ordinal)));
        Assert.Equal("page", SmallSite.Text(build, "people/ada/index.html"));
        Assert.Equal("Ada", SmallSite.Text(build, "people/index.html"));
        Assert.Equal("Ada at none;Grace at https://grace.example/;Ada", SmallSite.Text(build, "posts/soup/index.html"));
        Assert.Empty(build.Diagnostics);
    }

    [Fact]
    public void Authors_are_texts_as_they_were()
    {
        var build = SmallSite.Build("title: T\n", ("content/posts/2026-01-01-soup.md", Post), ("templates/post.sbn-html",
            "{{ page.authors | array.join ' and ' }} {{ page.authors[0] == 'Ada' }} {{ json page.authors }} {{ page.author }} {{ for name in page.authors; name | string.upcase; end }}"));

        Assert.Equal("Ada and Grace true [\"Ada\",\"Grace\"] Ada ADAGRACE", SmallSite.Text(build, "posts/soup/index.html"));
    }

    [Theory]
    [InlineData("", "Home")]
    [InlineData("title: T\n", "T")]
    [InlineData("title: ' '\nauthor: ' '\n", "http://localhost/")]
    [InlineData("title: T\nauthor: Ada\n", "Ada")]
    public void Every_atom_feed_has_an_author(string settings, string expected)
    {
        var build = SmallSite.Build(settings, ("content/posts/2026-01-01-soup.md", "Hot.\n"));

        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(SmallSite.Text(build, "atom.xml")).Root!;
        Assert.Equal(expected, feed.Element(atom + "author")!.Element(atom + "name")!.Value);
    }

    [Fact]
    public void A_person_is_found_by_whatever_page_names_them()
    {
        var build = SmallSite.Build("title: T\n", ("content/posts/2026-01-01-soup.md", Post), ("content/podcast/index.md", "---\ntitle: Talk\nhost: { name: Grace }\n---\n"),
            ("content/podcast/2026-01-02-1-salt.md", "---\ntitle: Salt\nguest: ADA\n---\n"), ("content/weeknotes/2026-01-03-w.md", "---\ntitle: Week\nauthor: Ada\n---\n"),
            ("content/docs/stove.md", "---\ntitle: Stove\nauthor: Ada\n---\n"), ("templates/person.sbn-html", "{{ for item in page.pages }}{{ item.title }} {{ end }}/ {{ for item in page.person.episodes }}{{ item.title }}{{ end }} / {{ page.person.count }}"));

        Assert.Equal("Week Salt Soup / Salt / 3", SmallSite.Text(build, "people/ada/index.html"));
        Assert.Equal("Salt Soup / Salt / 2", SmallSite.Text(build, "people/grace/index.html"));
    }
}
