using Publisher.Configuration;
using Publisher.Content.Podcasts;
using Publisher.Content.Weeknotes;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Sources;

namespace Publisher.Core.Tests.Configuration;

/// <summary>Whatever stands in publisher.yml or in front matter, reading it ends, throws nothing, and says where a fault is.</summary>
public class SettingsFuzzTests
{
    private const string Settings = """
        title: A site
        base_url: https://example.org/docs/
        time_zone: Europe/Berlin
        menu: [{ title: Home, url: / }, { title: Docs, url: /docs/ }]
        permalinks: { posts: /:year/:slug/, default: pretty }
        sections: { posts: { kind: post, page_size: 3, feed: true } }
        home: { sections: [posts] }
        feeds: { formats: [rss, atom], size: 5 }
        markdown: { highlight: false, smart_punctuation: true }
        params: { a: 1, b: [x, y], c: { d: e } }
        targets: { live: { s3: { bucket: b, region: eu-central-1 }, cdn: [{ purge: "http://127.0.0.1:1/" }] } }
        exclude: ["*.tmp"]
        """;

    private const string Matter = """
        title: "Quoted: title"
        date: 2024-02-30 25:61
        tags: [a, b, "c d"]
        aliases: /old/
        weight: 3
        draft: no
        kind: weeknote
        cascade: { layout: x, tags: y }
        audio: { url: a.mp3, bytes: 1, duration: 1:02:03 }
        guests: [{ name: A }, B]
        """;

    [Fact]
    public void Any_settings_are_read() => Fuzz.Run([Settings], 3000, text =>
    {
        var source = new MemoryReader();
        source.Write("publisher.yml", text);
        var settings = SettingsParser.Parse(source.Read(), new BuildOptions(), new FixedClock().Now);
        Assert.All(settings.Diagnostics, problem => Assert.True(problem.At.Line > 0, problem.ToString()));
        Assert.EndsWith("/", settings.BaseUrl);
    });

    [Fact]
    public void Any_front_matter_is_typed() => Fuzz.Run([Matter], 3000, text =>
    {
        var problems = new List<Diagnostic>();
        if (YamlReader.Read(default, text, 1, problems) is not MappingNode mapping) return;
        var matter = MatterParser.Parse(mapping, TimeZoneInfo.Utc, problems);
        _ = Episode.AudioOf(matter, pattern => pattern);
        _ = Show.Of(matter, problems).Persons;
        _ = Person.Of(matter, "guests", "guest", "guest");
        _ = Weeknote.Of(matter, matter.Title ?? "", "s01e02", default);
        Assert.All(problems, problem => Assert.True(problem.At.Line > 0, problem.ToString()));
    });
}
