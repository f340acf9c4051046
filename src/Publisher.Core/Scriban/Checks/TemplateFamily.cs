using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Checks;

/// <summary>
/// Templates that may include each other, looked at together: which names one may meet, and what is known of their values.
/// Where anything is in doubt it is unknown, so that nothing is called a mistake that some run could do well.
/// </summary>
/// <param name="all">Every template, also those that none includes.</param>
/// <param name="byName">Those that can be included, by each name that means them; a Liquid tag's by its function.</param>
/// <param name="added">What the host's data add to its types.</param>
public sealed class TemplateFamily(
    Globals globals, IReadOnlyList<CheckedTemplate> all, IReadOnlyDictionary<string, CheckedTemplate> byName,
    IReadOnlyDictionary<ObjectType, Shape> added)
{
    private readonly Dictionary<CheckedTemplate, List<CheckedTemplate>> reach = [];
    private readonly Dictionary<(CheckedTemplate, string), IReadOnlyList<Setter>> setters = [];
    private Dictionary<CheckedTemplate, List<CheckedTemplate>>? includers;
    private Dictionary<CheckedTemplate, List<Inclusion>>? inclusionsOf;
    private bool someIncludeAnything;

    /// <summary>What to suggest for an unknown variable, of which perhaps a member is asked; null for the nearest name.</summary>
    public Func<string, string?, string?> Suggests { get; init; } = (_, _) => null;

    /// <summary>
    /// What to write for a name, or a member (<c>site.collections</c>), that templates made for another program have; such a one
    /// is told also where it is asked whether it is there.
    /// </summary>
    public Func<string, string?> Advice { get; init; } = _ => null;

    /// <summary>The names that are told where an include is not found.</summary>
    public required IReadOnlyList<string> IncludeNames { get; init; }

    /// <summary>These, and every template that may come to be included from them.</summary>
    public IReadOnlySet<CheckedTemplate> ReachedFrom(IEnumerable<CheckedTemplate> templates) =>
        Closure(templates, file => file.SetsAnything ? byName.Values : IncludedBy(file)).ToHashSet();

    internal Inference Inference => field ??= new Inference(this);

    internal Globals Globals => globals;

    internal IReadOnlyDictionary<ObjectType, Shape> Added => added;

    /// <summary>The one that runs, where only what it includes is of interest, and not who else includes that.</summary>
    public CheckedTemplate? Alone { get; init; }

    /// <summary>What is wrong in one of the templates, in order of place.</summary>
    public ImmutableArray<Diagnostic> Check(CheckedTemplate template) =>
        template.Template is { } whole ? new TemplateChecker(this, template, whole).Check() : [];

    /// <summary>What the checks of others need to know of a template, when its own is done.</summary>
    public CheckedTemplate OutlineOf(CheckedTemplate template) => template.Outline(Inference);

    /// <summary>Whether any template may include this one.</summary>
    public bool IsIncluded(CheckedTemplate template) => InclusionsOf(template) is not { Count: 0 };

    internal CheckedTemplate? Find(string name) => byName.GetValueOrDefault(name);

    internal bool IsOpen(CheckedTemplate file) => Reach(file).Any(other => other.SetsAnything);

    /// <summary>Every way in which a global name gets a value that may be seen in this template.</summary>
    internal IReadOnlyList<Setter> SettersOf(CheckedTemplate file, string name)
    {
        if (setters.TryGetValue((file, name), out var known)) return known;
        return setters[(file, name)] = [.. Reach(file).SelectMany(other => other.SettersOf(name))];
    }

    internal bool IsGiven(CheckedTemplate file, string name) => Reach(file).Any(other => other.Roots.ContainsKey(name));

    internal IEnumerable<string> KnownNames(CheckedTemplate file) =>
        Reach(file).SelectMany(other => other.SetNames.Concat(other.Roots.Keys)).Concat(globals.KnownNames
            .Where(name => !name.StartsWith(Liquid.LiquidNames.HostTagPrefix, StringComparison.Ordinal)));

    /// <summary>The includes of this template; null when another may include it that cannot be told of.</summary>
    internal IReadOnlyList<Inclusion>? InclusionsOf(CheckedTemplate file)
    {
        if (Alone is not null) return null;
        Link();
        return someIncludeAnything ? null : inclusionsOf!.GetValueOrDefault(file) ?? [];
    }

    /// <summary>
    /// The templates that may run together with this one, in one set of variables: those that include it, however far around,
    /// and all that these include.
    /// </summary>
    private List<CheckedTemplate> Reach(CheckedTemplate file)
    {
        if (Alone is not null) file = Alone;
        if (reach.TryGetValue(file, out var known)) return known;
        if (Alone is not null) return reach[file] = Closure([file], IncludedBy);
        Link();
        var around = Closure([file], other => includers!.GetValueOrDefault(other) ?? []);
        return reach[file] = [.. Closure(around, IncludedBy)];
    }

    private IEnumerable<CheckedTemplate> IncludedBy(CheckedTemplate file) => file.Inclusions.SelectMany(inclusion =>
        inclusion.IsOpen ? byName.Values
        : Find(inclusion.Name!) is { } found ? [found] : Enumerable.Empty<CheckedTemplate>()).Distinct();

    private void Link()
    {
        if (includers is not null) return;
        (includers, inclusionsOf) = ([], []);
        foreach (var file in all)
        {
            foreach (var included in IncludedBy(file)) Add(includers, included, file);
            foreach (var inclusion in file.Inclusions)
            {
                if (inclusion.IsOpen) someIncludeAnything = true;
                else if (Find(inclusion.Name!) is { } found) Add(inclusionsOf, found, inclusion);
            }
        }
    }

    private static void Add<T>(Dictionary<CheckedTemplate, List<T>> lists, CheckedTemplate key, T item)
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        list.Add(item);
    }

    private static List<CheckedTemplate> Closure(
        IEnumerable<CheckedTemplate> start, Func<CheckedTemplate, IEnumerable<CheckedTemplate>> next)
    {
        var found = new List<CheckedTemplate>();
        var seen = new HashSet<CheckedTemplate>();
        foreach (var one in start)
            if (seen.Add(one)) found.Add(one);
        for (var i = 0; i < found.Count; i++)
            foreach (var one in next(found[i]))
                if (seen.Add(one)) found.Add(one);
        return found;
    }
}
