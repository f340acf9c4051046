using Publisher.Scriban.Functions;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>
/// The group <c>liquid</c>: every filter of Liquid 5, and those of Jekyll 4.4 that need no site. Where both define one (where,
/// find, sort), Jekyll's is meant. All behave as the real ones, which a test compares them with; what differs on purpose:
/// <list type="bullet">
/// <item>where and find without a value, an error in Jekyll, mean what they mean in Liquid.</item>
/// <item>sample draws the same items each time, as the same sources must give the same site.</item>
/// <item>A date lies in the years 1 to 9999; there are no others in .NET.</item>
/// <item>%Z of a zone whose short name is not known here prints its offset.</item>
/// <item>What decodes to no UTF-8 is a fault, as it could not be printed.</item>
/// <item>A date's parts are no list: join and first of a date see the date.</item>
/// <item>Sizes are bounded, as <see cref="TemplateLimits"/> says.</item>
/// </list>
/// </summary>
internal static class LiquidFilters
{
    /// <summary>
    /// Adds the group. A host adds its own filters by <paramref name="more"/> (relative_url, absolute_url, markdownify, sassify,
    /// scssify need a site); one of a name that is there already takes its place.
    /// </summary>
    public static void AddTo(Globals globals, Action<FunctionGroup>? more = null)
    {
        var group = new FunctionGroup("liquid");
        LiquidArrayFilters.AddTo(group);
        LiquidDateFilters.AddTo(group);
        LiquidExpressionFilters.AddTo(group);
        LiquidJekyllFilters.AddTo(group);
        LiquidMarkupFilters.AddTo(group);
        LiquidNumberFilters.AddTo(group);
        LiquidStringFilters.AddTo(group);
        LiquidWordFilters.AddTo(group);
        more?.Invoke(group);
        group.AddTo(globals);
    }
}
