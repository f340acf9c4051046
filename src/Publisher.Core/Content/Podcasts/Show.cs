using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Content.Podcasts;

/// <summary>A category as Apple has it, with the one below it.</summary>
public sealed record ShowCategory(string Name, string? Below)
{
    /// <summary><c>News &gt; Tech News</c>, also with a slash.</summary>
    public static ShowCategory Of(string text)
    {
        var parts = text.Split(" > ", 2, StringSplitOptions.TrimEntries);
        if (parts.Length == 1) parts = text.Split(" / ", 2, StringSplitOptions.TrimEntries);
        return new ShowCategory(parts[0], parts.Length == 2 && parts[1].Length > 0 ? parts[1] : null);
    }
}

/// <summary>A podcast's settings, as the front matter of its section's index page has them.</summary>
public sealed record Show
{
    /// <summary>With long notes and many chapters this is just below the 5 MB at which feeds are refused.</summary>
    private const int MostInFeed = 250;

    public ImmutableArray<ShowCategory> Categories { get; init; } = [];

    public string? OwnerName { get; init; }

    public string? OwnerEmail { get; init; }

    /// <summary>Square, 1400 to 3000 pixels: an address like any other in front matter.</summary>
    public string? Artwork { get; init; }

    public string? Language { get; init; }

    public bool IsExplicit { get; init; }

    /// <summary>episodic or serial.</summary>
    public string Type { get; init; } = "episodic";

    public string? Copyright { get; init; }

    public NamedLink? License { get; init; }

    /// <summary>Where else the show can be heard.</summary>
    public ImmutableArray<NamedLink> Directories { get; init; } = [];

    public ImmutableArray<NamedLink> Funding { get; init; } = [];

    public ImmutableArray<Person> Persons { get; init; } = [];

    public bool IsLocked { get; init; } = true;

    public string Medium { get; init; } = "podcast";

    public string? NewFeedUrl { get; init; }

    /// <summary>Which services may not show it, or may.</summary>
    public ImmutableArray<ServiceBlock> Blocks { get; init; } = [];

    /// <summary>Whether Apple may not show it: it is named, or all are and it is not.</summary>
    public bool IsBlocked => (Blocks.FirstOrDefault(block => block.Service == "apple")
        ?? Blocks.FirstOrDefault(block => block.Service is null))?.IsBlocked ?? false;

    public bool IsComplete { get; init; }

    public string? Location { get; init; }

    /// <summary>Proofs of ownership by their purpose: <c>applepodcastsverify</c>.</summary>
    public ImmutableArray<NamedLink> Texts { get; init; } = [];

    /// <summary>The guids of other shows' feeds.</summary>
    public ImmutableArray<string> Podroll { get; init; } = [];

    public string? UpdateFrequency { get; init; }

    public ImmutableArray<Payment> Payments { get; init; } = [];

    public Chat? Chat { get; init; }

    /// <summary>The feed of those who publish this show and others.</summary>
    public RemoteFeed? Publisher { get; init; }

    /// <summary>Whether who serves the feed tells of changes by Podping.</summary>
    public bool UsesPodping { get; init; }

    /// <summary>Episodes in one document of the feed; older ones are in further documents (RFC 5005).</summary>
    public int FeedSize { get; init; } = MostInFeed;

    /// <summary>Who hosts each episode that names nobody of its own.</summary>
    public static IEnumerable<Person> HostsOf(Matter matter) => PersonsOf(matter).Where(person => person.IsHost);

