using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Content;

/// <summary>Gives front matter its types; what does not fit is reported where it stands and counts as not said.</summary>
public static class MatterParser
{
    private static readonly string[] DescriptionKeys = ["description", "excerpt", "summary"];

    public static Matter Parse(MappingNode mapping, TimeZoneInfo zone, ICollection<Diagnostic> problems)
    {
        var fields = new Fields(mapping, "front matter", problems);
        var (tags, tagsAt) = Terms(fields, "tags", "tag");
        var (categories, categoriesAt) = Terms(fields, "categories", "category");
        var aliases = fields.Texts("aliases");
        var redirects = fields.Texts("redirect_from");
        var matter = new Matter
        {
            Title = Name(fields, "title"), TitleAt = fields.Node("title")?.At ?? default,
            Description = First(fields.Text("description"), fields.Text("excerpt"), fields.Text("summary")),
            DescriptionAt = First(fields.Node("description"), fields.Node("excerpt"), fields.Node("summary"))?.At ?? default,
            DescriptionKey = DescriptionKeys.FirstOrDefault(key => mapping.Find(key) is ScalarNode { IsNull: false }),
            Date = Date(fields, "date", zone, problems),
            Updated = Date(fields, "updated", zone, problems, "lastmod", "last_modified_at"),
            Expires = Date(fields, "expires", zone, problems, "expiry_date"),
            Tags = tags, TagsAt = tagsAt, Categories = categories, CategoriesAt = categoriesAt,
            Authors = First(Authors(fields, "authors", problems), Authors(fields, "author", problems)),
            Aliases = aliases ?? redirects,
            AliasesAt = (aliases is null ? fields.Node("redirect_from") : fields.Node("aliases"))?.At ?? default,
            Series = Name(fields, "series"), SeriesAt = fields.Node("series")?.At ?? default,
            Image = Image(fields, problems),
            Lang = fields.Language("lang"),
            Id = First(Name(fields, "id"), Name(fields, "guid")),
            IdAt = (fields.Node("id") ?? fields.Node("guid"))?.At ?? default,
            Feed = fields.Flag("feed"),
            Slug = Name(fields, "slug"), SlugAt = fields.Node("slug")?.At ?? default,
            Permalink = Name(fields, "permalink"), PermalinkAt = fields.Node("permalink")?.At ?? default,
            Layout = Name(fields, "layout"), LayoutAt = fields.Node("layout")?.At ?? default,
            Weight = First(fields.Whole("weight"), fields.Whole("order")),
            Draft = fields.Flag("draft"),
            Published = fields.Flag("published"),
        };
        if (Name(fields, "kind") is { } kind)
        {
            matter = matter with { Kind = Kinds.Parse(kind) };
            if (matter.Kind is null) problems.Add(Messages.UnknownValue(fields.Node("kind")!.At, "kind", kind, Kinds.Names));
        }
        if (Name(fields, "templating") is { } language)
        {
            matter = matter with { Templating = Templatings.Parse(language) };
            if (matter.Templating is null)
                problems.Add(Messages.UnknownValue(fields.Node("templating")!.At, "templating", language, Templatings.Names));
        }
        if (fields.Map("cascade") is { } cascade) matter = matter with { Cascade = Parse(cascade, zone, problems) };
        foreach (var (key, _) in fields.Rest())
            if (Swapped(key.Text) is { } meant) problems.Add(Messages.MisspeltKey(key.At, key.Text, meant));
        return matter with { Extra = mapping with { Entries = [.. Extra(fields)] } };
    }

    /// <summary>
    /// Known keys of another shape (an author as a mapping, an image with its size) stay reachable as they are, and those whose
    /// names a site may have used for itself.
    /// </summary>
    private static IEnumerable<KeyValuePair<ScalarNode, DataNode>> Extra(Fields fields) => fields.Rest().Concat(
        fields.Mapping.Entries
            .Where(entry => entry is { Key.Text: "author" or "authors" or "image",
                Value: MappingNode } or { Key.Text: "id" or "guid" }))
        .Distinct();

    /// <summary>The known key whose letters these are in another order: any other name may be the author's own.</summary>
    private static string? Swapped(string key) => WellKnown.FirstOrDefault(known =>
        known != key && known.Length == key.Length && known.Order().SequenceEqual(key.Order()) && known[0] == key[0]);

    private static readonly string[] WellKnown =
        ["title", "description", "date", "tags", "categories", "draft", "aliases", "permalink", "layout", "weight", "series",
            "published", "expires"];

    /// <summary>The first that is said; all are read before, so that each may be found wrong.</summary>
    private static T? First<T>(params ReadOnlySpan<T?> values)
    {
        foreach (var value in values)
            if (value is not null) return value;
        return default;
    }

    /// <summary>A text that names something: an empty one does not.</summary>
    private static string? Name(Fields fields, string key) =>
        fields.Text(key) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static string? Image(Fields fields, ICollection<Diagnostic> problems)
    {
        var node = fields.Node("image");
        var path = node is MappingNode map ? map.Find("path") ?? map.Find("url") ?? map.Find("src") : node;
        if (path is ScalarNode scalar) return scalar.Text.Length > 0 ? scalar.Text : null;
        if (node is not null)
            problems.Add(Messages.WrongType(node.At, "image", "a path or an address, or a mapping with a 'path'"));
        return null;
    }

    /// <summary>Names, or mappings that hold a name among other things.</summary>
    private static ImmutableArray<Person>? Authors(Fields fields, string key, ICollection<Diagnostic> problems)
    {
        if (fields.Node(key) is not { } node) return null;
        var authors = ImmutableArray.CreateBuilder<Person>();
        foreach (var item in node is SequenceNode sequence ? sequence.Items : [node])
        {
            if (item.IsNothing()) continue;
            if (!Person.Shape.Fits(item)) problems.Add(Messages.WrongType(item.At, key, Person.Shape.Words));
            foreach (var fault in Person.Faults(item)) problems.Add(fault);
            if (Person.Of(item, "author") is { } author) authors.Add(author with { Role = "author" });
        }
        return authors.Count > 0 || node is SequenceNode { Items.IsEmpty: true } ? authors.ToImmutable() : null;
    }

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

    private static DateTimeOffset? Date(
        Fields fields, string key, TimeZoneInfo zone, ICollection<Diagnostic> problems, params ReadOnlySpan<string> others)
    {
        DateTimeOffset? found = null;
        switch (fields.Node(key))
        {
            case null or ScalarNode { Text.Length: 0 }:
                break;
            case ScalarNode scalar:
                found = PageDate.Parse(scalar.Text, zone, out var isSkipped);
                if (found is not { } date) problems.Add(Messages.BadDate(scalar.At, key, scalar.Text));
                else if (isSkipped) problems.Add(Messages.SkippedTime(scalar.At, scalar.Text, date, zone.Id));
                break;
            case var node:
                problems.Add(Messages.WrongType(node.At, key, "a date, such as 2026-11-21"));
                break;
        }
        return others.IsEmpty ? found : First(found, Date(fields, others[0], zone, problems, others[1..]));
    }
}
