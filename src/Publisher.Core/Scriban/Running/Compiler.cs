using System.Collections.Immutable;
using System.Text;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>
/// Turns a tree into the steps and terms that run: names get their slots, text its bytes, constants their values.
/// </summary>
internal sealed partial class Compiler(Template template, LocalNames locals, bool wrapped = false)
{
    private readonly TemplateOptions options = template.Options;
    private Escape Escape => options.Escape;

    public Step Compile(Statement statement) => statement switch
    {
        Block block => CompileBlock(block),
        StaticText text => new TextStep(Encoding.UTF8.GetBytes(text.Content)),
        ExpressionStatement expression => CompileExpression(expression),
        If branch => new IfStep(Compile(branch.Test), Compile(branch.Then), branch.Else is null ? null : Compile(branch.Else)),
        Case choice => CompileCase(choice),
        For loop => CompileFor(loop),
        While loop => new WhileStep(loop.At, Compile(loop.Test), Compile(loop.Body)),
        Break => new FlowStep(Flow.Break),
        Continue => new FlowStep(Flow.Continue),
        Return end => new ReturnStep(end.Value is null ? null : Compile(end.Value)),
        Capture capture => new CaptureStep(Compile(capture.Target), Compile(capture.Body), Escape),
        ReadOnly fixedName => new ReadOnlyStep(Compile(fixedName.Variable)),
        Import import => new ImportStep(Compile(import.Value)),
        With with => new WithStep(Compile(with.Target), Compile(with.Body)),
        Wrap wrap => CompileWrap(wrap),
        FunctionDefinition function => new FunctionStep(Compile(function.Target), CompileFunction(function.Body)),
        _ => NothingStep.Instance,
    };

    public Term Compile(Expression expression) => expression switch
    {
        Literal literal => new ConstantTerm(literal.At, literal.Value),
        Interpolated text => new InterpolatedTerm(text.At, CompileAll(text.Parts), Escape),
        GlobalName name => new GlobalTerm(name.At, name.Name, options.Globals.SlotOf(name.Name), template),
        LocalName name => CompileLocal(name),
        This self => new ThisTerm(self.At),
        Arguments all => new ArgumentsTerm(all.At),
        ArgumentAt one => new ArgumentTerm(one.At, one.Index),
        WrappedBlock block => new WrappedTerm(block.At),
        LoopMember member => new LoopTerm(member.At, member.Loop, member.Name, member.NameAt),
        MemberAccess { Target: Arguments, Optional: false } named => new NamedArgumentTerm(named.At, named.Name),
        MemberAccess member => CompileMember(member),
        IndexAccess item => new IndexTerm(item.At, Compile(item.Target), Compile(item.Index)),
        Call { Parenthesized: false } product when IsProduct(product) => new ProductTerm(
            new OperatorSite(product.At, product.At, product.At, Escape),
            [Compile(product.Target), .. product.Arguments.Select(argument => Compile(argument.Value))]),
        Call call => CompileCall(call.At, call.Target, call.Arguments, null),
        Pipe pipe => CompilePipe(pipe),
        Unary unary => CompileUnary(unary),
        Binary binary => CompileBinary(binary),
        Increment increment => new IncrementTerm(increment.At, Compile(increment.Target), increment.By, increment.Postfix),
        Conditional choice => new ConditionalTerm(choice.At, Compile(choice.Test), Compile(choice.Then), Compile(choice.Else)),
        ArrayLiteral array => new ArrayTerm(array.At, CompileAll(array.Items)),
        ObjectLiteral literal =>
            new ObjectTerm(literal.At, [.. literal.Members.Select(member => (member.Name, Compile(member.Value)))]),
        Parenthesized inner => new ParenthesizedTerm(inner.At, Compile(inner.Inner)),
        Alias alias => new AliasTerm(alias.At, Compile(alias.Target)),
        AnonymousFunction function => new ConstantTerm(function.At, Value.FromFunction(CompileFunction(function.Body))),
        _ => new ConstantTerm(expression.At, Value.Null),
    };

    private Term[] CompileAll(ImmutableArray<Expression> expressions) => [.. expressions.Select(Compile)];

    private Step CompileBlock(Block block)
    {
        var steps = block.Statements.Select(Compile).Where(step => step is not NothingStep).ToArray();
        return steps.Length switch { 0 => NothingStep.Instance, 1 => steps[0], _ => new BlockStep(steps) };
    }

    private Step CompileExpression(ExpressionStatement statement)
    {
        var step = statement.Expression switch
        {
            Assignment { Operator: BinaryOperator.Coalesce } coalescing =>
                new CoalesceAssignStep(Compile(coalescing.Target), Compile(coalescing.Value)),
            Assignment { Operator: { } binary } compound => new CompoundAssignStep(Compile(compound.Target), binary,
                new OperatorSite(compound.At, compound.OperatorAt, compound.Value.At, Escape), Compile(compound.Value)),
            Assignment assignment => new AssignStep(Compile(assignment.Target), Compile(assignment.Value)),
            var printed => (Step)new WriteStep(Compile(printed), Escape),
        };
        return statement.Indent.Length == 0 ? step : new IndentedStep(step, statement.Indent);
    }

