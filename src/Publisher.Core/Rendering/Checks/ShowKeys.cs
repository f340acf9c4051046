using System.Text.RegularExpressions;
using Publisher.Configuration;
using Publisher.Content.Podcasts;
using Publisher.Diagnostics;
using Publisher.Feeds.Rules;
using Publisher.Text;

namespace Publisher.Rendering.Checks;

/// <summary>The values of a podcast's or an episode's keys, one rule each.</summary>
internal sealed partial class ShowKeys(MappingNode keys, List<Diagnostic> problems)
{
    private const int MostLetters = 128;

    /// <summary>The licences that people give to podcasts, as SPDX writes them, in small letters.</summary>
    private static readonly string[] Licenses =
    [
        "cc0-1.0", "cc-by-4.0", "cc-by-sa-4.0", "cc-by-nd-4.0", "cc-by-nc-4.0", "cc-by-nc-sa-4.0", "cc-by-nc-nd-4.0",
        "cc-by-3.0", "cc-by-sa-3.0", "cc-by-nd-3.0", "cc-by-nc-3.0", "cc-by-nc-sa-3.0", "cc-by-nc-nd-3.0", "cc-pddc",
        "gfdl-1.3", "mit", "apache-2.0", "lal-1.3",
    ];

    /// <param name="categories">As the front matter was understood: one value may name many.</param>
    public void Check(IEnumerable<(string Name, Location At)> categories)
    {
        Flag("explicit", "PB0965");
        Flag("locked", "PB0975");
        if (Scalar("type") is { } type && !ItunesRules.ShowTypes.Contains(type.Text))
            Add(Messages.WrongShowType(type.At, type.Text, ItunesRules.ShowTypes), type, ItunesRules.ShowTypes);
        if (Scalar("medium") is { } medium && !PodcastRules.Media.Contains(medium.Text))
            Add(Messages.UnknownMedium(medium.At, medium.Text, PodcastRules.Media), medium, PodcastRules.Media);
        if ((Scalar("language") ?? Scalar("lang")) is { } language && !ChannelRules.IsLanguage(language.Text))
            problems.Add(Messages.WrongLanguage(language.At, language.Text, ChannelRules.Likely(language.Text)));
        if ((Scalar("id") ?? Scalar("guid")) is { } guid && !Guid.TryParseExact(guid.Text, "D", out _))
            problems.Add(Messages.GuidIsNoUuid(guid.At, guid.Text));
        if (((keys.Find("owner") as MappingNode)?.Find("email") ?? keys.Find("email")) is ScalarNode { IsNull: false } mail
            && !Mail().IsMatch(mail.Text))
            problems.Add(Messages.OwnerWithoutMail(mail.At, mail.Text) with { Hint = "write it like mail@example.org" });
        foreach (var (name, at) in categories) Category(new ScalarNode(at, name, true));
        License();
        Lengths();
        Addresses("funding", "directories", "new_feed_url", "license");
        Persons();
    }

    public void CheckEpisode()
    {
        Flag("explicit", "PB0965");
        if (Scalar("episode_type") is { } type && !ItunesRules.EpisodeTypes.Contains(type.Text))
            Add(Messages.WrongEpisodeType(type.At, type.Text, ItunesRules.EpisodeTypes), type, ItunesRules.EpisodeTypes);
        if (Scalar("season") is { } season && int.TryParse(season.Text, out var number) && number < 1)
            problems.Add(Messages.WrongNumber(season.At, "season", season.Text) with { Hint = "leave 'season' out" });
        Persons();
    }

    private ScalarNode? Scalar(string key) =>
        keys.Find(key) is ScalarNode { IsNull: false, Text.Length: > 0 } found ? found : null;

    /// <summary>A problem with the only value that may have been meant.</summary>
    private void Add(Diagnostic problem, ScalarNode node, IEnumerable<string> known) => problems.Add(
        Nearest.To(node.Text, known) is { } near ? problem with { Fixes = [new Fix(node.At, node.Text, near)] } : problem);

    private void Flag(string key, string code)
    {
        if (Scalar(key) is not { } node || node.Text.ToLowerInvariant() is "true" or "false") return;
        bool? meant = node.Text.ToLowerInvariant() switch
        {
            "yes" or "on" or "1" or "explicit" => true,
            "no" or "off" or "0" or "clean" => false,
            _ => null,
        };
        var problem = Messages.NoFlag(node.At, code, key, node.Text, meant);
        if (meant is { } right) problem = problem with { Fixes = [new Fix(node.At, node.Text, right ? "true" : "false")] };
        // YAML 1.1 has these for the same, and the feed is right; in the Podcast Index's own tag, these are the words.
        if (node.Text.ToLowerInvariant() is not ("yes" or "no" or "on" or "off")) problems.Add(problem);
        else if (key != "locked") problems.Add(problem with { Severity = Severity.Warning });
    }

