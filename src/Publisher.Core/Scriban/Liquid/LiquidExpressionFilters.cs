using Publisher.Scriban.Functions;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>Jekyll's filters that evaluate a text of Liquid for each item: where_exp, find_exp and group_by_exp.</summary>
internal static class LiquidExpressionFilters
{
    public static void AddTo(FunctionGroup group) => group
        // The first item for which the condition holds.
        // `{% assign soup = page.soups | find_exp: "s", "s.serves > 2" %}{{ soup.name }}` → `Lentil`
        .Add("find_exp", "list, variable, expression", FindExp)
        // The items by what an expression gives for each.
        // `{% assign groups = page.soups | group_by_exp: "s", "s.name | slice: 0" %}{{ groups[0].name }}` → `L`
        .Add("group_by_exp", "list, variable, expression", GroupByExp)
        // The items for which the condition holds.
        // `{{ page.soups | where_exp: "s", "s.serves > 2 and s.hot" | map: "name" | join: ", " }}` → `Lentil, Leek`
        .Add("where_exp", "list, variable, expression", WhereExp);

    private static Value WhereExp(TemplateRun run, ReadOnlySpan<Value> a)
    {
        if (LiquidItems.OrValues(a[0], run) is not { } list) return a[0];
        var (expression, kept) = (Expression(run, a, TemplatePart.LiquidCondition), new ScriptArray());
        for (var i = 0; i < list.Count; i++)
        {
            var item = list.At(i, run);
            if (expression.Of(item).IsTrue) kept.Add(item);
        }
        run.Charge(kept.Count * 24L);
        return Value.FromList(kept);
    }

    private static Value FindExp(TemplateRun run, ReadOnlySpan<Value> a)
    {
        if (LiquidItems.OrValues(a[0], run) is not { } list) return a[0];
        var expression = Expression(run, a, TemplatePart.LiquidCondition);
        for (var i = 0; i < list.Count; i++)
        {
            var item = list.At(i, run);
            if (expression.Of(item).IsTrue) return item;
        }
        return Value.Null;
    }

    private static Value GroupByExp(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var list = LiquidKind.IsHash(a[0]) ? LiquidItems.Pairs(a[0], run) : a[0].Kind == ValueKind.Array ? a[0].AsList : null;
        if (list is null) return a[0];
        var (expression, groups) = (Expression(run, a, TemplatePart.LiquidValue), new LiquidGroups(run));
        for (var i = 0; i < list.Count; i++)
        {
            var item = list.At(i, run);
            groups.Add(expression.Of(item), item);
        }
        return groups.ToValue();
    }

    private static LiquidExpression Expression(TemplateRun run, ReadOnlySpan<Value> a, TemplatePart part) =>
        LiquidExpression.Parse(LiquidText.InFilter(a[2], run), LiquidText.InFilter(a[1], run), part, run);
}
