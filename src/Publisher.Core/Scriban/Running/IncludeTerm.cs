using Publisher.Diagnostics;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>
/// <c>include name arguments…</c>: printed straight to the output where its result is printed, else taken as a value.
/// </summary>
internal sealed class IncludeTerm(Span at, Span targetAt, ArgumentCode[] arguments) : Term(at)
{
    private readonly string[] names =
        [.. arguments.Where(argument => argument.Name is not null).Select(argument => argument.Name!)];

    private (Step Body, Template Template)? wrapped;

    public override string Name => "include";

    /// <summary>Gives the included template a block that it may run; only while this is compiled.</summary>
    public void Wrap(Step body, Template template) => wrapped = (body, template);

    public override void Write(TemplateRun run, Escape escape)
    {
        var start = run.StackTop;
        var name = PushArguments(run, out var positional);
        Include.Render(run, name, start, positional, names, targetAt);
        run.PopTo(start);
    }

    public override Value Get(TemplateRun run)
    {
        var start = run.StackTop;
        var name = PushArguments(run, out var positional);
        var value = Include.Capture(run, name, start, positional, names, targetAt);
        run.PopTo(start);
        return value;
    }

    private string PushArguments(TemplateRun run, out int positional)
    {
        if (arguments is not [{ Name: null, Spread: false } first, ..])
            throw run.Fault(Messages.WrongArguments(run.LocationOf(targetAt), "include", "name, arguments...",
                "it needs the name of a template"));
        var name = first.Value.Get(run);
        if (name.IsNull) throw run.Fault(first.Value.At, "the name of the template is null");
        positional = 0;
        for (var i = 1; i < arguments.Length; i++)
        {
            if (arguments[i].Name is not null) continue;
            run.Push(arguments[i].Value.Get(run));
            positional++;
        }
        if (names.Length > 0)
            foreach (var argument in arguments)
                if (argument.Name is not null) run.Push(argument.Value.Get(run));
        if (wrapped is { } block) run.PendingWrap = WrappedCode.In(run, block.Body, block.Template);
        return ValueText.Of(name, run);
    }
}
