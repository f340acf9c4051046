using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Content;

/// <summary>Gives front matter its types; what does not fit is reported where it stands and counts as not said.</summary>
public static class MatterParser
{
    public static Matter Parse(MappingNode mapping, TimeZoneInfo zone, ICollection<Diagnostic> problems)
    {
        var fields = new Fields(mapping, "front matter", problems);
        var (tags, tagsAt) = Terms(fields, "tags", "tag");
        var (categories, categoriesAt) = Terms(fields, "categories", "category");
        var matter = new Matter
        {
            Title = fields.Text("title"),
            Description = fields.Text("description") ?? fields.Text("excerpt") ?? Scalar(fields, "summary"),
            Date = Date(fields, "date", zone, problems),
            Updated = Date(fields, "updated", zone, problems) ?? Date(fields, "lastmod", zone, problems)
                ?? Date(fields, "last_modified_at", zone, problems),
            Expires = Date(fields, "expires", zone, problems) ?? Date(fields, "expiry_date", zone, problems),
            Tags = tags, TagsAt = tagsAt, Categories = categories, CategoriesAt = categoriesAt,
            Authors = fields.Node("authors") is SequenceNode or ScalarNode ? fields.Texts("authors")
                : fields.Node("author") is ScalarNode or SequenceNode ? fields.Texts("author") : null,
            Aliases = fields.Texts("aliases") ?? fields.Texts("redirect_from"),
            AliasesAt = (fields.Node("aliases") ?? fields.Node("redirect_from"))?.At ?? default,
            Series = fields.Text("series"), SeriesAt = fields.Node("series")?.At ?? default,
            Image = Scalar(fields, "image"),
            Lang = fields.Text("lang"),
            Slug = fields.Text("slug"),
            Permalink = fields.Text("permalink"), PermalinkAt = fields.Node("permalink")?.At ?? default,
            Layout = fields.Text("layout"), LayoutAt = fields.Node("layout")?.At ?? default,
            Weight = fields.Whole("weight") ?? Number(fields, "order"),
            Draft = fields.Flag("draft"),
            Published = fields.Flag("published"),
        };
        if (fields.Text("kind") is { } kind)
        {
            matter = matter with { Kind = Kinds.Parse(kind) };
            if (matter.Kind is null) problems.Add(Messages.UnknownValue(fields.Node("kind")!.At, "kind", kind, Kinds.Names));
        }
        if (fields.Map("cascade") is { } cascade) matter = matter with { Cascade = Parse(cascade, zone, problems) };
        foreach (var (key, _) in fields.Rest())
            if (Swapped(key.Text) is { } meant) problems.Add(Messages.MisspeltKey(key.At, key.Text, meant));
        return matter with { Extra = mapping with { Entries = [.. Extra(fields)] } };
    }

    /// <summary>
    /// Known keys of another shape (an author as a mapping, an image with its size) stay reachable as they are.
    /// </summary>
    private static IEnumerable<KeyValuePair<ScalarNode, DataNode>> Extra(Fields fields) => fields.Rest().Concat(
        fields.Mapping.Entries
            .Where(entry => entry is { Key.Text: "author" or "authors" or "image" or "summary", Value: MappingNode })).Distinct();

    /// <summary>The known key whose letters these are in another order: any other name may be the author's own.</summary>
    private static string? Swapped(string key) => WellKnown.FirstOrDefault(known =>
        known != key && known.Length == key.Length && known.Order().SequenceEqual(key.Order()) && known[0] == key[0]);

    private static readonly string[] WellKnown =
        ["title", "description", "date", "tags", "categories", "draft", "aliases", "permalink", "layout", "weight", "series",
            "published", "expires"];

    private static string? Scalar(Fields fields, string key) => fields.Node(key) is ScalarNode scalar ? scalar.Text : null;

    private static int? Number(Fields fields, string key) =>
        fields.Node(key) is ScalarNode scalar && int.TryParse(scalar.Text, out var number) ? number : null;

    /// <summary>
    /// A list, or one text with commas between the terms (or, without any comma, blanks: Jekyll's way); the key in the singular
    /// has one term, blanks and all.
    /// </summary>
    private static (ImmutableArray<string>? Names, ImmutableArray<Location> Places) Terms(
        Fields fields, string many, string one)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var places = ImmutableArray.CreateBuilder<Location>();
        if (fields.Node(many) is ScalarNode { IsPlain: true } line)
            foreach (var term in line.Text.Split(line.Text.Contains(',') ? ',' : ' ')) Add(term, line.At);
        else if (fields.Texts(many) is not null) AddAll(fields.Node(many)!);
        else if (fields.Texts(one) is not null) AddAll(fields.Node(one)!);
        else return (null, []);
        return (names.ToImmutable(), places.ToImmutable());

        void AddAll(DataNode node)
        {
            foreach (var item in node is SequenceNode sequence ? sequence.Items : [node])
                if (item is ScalarNode { IsNull: false } scalar) Add(scalar.Text, scalar.At);
        }

        void Add(string term, Location at)
        {
            term = term.Trim();
            if (term.Length == 0 || names.Contains(term)) return;
            names.Add(term);
            places.Add(at);
        }
    }

    private static DateTimeOffset? Date(Fields fields, string key, TimeZoneInfo zone, ICollection<Diagnostic> problems)
    {
        if (fields.Node(key) is not ScalarNode scalar || scalar.Text.Length == 0) return null;
        if (PageDate.Parse(scalar.Text, zone) is { } date) return date;
        problems.Add(Messages.BadDate(scalar.At, key, scalar.Text));
        return null;
    }
}
