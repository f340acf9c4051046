using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary><c>include</c> where it is a value: given to a function, or called under another name.</summary>
internal sealed class IncludeFunction : Function
{
    // What another template prints, which finds the arguments in `$0`, `$1` and `$.name`.
    //
    // ```scriban title="includes/greeting.sbn-html"
    // Hello, {{ $0 }}{{ $.mark ?? "." }}
    // ```
    //
    // ```scriban
    // {{ include 'greeting' 'Ada' mark: '!' }}
    // ```
    //
    // ```text title="Output"
    // Hello, Ada!
    // ```
    public override string Name => "include";

    public override Signature Signature { get; } = Signature.Parse("name, arguments...");

    public override Value Invoke(TemplateRun run, ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].IsNull) throw run.Fault("the name of the template is null");
        var start = run.StackTop;
        foreach (var argument in arguments[1..]) run.Push(argument);
        var value = Include.Capture(run, ValueText.Of(arguments[0], run), start, arguments.Length - 1, [], run.CallAt);
        run.PopTo(start);
        return value;
    }
}
