using Publisher.Diagnostics;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>
/// Jekyll's filters and tags that ask a site, for hosts that have none: a template with them can be read and converted, and says
/// what is missing when it comes to run one of them.
/// </summary>
public static class LiquidWithoutSite
{
    private static readonly string[] Filters = ["relative_url", "absolute_url", "markdownify", "sassify", "scssify"];

    private static readonly string[] Tags = ["link", "post_url"];

    /// <param name="tags">The tags that the site gives beside these.</param>
    public static Globals AddTo(Globals globals, params IEnumerable<string> tags)
    {
        LiquidFilters.AddTo(globals, static group =>
        {
            foreach (var name in Filters)
                group.Add(name, "value, arguments...", (run, _) => throw run.Fault(Messages.FilterNeedsSite(run.CallSite, name)));
        });
        foreach (var name in Tags.Concat(tags).Distinct())
            globals.Add(new HostFunction(LiquidNames.HostTagPrefix + name, "markup", (run, _) =>
                throw run.Fault(Messages.TagNeedsSite(run.CallSite, name))));
        return globals;
    }
}
