using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>
/// What stands side by side in scientific mode: <c>2 x</c> is a product. A function of one parameter takes what follows it,
/// any other takes all the rest.
/// </summary>
internal sealed class ProductTerm(OperatorSite site, Term[] factors) : Term(site.Whole)
{
    private readonly OperatorSite site = site;

    public override string Name => factors[0].Name;

    public override Value Get(TemplateRun run)
    {
        var product = default(Value);
        for (var i = 0; i < factors.Length;)
        {
            var factor = factors[i++].GetUncalled(run);
            if (factor.Kind == ValueKind.Function) factor = Call(run, factor.AsFunction, ref i);
            product = product.IsUndefined ? factor : Operators.Apply(BinaryOperator.Multiply, product, factor, site, run);
        }
        return product;
    }

    /// <summary>Calls a function with what follows it; <paramref name="next"/> is then behind that.</summary>
    private Value Call(TemplateRun run, Function function, ref int next)
    {
        var (at, start) = (factors[next - 1].At, run.StackTop);
        var signature = function.Signature;
        var end = signature is { Variadic: false, Parameters.Length: 1 } ? Math.Min(next + 1, factors.Length) : factors.Length;
        var count = end - next;
        for (; next < end; next++) run.Push(factors[next].Get(run));
        var value = Calls.InvokeStacked(function, run, start, count, [], at);
        run.PopTo(start);
        return value;
    }
}
