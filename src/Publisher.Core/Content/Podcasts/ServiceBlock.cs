using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Content.Podcasts;

/// <summary>Whether a service may show the podcast.</summary>
/// <param name="Service">As the Podcast Index calls it; null for all that are not named.</param>
public sealed record ServiceBlock(string? Service, bool IsBlocked)
{
    public const string Key = "block";

    private const string All = "all";

    /// <summary>The services that the Podcast Index has names for, of which some read feeds.</summary>
    private static readonly string[] Known =
    [
        All, "acast", "amazon", "anchor", "apple", "audioboom", "backtracks", "bitcoin", "blubrry", "buzzsprout", "captivate",
        "castos", "fireside", "google", "hypercatcher", "libsyn", "mastodon", "megafono", "megaphone", "omnystudio", "overcast",
        "paypal", "pinecast", "podbean", "podcastaddict", "podcastindex", "podcasts.com", "podchaser", "podfriend", "podiant",
        "podigee", "podnews", "podomatic", "podserve", "podverse", "redcircle", "relayfm", "resonate", "rss.com", "shoutengine",
        "simplecast", "slack", "soundcloud", "spotify", "spreaker", "transistor", "twitter", "whooshkaa", "zencast",
    ];

    /// <summary>Of <c>true</c>, of the names of services, or of a mapping: <c>{ all: true, apple: false }</c>.</summary>
    public static ImmutableArray<ServiceBlock> ListOf(Fields fields, ICollection<Diagnostic> problems)
    {
        switch (fields.Node(Key))
        {
            case SequenceNode list:
                foreach (var item in list.Items) CheckName(item.At, item.TextOrNull() ?? "", problems);
                return [.. list.Items.Select(DataNodes.TextOrNull).OfType<string>().Select(name => Of(name, true))];
            case MappingNode map:
                foreach (var (name, _) in map.Entries) CheckName(name.At, name.Text, problems);
                var flags = new Fields(map, Key, problems);
                return [.. map.Entries.Select(entry => flags.Flag(entry.Key.Text) is { } no ? Of(entry.Key.Text, no) : null)
                    .OfType<ServiceBlock>()];
            default:
                return fields.Flag(Key) == true ? [new ServiceBlock(null, true)] : [];
        }
    }

    private static ServiceBlock Of(string name, bool isBlocked) => new(name == All ? null : name, isBlocked);

    private static void CheckName(Location at, string name, ICollection<Diagnostic> problems)
    {
        if (!Known.Contains(name)) problems.Add(Messages.UnknownService(at, name, Known));
    }
}
