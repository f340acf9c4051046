using System.Text;
using Publisher.Diagnostics;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>
/// <c>include name arguments…</c>: printed straight to the output where its result is printed, else taken as a value.
/// </summary>
internal sealed class IncludeTerm(Span at, Span targetAt, ArgumentCode[] arguments) : Term(at)
{
    private readonly string[] names = [.. arguments.Where(argument => argument.Name is not null).Select(argument => argument.Name!)];

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
            throw run.Fault(Messages.WrongArguments(run.LocationOf(targetAt), "include", "name, arguments...", "it needs the name of a template"));
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
        if (wrapped is { } block) run.PendingWrap = new WrappedCode(block.Body, block.Template, run.FrameCount - 1);
        return ValueText.Of(name, run);
    }
}

/// <summary>Finds and renders included templates.</summary>
internal static class Include
{
    public static void Render(TemplateRun run, string name, int start, int positional, string[] names, Span at) =>
        Find(run, name, at).Run(run, start, positional, names, at, isInclude: true);

    /// <summary>What the template prints, as a value: markup when it escapes its text, else text.</summary>
    public static Value Capture(TemplateRun run, string name, int start, int positional, string[] names, Span at)
    {
        var template = Find(run, name, at);
        var from = run.Output.Length;
        template.Run(run, start, positional, names, at, isInclude: true);
        return TakeOutput(run, from, template.Options.Escape);
    }

    /// <summary>Takes back what was printed since <paramref name="from"/>.</summary>
    public static Value TakeOutput(TemplateRun run, int from, Escape escape)
    {
        var printed = run.Output.Written[from..];
        run.Charge(printed.Length * 2L);
        var value = escape == Escape.Html ? Value.FromHtml(printed.ToArray()) : Value.FromString(Encoding.UTF8.GetString(printed));
        run.Output.Truncate(from);
        return value;
    }

    private static Template Find(TemplateRun run, string name, Span at)
    {
        run.Step();
        if (run.Loader is not { } loader) throw run.Fault(at, "no templates can be included here");
        var template = loader.Find(name, run) ?? throw run.Fault(Messages.IncludeNotFound(run.LocationOf(at), name, loader.Names(run)));
        if (template.IsValid) return template;
        foreach (var diagnostic in template.Diagnostics.Skip(1)) run.Report(diagnostic with { Trail = [run.LocationOf(at), .. run.Trail()] });
        throw new TemplateFault(template.Diagnostics[0] with { Trail = [run.LocationOf(at), .. run.Trail()] });
    }
}

/// <summary><c>include</c> where it is a value: given to a function, or called under another name.</summary>
internal sealed class IncludeFunction : Function
{
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
