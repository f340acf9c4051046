using Publisher.Scriban.Functions;
using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>The group <c>liquid_tag</c>: what Liquid's operators and tags mean where Scriban's mean something else.</summary>
internal static class LiquidOperators
{
    public static void AddTo(Globals globals)
    {
        var group = new FunctionGroup(LiquidNodes.TagGroup)
            .Add("text", "value", static (run, a) => LiquidPrint.Printed(a[0], run))
            .Add("equal", "left, right", static (run, a) => Value.FromBoolean(LiquidOrder.Equal(a[0], a[1], run)))
            .Add("less", "left, right", static (run, a) => Value.FromBoolean(LiquidConditions.Order(a[0], a[1], run) < 0))
            .Add("less_equal", "left, right", static (run, a) => Value.FromBoolean(LiquidConditions.Order(a[0], a[1], run) <= 0))
            .Add("greater", "left, right", static (run, a) => Value.FromBoolean(LiquidConditions.Order(a[0], a[1], run) > 0))
            .Add("greater_equal", "left, right",
                static (run, a) => Value.FromBoolean(LiquidConditions.Order(a[0], a[1], run) >= 0))
            .Add("contains", "whole, part", static (run, a) => Value.FromBoolean(LiquidConditions.Contains(a[0], a[1], run)))
            .Add("blank", "value", static (run, a) => Value.FromBoolean(LiquidConditions.IsBlank(a[0], run)))
            .Add("size", "value", static (run, a) => Size(a[0], run))
            .Add("first", "value", static (run, a) => First(a[0], run))
            .Add("last", "value", static (run, a) => Last(a[0], run))
            .Add("item", "value, key", static (run, a) => Item(a[0], a[1], run));
        LiquidLists.AddTo(group);
        LiquidTagFunctions.AddTo(group);
        LiquidIncludes.AddTo(group);
        group.AddTo(globals);
    }

    private static Value Size(in Value value, TemplateRun run)
    {
        if (TryOwn(value, "size", run, out var own)) return own;
        return value.Kind switch
        {
            ValueKind.Array => Value.FromInteger(value.AsList.Count),
            ValueKind.Object => Value.FromInteger(value.AsObject.Count),
            ValueKind.String or ValueKind.Html => Value.FromInteger(Runes(ValueText.Of(value, run))),
            // The bytes of Ruby's machine word.
            ValueKind.Integer => Value.FromInteger(sizeof(long)),
            _ => Value.Null,
        };
    }

    private static Value First(in Value value, TemplateRun run)
    {
        if (TryOwn(value, "first", run, out var own)) return own;
        switch (value.Kind)
        {
            case ValueKind.Array: return value.AsList.Count == 0 ? Value.Null : value.AsList.At(0, run);
            case ValueKind.Object:
                foreach (var name in value.AsObject.Names)
                {
                    value.AsObject.TryGet(name, run, out var member);
                    return LiquidLists.Pair(name, member);
                }
                return Value.Null;
            default: return Value.Null;
        }
    }

    private static Value Last(in Value value, TemplateRun run) => TryOwn(value, "last", run, out var own) ? own
        : value.Kind == ValueKind.Array && value.AsList.Count > 0 ? value.AsList.At(value.AsList.Count - 1, run) : Value.Null;

    private static bool TryOwn(in Value value, string name, TemplateRun run, out Value own)
    {
        own = default;
        return value.Kind is ValueKind.Object or ValueKind.Host && Members.TryGet(value, name, run, out own);
    }

    private static Value Item(in Value value, in Value key, TemplateRun run)
    {
        var item = default(Value);
        if (value.Kind == ValueKind.Array && key.IsInteger)
            return value.AsList.KindName == "range" ? Value.Null : IndexTerm.ItemAt(value.AsList, key.AsInteger, run);
        if (value.Kind == ValueKind.Host && key.IsInteger)
            value.Type.TryGetDynamic(value.Reference!, run, ValueText.Of(key, run), out item);
        else if (!Comparison.IsText(key)) return item;
        else if (value.Kind is ValueKind.Object or ValueKind.Host) Members.TryGet(value, ValueText.Of(key, run), run, out item);
        else if (value.Kind == ValueKind.Array) value.AsList.TryGet(ValueText.Of(key, run), run, out item);
        return item;
    }

    private static int Runes(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes()) count++;
        return count;
    }
}