    private CaseStep CompileCase(Case choice) => new(
        Compile(choice.Value),
        [.. choice.Whens.Select(when => (CompileAll(when.Values), Compile(when.Body)))],
        choice.Else is null ? null : Compile(choice.Else));

    private ForStep CompileFor(For loop)
    {
        var variable = Compile(loop.Variable);
        var body = Compile(loop.Body);
        var code = new LoopCode(loop.At, Compile(loop.Items), Optional(loop.Offset), Optional(loop.Limit),
            Optional(loop.Columns), loop.Reversed, body,
            loop.Else is null ? null : Compile(loop.Else));
        return loop.Kind == LoopKind.For ? new ForStep(variable, code) : new TableRowStep(variable, code);
    }

    private Term? Optional(Expression? expression) => expression is null ? null : Compile(expression);

    private WrapStep CompileWrap(Wrap wrap)
    {
        var body = new Compiler(template, locals, wrapped: true).Compile(wrap.Body);
        var call = wrap.Target is Call or Pipe ? Compile(wrap.Target) : CompileCall(wrap.Target.At, wrap.Target, [], null);
        switch (call)
        {
            case CallTerm function: function.Wrap(body, template); break;
            case IncludeTerm include: include.Wrap(body, template); break;
        }
        return new WrapStep(call, Escape);
    }

    private ScriptFunction CompileFunction(FunctionBody body)
    {
        var names = new LocalNames();
        var inner = new Compiler(template, names);
        var function = new ScriptFunction(template, body.Name, names, body.Parameters is not null, body.Body is not Block)
        {
            ReadsArguments = body.Parameters is not null && body.Body.Descendants().Any(node => node is Arguments or ArgumentAt),
        };
        if (body.Parameters is { } parameters)
            function.SetParameters(parameters,
                [.. parameters.Select(parameter => parameter.Default is null ? null : inner.Compile(parameter.Default))]);
        if (body.Body is Block block) function.Body = inner.Compile(block);
        else function.Result = inner.Compile((Expression)body.Body);
        return function;
    }

    private Term CompileLocal(LocalName name)
    {
        var index = locals.Add(name.Name);
        return wrapped ? new WrappedLocalTerm(name.At, name.Name, index) : new LocalTerm(name.At, name.Name, index);
    }

    private Term CompileMember(MemberAccess member)
    {
        var target = Compile(member.Target);
        var term = new MemberTerm(member.At, target, member.Name, member.NameAt, member.Optional, options.StrictNames);
        return target is GlobalTerm { Constant: { Kind: ValueKind.Object, Reference: ScriptObject group } } global
            && group.TryGet(member.Name, out var value)
            ? new GroupMemberTerm(term, global.Slot, value)
            : term;
    }

    private Term CompileUnary(Unary unary) => unary.Operator switch
    {
        UnaryOperator.Not => new NotTerm(unary.At, Compile(unary.Operand)),
        var sign => new NegateTerm(unary.At, Compile(unary.Operand), sign == UnaryOperator.Minus),
    };

    private Term CompileBinary(Binary binary)
    {
        var (left, right) = (Compile(binary.Left), Compile(binary.Right));
        return binary.Operator switch
        {
            BinaryOperator.And => new AndTerm(binary.At, left, right),
            BinaryOperator.Or => new OrTerm(binary.At, left, right),
            BinaryOperator.Coalesce => new CoalesceTerm(binary.At, left, right, whenNull: true),
            BinaryOperator.CoalesceNot => new CoalesceTerm(binary.At, left, right, whenNull: false),
            var eager => new BinaryTerm(
                new OperatorSite(binary.At, binary.OperatorAt, binary.Right.At, Escape), eager, left, right),
        };
    }

    private bool IsProduct(Call call) => options.Scientific && call.Target is not GlobalName { Name: "include" }
        && call.Arguments.All(argument => argument is { Name: null, Spread: false });

    private Term CompilePipe(Pipe pipe)
    {
        var from = Compile(pipe.From);
        return pipe.To is Call call ? CompileCall(pipe.At, call.Target, call.Arguments, from)
            : CompileCall(pipe.At, pipe.To, [], from);
    }

    private Term CompileCall(Span at, Expression target, ImmutableArray<Argument> arguments, Term? piped)
    {
        var codes = arguments.Select(argument => new ArgumentCode(Compile(argument.Value), argument.Name, argument.Spread))
            .ToList();
        if (piped is not null) codes.Insert(0, new ArgumentCode(piped, null, false));
        if (target is GlobalName { Name: "include" } && options.Globals.TryGetConstant("include", out var include)
            && include.Reference is IncludeFunction && codes is [{ Name: null, Spread: false }, ..]
                && !codes.Exists(code => code.Spread))
            return new IncludeTerm(at, target.At, [.. codes]);
        var allowsUnknown = target is MemberAccess { Name: "default", Target: GlobalName { Name: "object" } };
        if (allowsUnknown && codes is [var first, ..]) codes[0] = first with { Value = new OptionalTerm(first.Value) };
        return new CallTerm(at, Compile(target), [.. codes]);
    }
}