    private void Category(ScalarNode node)
    {
        var (name, below) = ShowCategory.Of(node.Text);
        if (!AppleCategories.All.TryGetValue(name, out var known))
        {
            var parent = AppleCategories.All.FirstOrDefault(one => one.Value.Contains(name)).Key;
            var problem = Messages.UnknownCategory(node.At, name, parent is not null ? $"write {parent} > {name}"
                : AppleCategories.Former.TryGetValue(name, out var now) ? $"Apple has '{now}' for it now"
                : Near(name, AppleCategories.All.Keys) is { } near ? $"did you mean '{near}'?" : null);
            Tell(problem, parent is not null && below is null ? $"{parent} > {name}"
                : Near(name, AppleCategories.All.Keys) is { } meant ? node.Text.Replace(name, meant) : null);
        }
        else if (below is not null && !known.Contains(below))
        {
            var meant = Near(below, known);
            Tell(Messages.UnknownSubcategory(node.At, below, name, meant is not null ? $"did you mean '{meant}'?"
                    : known.Length > 0 ? "one of " + string.Join(", ", known) : "it has none: leave the subcategory out"),
                meant is null ? null : node.Text.Replace(below, meant));
        }

        void Tell(Diagnostic problem, string? text) =>
            problems.Add(text is null ? problem : problem with { Fixes = [new Fix(node.At, node.Text, text)] });
    }

    private static string? Near(string name, IEnumerable<string> known) => Nearest.To(name.Replace(" and ", " & "), known);

    private void License()
    {
        if ((keys.Find("license") is MappingNode map ? map.Find("name") : keys.Find("license")) is not ScalarNode node
            || node.IsNull || node.Text.Contains("://") || (keys.Find("license") as MappingNode)?.Find("url") is not null) return;
        if (!Slug().IsMatch(node.Text) || !Licenses.Contains(node.Text) && Nearest.To(node.Text, Licenses) is not null)
            problems.Add(Messages.UnknownLicense(node.At, node.Text.Replace(' ', '-'), Licenses));
    }

    private void Lengths()
    {
        foreach (var key in new[] { "funding", "location", "update_frequency" })
            foreach (var item in keys.Find(key) is SequenceNode list ? list.Items : keys.Find(key) is { } one ? [one] : [])
                if (((item as MappingNode)?.Find("text") ?? (item as MappingNode)?.Find("name") ?? item) is ScalarNode text
                    && text.Text.Length > MostLetters && !text.Text.Contains("://"))
                    problems.Add(Messages.TooLongToShow(text.At, key, text.Text.Length, MostLetters));
    }

    private void Addresses(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            foreach (var node in Below(keys.Find(name)))
                if (node.Text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
                    problems.Add(Messages.FeedAddressNotHttps(node.At, name, node.Text));
    }

    private static IEnumerable<ScalarNode> Below(DataNode? node) => node switch
    {
        ScalarNode scalar => [scalar],
        SequenceNode list => list.Items.SelectMany(Below),
        MappingNode map => map.Entries.SelectMany(entry => Below(entry.Value)),
        _ => [],
    };

    private void Persons()
    {
        foreach (var key in new[] { "persons", "hosts", "guests" })
            foreach (var person in (keys.Find(key) is SequenceNode list ? list.Items
                : keys.Find(key) is { } one ? [one] : []).OfType<MappingNode>())
            {
                if (person.Find("name") is not ScalarNode { IsNull: false, Text.Length: > 0 } name)
                    problems.Add(Messages.PersonWithoutName(person.At));
                else if (name.Text.Length > MostLetters)
                    problems.Add(Messages.TooLongToShow(name.At, "name", name.Text.Length, MostLetters));
                OneOf(person, "role", PodcastTaxonomy.Roles);
                OneOf(person, "group", PodcastTaxonomy.Groups);
            }
    }

    private void OneOf(MappingNode person, string key, string[] known)
    {
        if (person.Find(key) is ScalarNode { IsNull: false, Text.Length: > 0 } node
            && !known.Contains(node.Text.ToLowerInvariant().TrimEnd('.')))
            problems.Add(Messages.UnknownRole(node.At, key, node.Text, known));
    }

    [GeneratedRegex(@"^[^\s@]+@[^\s@]+\.[^\s@]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    [GeneratedRegex("^[a-z0-9][a-z0-9.+-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();
}
