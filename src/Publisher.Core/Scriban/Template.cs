using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Scriban.Liquid;
using Publisher.Scriban.Running;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Scriban;

/// <summary>A template, ready to be rendered any number of times by any number of threads.</summary>
public sealed class Template
{
    private readonly string source;
    private readonly int firstLine;
    private readonly Lazy<LineMap> lines;
    private readonly LocalNames locals = new();
    private readonly Step body;

    private Template(
        SitePath file, string source, TemplateOptions options, int firstLine = 1, TemplatePart part = TemplatePart.Whole)
    {
        this.firstLine = firstLine;
        File = file;
        Options = options.Language == TemplateLanguage.Liquid ? options with { StrictNames = false, Scientific = false }
            : options;
        this.source = source;
        lines = new Lazy<LineMap>(() => new LineMap(this.source));
        if (options.Language == TemplateLanguage.Liquid)
        {
            (Tree, var problems) = part >= TemplatePart.LiquidCondition ? LiquidParser.ParsePart(source, options, part)
                : LiquidParser.Parse(source, options);
            Diagnostics = [.. problems.Select(problem => problem.Message(LocationOf(problem.At)))];
        }
        else
        {
            (Tree, var faults) = Parser.Parse(source, options);
            Diagnostics = [.. faults.Select(fault => Messages.TemplateSyntax(LocationOf(fault.At), fault.Message))];
        }
        body = new Compiler(this, locals)
            .Compile(part != TemplatePart.Whole && Tree.Statements is [ExpressionStatement { Expression: not Assignment } only]
                ? new Return(only.At, only.Expression) : Tree);
    }

    public SitePath File { get; }

    public TemplateOptions Options { get; }

    /// <summary>What could not be understood; a template with errors renders nothing.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public bool IsValid => Diagnostics.IsEmpty;

    /// <summary>The tree, for static checks and for printing it back.</summary>
    public Block Tree { get; }

    /// <summary>The templates included by a constant name, each once, in order.</summary>
    public ImmutableArray<string> Dependencies => field.IsDefault ? field = TemplateNames.IncludedBy(Tree) : field;

    /// <summary>Reads a template; never throws, and what is wrong is in <see cref="Diagnostics"/>.</summary>
    /// <param name="firstLine">The line of the file that the text begins at.</param>
    public static Template Parse(SitePath file, string source, TemplateOptions options, int firstLine = 1) =>
        new(file, source, options, firstLine);

    /// <summary>Text that a template evaluates while it runs; an expression is one whose value is wanted.</summary>
    internal static Template ParsePart(Template caller, string source, bool asExpression) =>
        new(caller.File, source, caller.Options, part: asExpression ? TemplatePart.Expression : TemplatePart.Whole);

    /// <summary>Liquid that a filter evaluates for each item of a list.</summary>
    internal static Template ParseLiquid(Template caller, string source, TemplatePart part) =>
        new(caller.File, source, caller.Options with { Language = TemplateLanguage.Liquid, Escape = Escape.None }, part: part);

    /// <summary>
    /// Renders to <paramref name="output"/>. False when it failed: the run then has the diagnostic, and the output what was
    /// printed until then.
    /// </summary>
    public bool Render(TemplateRun run, Utf8Buffer output) => Render(run, output, [], []);

    /// <summary>Renders with named arguments, as <c>include 'name' a: 1</c> gives them.</summary>
    public bool Render(TemplateRun run, Utf8Buffer output, string[] names, ReadOnlySpan<Value> arguments)
    {
        if (!IsValid)
        {
            foreach (var diagnostic in Diagnostics) run.Report(diagnostic);
            return false;
        }
        var (outer, frames, scopes, top) = (run.Output, run.FrameCount, run.ScopeCount, run.StackTop);
        run.Output = output;
        try
        {
            foreach (var argument in arguments) run.Push(argument);
            Run(run, top, 0, names, default, isInclude: false);
            run.CheckOutput();
            return true;
        }
        catch (TemplateFault fault)
        {
            run.Report(fault.Diagnostic);
            return false;
        }
        finally
        {
            run.Unwind(frames, scopes, top);
            run.Output = outer;
        }
    }

    /// <summary>The place in this file of a part of its tree.</summary>
    public Location LocationOf(Span at)
    {
        var (line, column) = lines.Value.At(Math.Min(at.Start, source.Length));
        return new Location(File, firstLine - 1 + line, column, at.Length);
    }

    public override string ToString() => File.Value;

    internal Value Evaluate(TemplateRun run, Span calledAt)
    {
        run.PushFrame(this, locals, run.StackTop, 0, [], calledAt).IsInclude = true;
        var value = body.Run(run) == Flow.Return ? run.Returned : default;
        run.Returned = default;
        run.PopFrame();
        return value.Kind == ValueKind.Function ? run.Call(value.AsFunction) : value;
    }

    internal void Run(TemplateRun run, int argumentsAt, int argumentCount, string[] names, Span calledAt, bool isInclude)
    {
        ref var frame = ref run.PushFrame(this, locals, argumentsAt, argumentCount, names, calledAt);
        frame.IsInclude = isInclude;
        if (body.Run(run) == Flow.Return) run.Returned = default;
        run.PopFrame();
    }
}
