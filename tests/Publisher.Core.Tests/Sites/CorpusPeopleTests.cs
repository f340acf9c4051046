using System.Text;
using System.Text.RegularExpressions;
using Publisher.Configuration;
using Publisher.Content;
using Publisher.Engine;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Core.Tests.Sites;

/// <summary>
/// The guests of a real podcast, whose front matter has them as flat keys (when the folder PUBLISHER_SHARED names is there).
/// </summary>
public partial class CorpusPeopleTests
{
    private static readonly string Corpus = Path.Combine(Environment.GetEnvironmentVariable("PUBLISHER_SHARED") ?? "", "corpora/running-in-production/_posts/podcast");

    [Fact]
    public void Every_guest_has_a_page_with_their_episodes_and_what_is_told_of_them()
    {
        if (!Directory.Exists(Corpus)) return;
        var source = new MemoryReader();
        source.Write("publisher.yml", "title: Running\nbase_url: https://example.org/\n");
        source.Write("content/podcast/index.md", "---\ntitle: Podcast\nhost: Nick Janetakis\naudio_url: 'https://media.example.org/:number.mp3'\n---\n");
        var expected = new Dictionary<string, List<SitePath>>();
        var written = new Dictionary<string, int>();
        foreach (var file in Directory.GetFiles(Corpus, "*.md").OrderDescending(StringComparer.Ordinal))
        {
            var (path, text) = (new SitePath("content/podcast/" + Path.GetFileName(file)), File.ReadAllText(file));
            source.Write(path.Value, text);
            foreach (Match line in GuestKey().Matches(text))
            {
                var (key, value) = (line.Groups[1].Value.Replace("_2", ""), line.Groups[2].Value);
                written[key] = written.GetValueOrDefault(key) + 1;
                if (key != "guest") continue;
                if (!expected.TryGetValue(Slug.Of(value), out var episodes)) expected[Slug.Of(value)] = episodes = [];
                episodes.Add(path);
            }
        }
        var build = new Builder(new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read(), new BuildOptions(), new FixedClock(), remembers: false).Advance(source.Read(), default);
        var site = build.Site;

        var guests = site.Entries.Where(entry => !entry.IsSectionIndex).SelectMany(entry => Person.GuestsOf(entry.Matter)).ToList();
        Assert.Equal((109, 108, 104, 77), (written["guest"], written["guest_avatar"], written["guest_website"], written["guest_twitter"]));
        Assert.Equal(written["guest"], guests.Count);
        Assert.Equal(written["guest_avatar"], guests.Count(guest => guest.Image is not null));
        // One guest has withdrawn (guest_website: "#"), which leads nowhere.
        Assert.Equal(written["guest_website"] - 1, guests.Count(guest => guest.Links.Any(link => link.Name != "Twitter")));
        Assert.Equal(written["guest_twitter"], guests.Count(guest => guest.Links.Any(link => link.Url.StartsWith("https://twitter.com/", StringComparison.Ordinal))));

        foreach (var (slug, episodes) in expected)
        {
            var term = site.Index.People.Find(slug);
            // The host was once the guest of his own show.
            if (slug != "nick-janetakis") Assert.Equal(episodes, term!.Pages.Select(at => site.Entries[at].Path));
            var page = build.Render(new SitePath($"people/{slug}/index.html"))!;
            Assert.False(page.Broken);
            var html = Encoding.UTF8.GetString(page.Output.Bytes.Span);
            foreach (var episode in term!.Pages.Take(50)) Assert.Contains($"href=\"{site.Entries[episode].Url}\"", html);
            var told = guests.Where(guest => Slug.Of(guest.Name) == slug).Select(guest => guest.Links).First(links => !links.IsEmpty || episodes.Count == 1);
            foreach (var link in told) Assert.Contains($"rel=\"me\" href=\"{link.Url.Replace("&", "&amp;")}\"", html);
        }
        Assert.Equal(108, site.Index.People.Find("nick-janetakis")!.Pages.Length);
        Assert.Equal(expected.Count, site.Index.People.Terms.Length);
        Assert.Empty(site.Index.People.Clashes);
    }

    [GeneratedRegex("""^(guest(?:_2)?(?:_avatar|_website|_twitter)?): "(.+)"$""", RegexOptions.Multiline)]
    private static partial Regex GuestKey();
}
