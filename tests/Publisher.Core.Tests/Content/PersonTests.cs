using Publisher.Configuration;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Core.Tests.Content;

public class PersonTests
{
    [Theory]
    [InlineData("guest: Ada", "Ada:guest")]
    [InlineData("guest: ' Ada '", "Ada:guest")]
    [InlineData("guests: Ada", "Ada:guest")]
    [InlineData("guests: [Ada, { name: Grace, role: Guest Host }, { role: nobody }, '']", "Ada:guest Grace:Guest Host")]
    [InlineData("guest: { name: Ada }", "Ada:guest")]
    [InlineData("guest: [Ada, Grace]", "Ada:guest Grace:guest")]
    [InlineData("guest: Ada\nguest_3: Linus", "Ada:guest Linus:guest")]
    [InlineData("guests: []\nguest: Ada", "Ada:guest")]
    [InlineData("guests: [Ada]\nguest: Grace\nguest_2: Ada", "Ada:guest Grace:guest")]
    [InlineData("guests: [Ada]\nguest: [Grace, Linus]", "Ada:guest Grace:guest Linus:guest")]
    [InlineData("guests: [7, true, '7', Nan]", "7:guest Nan:guest")]
    [InlineData("guest:\nguest_avatar: a.png", "")]
    public void Guests_are_named_by_lists_mappings_and_flat_keys(string yaml, string expected) =>
        Assert.Equal(expected, string.Join(' ', Person.GuestsOf(Matter(yaml)).Select(guest => $"{guest.Name}:{guest.Role}")));

    [Theory]
    [InlineData("guest: Ada\nguest_avatar: a.png\nguest_website: https://ada.example/\nguest_twitter: '@ada'", "a.png", "ada.example https://ada.example/; Twitter https://twitter.com/ada")]
    [InlineData("guest_2: Ada\nguest_2_avatar: a.png\nguest_2_github: ada", "a.png", "GitHub https://github.com/ada")]
    [InlineData("guest_2: Ada\nguest_avatar_2: a.png\nguest_website_2: https://ada.example/x/", "a.png", "ada.example/x https://ada.example/x/")]
    [InlineData("guests: { name: Ada, photo: a.png, mastodon: '@ada@social.example' }", "a.png", "Mastodon https://social.example/@ada")]
    [InlineData("guests: { name: Ada, mastodon: ada, bluesky: 'https://bsky.app/profile/ada.example' }", null, "Bluesky https://bsky.app/profile/ada.example")]
    [InlineData("guests: { name: Ada, url: 'https://a.example', links: ['https://a.example', { title: B, url: 'https://b.example' }, { C: 'https://c.example' }, nothing] }", null,
        "a.example https://a.example; B https://b.example; C https://c.example")]
    public void What_is_told_of_a_guest_is_found_in_every_spelling(string yaml, string? image, string links)
    {
        var guest = Assert.Single(Person.GuestsOf(Matter(yaml)));
        Assert.Equal(image, guest.Image);
        Assert.Equal(links, string.Join("; ", guest.Links.Select(link => $"{link.Name} {link.Url}")));
    }

    [Theory]
    [InlineData("hosts: [Grace]", "Ada, Linus, Grace")]
    [InlineData("title: x", "Ada, Linus, Eve, Otto")]
    public void The_shows_hosts_count_where_an_episode_names_none(string yaml, string expected)
    {
        var show = Matter("host: Eve\npersons: [{ name: Mallory, role: audio editor }, { name: Otto, role: Co-Host }]");
        var people = Person.In(Matter("author: Ada\nguest: Linus\n" + yaml), Kind.Episode, () => show);
        Assert.Equal(expected, string.Join(", ", people.Select(person => person.Name)));
    }

    [Fact]
    public void What_flat_keys_tell_of_somebody_in_a_list_is_told_of_them()
    {
        var guest = Assert.Single(Person.GuestsOf(Matter("guests: [{ name: Ada, avatar: a.png }]\nguest: Ada\nguest_avatar: b.png\nguest_github: ada")));
        Assert.Equal(("a.png", "https://github.com/ada"), (guest.Image, guest.Link));
    }

    [Theory]
    [InlineData("host: Ada", "hosts: [Bob]")]
    [InlineData("hosts: Ada", "host: Bob\nhost_2: Linus")]
    public void Whom_a_page_names_replaces_whom_its_section_names_in_any_spelling(string own, string section)
    {
        var matter = Matter(own);
        Assert.Equal(["Ada"], Person.HostsOf(matter.Over(Matter(section, "index.md"))).Select(host => host.Name));
    }

    [Fact]
    public void Only_authors_made_what_is_no_episode() =>
        Assert.Equal(["Ada"], Person.In(Matter("author: Ada\nguest: Linus"), Kind.Post, () => null).Select(person => person.Name));

    private static Matter Matter(string yaml, string file = "a.md")
    {
        var problems = new List<Diagnostic>();
        var node = Assert.IsType<MappingNode>(YamlReader.Read(new SitePath(file), yaml, 1, problems));
        var matter = MatterParser.Parse(node, TimeZoneInfo.Utc, problems);
        Assert.Empty(problems);
        return matter;
    }
}
