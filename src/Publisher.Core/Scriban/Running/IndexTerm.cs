using Publisher.Diagnostics;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary><c>target[index]</c>: an item of an array, counted from the end when negative, or a member by its name.</summary>
internal sealed class IndexTerm(Span at, Term target, Term index) : Term(at)
{
    public override string Name => $"{target.Name}[…]";

    public override Value Get(TemplateRun run)
    {
        var value = GetUncalled(run);
        return value.Kind == ValueKind.Function ? Calls.InvokePlain(value.AsFunction, run, At) : value;
    }

    public override Value GetUncalled(TemplateRun run)
    {
        var owner = target.Get(run);
        if (owner.IsNull) throw run.Fault(target.At, $"{target.Name} is null, so it has no items");
        var key = index.Get(run);
        if (key.IsNull) throw run.Fault(index.At, "the index is null");
        if (key.IsNumber && Numbers.TryConvert(key, out var number))
        {
            if (owner.Kind == ValueKind.Array) return ItemAt(owner.AsList, number, run);
            if (Comparison.IsText(owner)) return CharacterAt(ValueText.Of(owner, run), number);
        }
        if (owner.Kind is not (ValueKind.Object or ValueKind.Host or ValueKind.Array))
            throw run.Fault(target.At, $"{target.Name} is {Operators.NameOf(owner)}, which has no items");
        Members.TryGet(owner, ValueText.Of(key, run), run, out var value);
        return value;
    }

    public override void Set(TemplateRun run, in Value value)
    {
        var owner = target.Get(run);
        if (owner.IsNull) throw run.Fault(target.At, $"{target.Name} is null, so it has no items");
        var key = index.Get(run);
        if (key.IsNull) throw run.Fault(index.At, "the index is null");
        if (owner.Kind == ValueKind.Array && owner.AsList is ScriptArray array
            && key.IsNumber && Numbers.TryConvert(key, out var number))
        {
            if (number < 0) number += array.Count;
            if (number < 0) throw run.Fault(index.At, "the index lies before the array");
            run.CallAt = index.At;
            run.CheckLength(number);
            run.Charge(number >= array.Count ? (number - array.Count + 1) * 24 : 0);
            array.Set((int)number, value);
            return;
        }
        run.CallAt = index.At;
        if (!Members.TrySet(owner, ValueText.Of(key, run), value, run))
            throw run.Fault(Messages.CannotAssign(run.LocationOf(index.At),
                $"the member '{ValueText.Of(key, run)}' of {target.Name}"));
    }

    public static Value ItemAt(ValueList list, long index, TemplateRun run)
    {
        if (index < 0) index += list.Count;
        return index >= 0 && index < list.Count ? list.At((int)index, run) : default;
    }

    private static Value CharacterAt(string text, long index)
    {
        if (index < 0) index += text.Length;
        return index >= 0 && index < text.Length ? Value.FromString(text[(int)index].ToString()) : default;
    }
}
