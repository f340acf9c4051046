using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>A text of Liquid that is evaluated for one item after the other, each under the same name.</summary>
internal sealed class LiquidExpression
{
    private readonly TemplateRun run;
    private readonly Template template;
    private readonly string variable;
    private readonly ScriptObject scope = new();
    private readonly Span calledAt;

    private LiquidExpression(TemplateRun run, Template template, string variable)
    {
        this.run = run;
        this.template = template;
        this.variable = variable;
        calledAt = run.CallAt;
    }

    /// <summary>Reads the text; a fault at the call that is being made when it cannot be understood.</summary>
    public static LiquidExpression Parse(string source, string variable, TemplatePart part, TemplateRun run)
    {
        run.CheckLength(source.Length);
        run.Charge(source.Length * 200L + 4000);
        var template = Template.ParseLiquid(run.CurrentFrame.Template, source, part);
        if (!template.IsValid) throw run.Fault($"'{source}' cannot be evaluated: {template.Diagnostics[0].Message}");
        return new LiquidExpression(run, template, LiquidNames.IsReserved(variable, run.Globals) ? variable + "_" : variable);
    }

    /// <summary>The value for an item; its faults are reported at the call of the filter.</summary>
    public Value Of(in Value item)
    {
        run.Step();
        scope[variable] = item.IsUndefined ? Value.Null : item;
        var (frames, scopes, top) = (run.FrameCount, run.ScopeCount, run.StackTop);
        run.PushScope(Value.FromObject(scope), ownsAssignments: false);
        try
        {
            var value = template.Evaluate(run, calledAt);
            run.PopScope();
            run.CallAt = calledAt;
            return value;
        }
        catch (TemplateFault fault)
        {
            run.Unwind(frames, scopes, top);
            run.CallAt = calledAt;
            throw new TemplateFault(fault.Diagnostic with { At = run.CallSite, Trail = run.Trail() });
        }
    }
}
