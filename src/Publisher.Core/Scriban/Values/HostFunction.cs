namespace Publisher.Scriban.Values;

/// <summary>A function of the host or of the language itself, written in C#.</summary>
public sealed class HostFunction(string name, string parameters, HostFunction.Body body) : Function
{
    public delegate Value Body(TemplateRun run, ReadOnlySpan<Value> arguments);

    public override string Name => name;

    public override Signature Signature { get; } = Signature.Parse(parameters);

    /// <summary>What it gives, for static checks, by what its arguments are like; null where that is not known.</summary>
    public Func<System.Collections.Immutable.ImmutableArray<Checks.Shape?>, Checks.Shape?>? Gives { get; init; }

    public override Value Invoke(TemplateRun run, ReadOnlySpan<Value> arguments) => body(run, arguments);
}
