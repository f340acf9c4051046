using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

internal sealed class NotTerm(Span at, Term operand) : Term(at)
{
    public override Value Get(TemplateRun run) => Value.FromBoolean(!operand.Get(run).IsTrue);
}

internal sealed class NegateTerm(Span at, Term operand, bool negate) : Term(at)
{
    public override Value Get(TemplateRun run)
    {
        var value = operand.Get(run);
        if (value.IsNull) return Value.Null;
        var negated = Operators.Negate(value);
        if (negated.IsUndefined) throw run.Fault(operand.At, $"{Operators.NameOf(value)} has no sign");
        return negate ? negated : value;
    }
}

/// <summary>An operator that always looks at both sides.</summary>
internal sealed class BinaryTerm(OperatorSite site, BinaryOperator binary, Term left, Term right) : Term(site.Whole)
{
    private readonly OperatorSite site = site;

    public override Value Get(TemplateRun run)
    {
        var a = left.Get(run);
        var b = right.Get(run);
        return Operators.Apply(binary, a, b, site, run);
    }
}

internal sealed class AndTerm(Span at, Term left, Term right) : Term(at)
{
    public override Value Get(TemplateRun run) => Value.FromBoolean(left.Get(run).IsTrue && right.Get(run).IsTrue);
}

internal sealed class OrTerm(Span at, Term left, Term right) : Term(at)
{
    public override Value Get(TemplateRun run) => Value.FromBoolean(left.Get(run).IsTrue || right.Get(run).IsTrue);
}

/// <summary><c>a ?? b</c>, and <c>a ?! b</c>, which is b where a is not null.</summary>
internal sealed class CoalesceTerm(Span at, Term left, Term right, bool whenNull) : Term(at)
{
    public override Value Get(TemplateRun run)
    {
        var value = left.GetOptional(run);
        return value.IsNull == whenNull ? right.Get(run) : value;
    }
}

internal sealed class ConditionalTerm(Span at, Term test, Term then, Term otherwise) : Term(at)
{
    public override Value Get(TemplateRun run) => test.Get(run).IsTrue ? then.Get(run) : otherwise.Get(run);

    public override void Write(TemplateRun run, Escape escape)
    {
        if (test.Get(run).IsTrue) then.Write(run, escape);
        else otherwise.Write(run, escape);
    }
}

internal sealed class IncrementTerm(Span at, Term target, int by, bool postfix) : Term(at)
{
    public override Value Get(TemplateRun run)
    {
        var before = target.Get(run);
        if (!before.IsNumber)
            throw run.Fault(target.At, $"{target.Name} is {Operators.NameOf(before)}, which cannot be counted up or down");
        var after = Numbers.Apply(BinaryOperator.Add, before, Value.FromInteger(by));
        target.Set(run, after);
        return postfix ? before : after;
    }
}
