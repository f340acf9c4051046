using Publisher.Diagnostics;
using Publisher.Rendering.Views;
using Publisher.Scriban.Checks;
using Publisher.Scriban.Liquid;
using Publisher.Scriban.Syntax;

namespace Publisher.Rendering.Checks;

/// <summary>
/// Finds <c>{{ site.baseurl }}{{ page.url }}</c>, as templates of Jekyll have it: a page's address here begins with the base
/// path already.
/// </summary>
internal static class BasePathCheck
{
    public static IEnumerable<Diagnostic> Of(CheckedTemplate file, TemplateFamily family)
    {
        if (file.Template is not { IsValid: true } template) yield break;
        foreach (var (before, after) in template.Tree.Descendants().Prepend(template.Tree).SelectMany(Pairs))
        {
            if (IsBasePath(Printed(before)) && Printed(after) is MemberAccess address && IsOfPage(address, file, family))
                yield return Messages.BasePathTwice(template.LocationOf(before.At), Expressions.NameOf(address));
        }
    }

    /// <summary>What is printed without anything between it: one after the other, or put together by a filter.</summary>
    private static IEnumerable<(Expression Before, Expression After)> Pairs(Node node)
    {
        if (node is Pipe { From: var from, To: Call { Arguments: [{ Value: var added }] } call } && FilterOf(call) is var filter)
        {
            if (filter == "append") yield return (from, added);
            else if (filter == "prepend") yield return (added, from);
        }
        if (node is not Block block) yield break;
        for (var i = 1; i < block.Statements.Length; i++)
        {
            if (block.Statements[i - 1] is ExpressionStatement { Expression: var before }
                && block.Statements[i] is ExpressionStatement { Expression: var after }) yield return (before, after);
        }
    }

    private static bool IsBasePath(Expression value) =>
        value is MemberAccess { Name: "baseurl" or "base_path", Target: GlobalName { Name: "site" } };

    /// <summary>Without what only says how it is printed.</summary>
    private static Expression Printed(Expression value) => value is Pipe { From: var from, To: MemberAccess
    {
        Target: GlobalName { Name: LiquidNodes.TagGroup or "html" }, Name: "text" or "raw",
    } } ? Printed(from) : value;

    private static string FilterOf(Call call) =>
        call.Target is MemberAccess { Target: GlobalName { Name: LiquidNodes.FilterGroup } } filter ? filter.Name : "";

    private static bool IsOfPage(MemberAccess address, CheckedTemplate file, TemplateFamily family) => address.Name == "url"
        && family.Inference.Of(address.Target, new Place(file)) is { } shape
        && (shape == EntryView.Instance.One || shape == GeneratedView.Instance.One);
}
