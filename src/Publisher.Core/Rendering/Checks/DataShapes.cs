using Publisher.Configuration;
using Publisher.Model;
using Publisher.Rendering.Views;
using Publisher.Scriban.Checks;
using Publisher.Scriban.Values;

namespace Publisher.Rendering.Checks;

/// <summary>What a site's own data (front matter, settings, data files) add to what templates can ask.</summary>
internal static class DataShapes
{
    public static IReadOnlyDictionary<ObjectType, Shape> Of(Site site, IReadOnlyCollection<string> keys)
    {
        var anything = keys.ToDictionary(key => key, _ => (Func<Shape?>)(() => null));
        var own = anything.Where(key => EntryView.Instance.Find(key.Key) is null).ToDictionary();
        var matter = new NamedShape(own, lax: false) { Unlisted = JekyllNames.Find };
        var ofSite = new Dictionary<string, Func<Shape?>> { ["params"] = Once(() => OfNode(site.Settings.Params)) };
        foreach (var (name, value) in site.Settings.Params.Entries)
            if (SiteView.Instance.Find(name.Text) is null) ofSite.TryAdd(name.Text, Once(() => OfNode(value)));
        foreach (var section in site.Index.Sections)
            if (!section.Path.IsRoot && SiteView.Instance.Find(section.Path.Value) is null)
                ofSite.TryAdd(section.Path.Value, () => EntryView.Instance.Many);
        var files = new Dictionary<string, Func<Shape?>>();
        foreach (var file in site.Data) files.TryAdd(file.Name, Once(() => OfNode(file.Content)));
        return new Dictionary<ObjectType, Shape>
        {
            [EntryView.Instance] = matter, [GeneratedView.Instance] = matter,
            [EntryView.Params] = new NamedShape(anything, lax: true),
            [SiteView.Instance] = new NamedShape(ofSite, lax: false),
            [SiteView.DataType] = new NamedShape(files, lax: false),
        };
    }

    /// <summary>Every key that the front matter of some page has, or gives to those below it.</summary>
    public static IReadOnlyCollection<string> KeysOf(Site site) =>
    [
        .. site.Index.KnownKeys.Concat(site.Entries
            .SelectMany(entry => entry.Card.Matter.Cascade?.Extra.Entries ?? []).Select(extra => extra.Key.Text)).Distinct(),
    ];

    private static Shape? OfNode(DataNode? node) => node switch
    {
        MappingNode mapping => OfMappings([mapping]),
        SequenceNode sequence => new ListShape(Once(() =>
            sequence.Items.All(item => item is MappingNode) ? OfMappings([.. sequence.Items.Cast<MappingNode>()]) : null)),
        _ => null,
    };

    /// <summary>Things alike: what one of them has, the others may have.</summary>
    private static NamedShape OfMappings(IReadOnlyList<MappingNode> all)
    {
        var members = new Dictionary<string, List<DataNode>>();
        foreach (var (key, value) in all.SelectMany(mapping => mapping.Entries))
        {
            if (!members.TryGetValue(key.Text, out var values)) members[key.Text] = values = [];
            values.Add(value);
        }
        return new NamedShape(members.ToDictionary(
            pair => pair.Key, pair => Once(() => Shape.Any(pair.Value.Select(OfNode)))), lax: true);
    }

    private static Func<Shape?> Once(Func<Shape?> make)
    {
        var made = new Lazy<Shape?>(make);
        return () => made.Value;
    }
}