    public static Show Of(Matter matter, ICollection<Diagnostic> problems)
    {
        var fields = new Fields(matter.Extra, "the show", problems);
        var owner = fields.Node("owner");
        foreach (var key in new[] { "hosts", "host", "persons", "person" })
            foreach (var person in fields.Items(key, Person.Shape))
                foreach (var fault in Person.Faults(person)) problems.Add(fault);
        foreach (var key in new[] { "directories", "funding", "license", "new_feed_url" })
            foreach (var fault in NamedLink.Scripts(matter.Extra.Find(key))) problems.Add(fault);
        return new Show
        {
            Categories = [.. (matter.Categories ?? []).Select(ShowCategory.Of)],
            OwnerName = owner is MappingNode map ? new Fields(map, "owner", problems).Text("name") : fields.Words("owner"),
            OwnerEmail = owner is MappingNode mail ? new Fields(mail, "owner", problems).Text("email") : fields.Text("email"),
            Artwork = fields.Text("artwork") ?? matter.Image,
            Language = fields.Language("language") ?? matter.Lang,
            IsExplicit = fields.Flag("explicit") ?? false,
            Type = fields.Text("type") ?? "episodic",
            Copyright = fields.Text("copyright"),
            License = Links(fields, "license", "name", Licence).FirstOrDefault(),
            Directories = Links(fields, "directories", "name", NamedLink.Shape),
            Funding = Links(fields, "funding", "text", NamedLink.Shape),
            Persons = PersonsOf(matter),
            IsLocked = fields.Flag("locked") ?? true,
            Medium = fields.Text("medium") ?? "podcast",
            NewFeedUrl = fields.Words("new_feed_url") is { } url && !Urls.IsScript(url) ? url : null,
            Blocks = ServiceBlock.ListOf(fields, problems), IsComplete = fields.Flag("complete") ?? false,
            Location = fields.Words("location"),
            Texts = Links(fields, "verify", "purpose", Proof),
            Podroll = [.. fields.Items("podroll", FeedGuid).Select(guid => guid.TextOrNull()!).Where(guid => guid is not null)],
            UpdateFrequency = fields.Words("update_frequency"),
            Payments = Payment.ListOf(fields.Node(Payment.Key), problems),
            Chat = Chat.Of(fields.Node(Chat.Key), problems),
            Publisher = RemoteFeed.Of(fields.Node("publisher"), problems),
            UsesPodping = fields.Flag("podping") ?? false,
            FeedSize = fields.Whole("feed_size", 1) ?? MostInFeed,
        };
    }

    /// <summary>
    /// What a feed is known by among all podcasts: a UUID (version 5) of its address without the scheme and the last slash, as
    /// the Podcasting 2.0 name space has it.
    /// </summary>
    public static Guid GuidOf(string feedUrl)
    {
        var name = feedUrl[(feedUrl.IndexOf("://", StringComparison.Ordinal) + 3)..].TrimEnd('/');
        var space = new Guid("ead4c236-bf58-58c6-a2c6-a6b28d128cb6").ToByteArray(bigEndian: true);
        var hash = SHA1.HashData([.. space, .. Encoding.UTF8.GetBytes(name)])[..16];
        hash[6] = (byte)(hash[6] & 0x0F | 0x50);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new Guid(hash, bigEndian: true);
    }

    private static ImmutableArray<Person> PersonsOf(Matter matter) =>
        [.. Person.Of(matter, "hosts", "host", "host"), .. Person.Of(matter, "persons", "person", "host")];

    private static readonly ItemShape
        Licence = new("one licence's name, like cc-by-4.0, or { name: …, url: https://… }",
            item => item.IsWords() || item is MappingNode map && (map.Find("name") ?? map.Find("url")).IsWords()),
        Proof = new("{ applepodcastsverify: … }, with what the directory gave you",
            item => item.IsWords() || item is MappingNode { Entries: { IsEmpty: false } entries }
                && entries.All(entry => entry.Value is ScalarNode { IsNull: false })),
        FeedGuid = new("a list of other shows' guids, like 917393e3-1b1e-5cef-ace4-edaa54e1f810",
            item => Guid.TryParseExact(item.TextOrNull(), "D", out _));

    private static ImmutableArray<NamedLink> Links(Fields fields, string key, string name, ItemShape shape) =>
        NamedLink.ListOf(fields.Items(key, shape), name);
}
