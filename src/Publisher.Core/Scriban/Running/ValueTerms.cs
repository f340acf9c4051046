using System.Collections.Immutable;
using System.Text;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>A constant.</summary>
internal sealed class ConstantTerm(Span at, Value value) : Term(at)
{
    public Value Value { get; } = value;

    public override string Name => Value.IsNull ? "null" : Value.IsString ? $"\"{Value.AsString}\"" : "the value";

    public override Value Get(TemplateRun run) => Value;
}

/// <summary>An interpolated string; printed part by part where it is printed at once.</summary>
internal sealed class InterpolatedTerm(Span at, Term[] parts, Escape escape) : Term(at)
{
    public override Value Get(TemplateRun run)
    {
        run.CallAt = At;
        if (parts.Length == 0) return Value.FromString("");
        var all = parts[0].Get(run);
        if (parts.Length == 1 && !Comparison.IsText(all)) return Value.FromString(ValueText.Of(all, run));
        var text = new StringBuilder();
        var values = new Value[parts.Length];
        values[0] = all;
        for (var i = 1; i < parts.Length; i++) values[i] = parts[i].Get(run);
        var html = escape == Escape.Html && Array.Exists(values, value => value.Kind == ValueKind.Html);
        foreach (var value in values)
        {
            var part = ValueText.Of(value, run);
            text.Append(html && value.Kind != ValueKind.Html ? HtmlText.Escape(part) : part);
            run.CheckLength(text.Length);
        }
        run.Charge(text.Length * 2);
        return html ? Value.FromHtml(text.ToString()) : Value.FromString(text.ToString());
    }

    public override void Write(TemplateRun run, Escape escape)
    {
        foreach (var part in parts) part.Write(run, escape);
    }
}

/// <summary>A new array at each evaluation, as the template may change it.</summary>
internal sealed class ArrayTerm(Span at, Term[] items) : Term(at)
{
    public override Value Get(TemplateRun run)
    {
        run.CallAt = At;
        run.Charge(items.Length * 24L + 48);
        var array = new ScriptArray(items.Length);
        foreach (var item in items) array.Add(item.Get(run));
        return Value.FromList(array);
    }
}

/// <summary>A new object at each evaluation.</summary>
internal sealed class ObjectTerm(Span at, ImmutableArray<(string Name, Term Value)> members) : Term(at)
{
    public override Value Get(TemplateRun run)
    {
        run.CallAt = At;
        run.Charge(members.Length * 40L + 64);
        var value = new ScriptObject();
        foreach (var member in members) value[member.Name] = member.Value.Get(run);
        return Value.FromObject(value);
    }
}

/// <summary><c>@f</c>.</summary>
internal sealed class AliasTerm(Span at, Term target) : Term(at)
{
    public override string Name => target.Name;

    public override Value Get(TemplateRun run) => target.GetUncalled(run);
}

/// <summary>A name that may be unknown, as the first argument of <c>object.default</c> may.</summary>
internal sealed class OptionalTerm(Term target) : Term(target.At)
{
    public override Value Get(TemplateRun run) => target.GetOptional(run);
}

/// <summary>Brackets, which keep the position of the whole.</summary>
internal sealed class ParenthesizedTerm(Span at, Term inner) : Term(at)
{
    public override string Name => inner.Name;

    public override Value Get(TemplateRun run) => inner.Get(run);

    public override Value GetUncalled(TemplateRun run) => inner.GetUncalled(run);

    public override Value GetOptional(TemplateRun run) => inner.GetOptional(run);

    public override void Write(TemplateRun run, Escape escape) => inner.Write(run, escape);
}
