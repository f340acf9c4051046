using Publisher.Scriban.Functions;

namespace Publisher.Scriban.Liquid;

/// <summary>
/// The group <c>liquid</c>: every filter of Liquid 5, and those of Jekyll 4.4 that need no site. Where both define one (where,
/// find, sort), Jekyll's is meant. All behave as the real ones, which a test compares them with; what differs on purpose:
/// <list type="bullet">
/// <item>where and find without a value, an error in Jekyll, mean what they mean in Liquid.</item>
/// <item>sample draws the same items each time, as the same sources must give the same site.</item>
/// <item>A date lies in the years 1 to 9999 and is kept to 100 nanoseconds: .NET has no others.</item>
/// <item>%Z knows the usual zones' short names and prints the offset of others; a date written with an offset has none.</item>
/// <item>A date is one item: Ruby takes it for the list of its parts where a list is wanted.</item>
/// <item>sort_natural keeps the order of items without the property, and base64 decodes to UTF-8, as in Liquid from 5.5.</item>
/// <item>What decodes to no UTF-8 is a fault, as it could not be printed.</item>
/// <item>uri_escape leaves compatibility characters (ﬁ, ½) as they are: .NET needs the system's data to change them.</item>
/// <item>array_to_sentence_string of an object is a fault; Jekyll prints the connector alone.</item>
/// <item>An expression that cannot be read is a fault also for an empty list; empty and blank mean in it what they do
/// elsewhere.</item>
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
