namespace Publisher.Scriban.Values;

/// <summary>Something a template can call.</summary>
public abstract class Function
{
    /// <summary>The name in messages: "string.upcase".</summary>
    public abstract string Name { get; }

    public abstract Signature Signature { get; }

    /// <summary>
    /// Calls it. There is one argument for each parameter, undefined where none was given; a variadic function's surplus
    /// follows.
    /// </summary>
    public abstract Value Invoke(TemplateRun run, ReadOnlySpan<Value> arguments);
}
