using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Scriban.Running;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Scriban.Checks;

/// <summary>Walks one template of a family and reports what no run of it could do well.</summary>
internal sealed class TemplateChecker(TemplateFamily family, CheckedTemplate file, Template template)
{
    /// <summary>How an expression is used: read, read where it may be unknown, or taken as the function it is.</summary>
    private enum Use { Read, Allow, Take }

    private readonly List<Diagnostic> problems = [];
    private readonly bool isOpen = family.IsOpen(file);

    private bool IsStrict => template.Options.StrictNames;

    private bool IsLiquid => template.Options.Language == TemplateLanguage.Liquid;

    public ImmutableArray<Diagnostic> Check()
    {
        // Of what could not be read, the rest may mean something else than it seems to; a constant include does not.
        if (template.IsValid) Visit(template.Tree, new Place(file));
        else problems.AddRange(template.Diagnostics);
        foreach (var inclusion in file.Inclusions)
            if (inclusion is { IsCertain: true, IsOpen: false, Name: { } name } && family.Find(name) is null)
                problems.Add(Messages.IncludeNotFound(At(inclusion.At), name, family.IncludeNames));
        return problems.Count == 0 ? []
            : [.. problems.Distinct().OrderBy(problem => problem.At.Line).ThenBy(problem => problem.At.Column)];
    }

    private Location At(Span span) => template.LocationOf(span);

    private void Visit(Node node, Place place)
    {
        switch (node)
        {
            case Expression expression: Visit(expression, place, Use.Read); break;
            case Capture capture: VisitTarget(capture.Target, place); Visit(capture.Body, place); break;
            case For loop: VisitLoop(loop, place); break;
            case FunctionDefinition function: VisitTarget(function.Target, place); Visit(function.Body, place); break;
            case FunctionBody function:
                VisitChildren(function, place with { Function = function, HidesArguments = false });
                break;
            case With with: Visit(with.Target, place); Visit(with.Body, place with { HidesNames = true }); break;
            case Wrap wrap: VisitWrap(wrap, place); break;
            case Return { Value: { } value }: Visit(value, place, Use.Take); break;
            case ReadOnly: break;
            default: VisitChildren(node, place); break;
        }
    }

    private void VisitChildren(Node node, Place place)
    {
        foreach (var child in node.Children) Visit(child, place);
    }

    private void VisitLoop(For loop, Place place)
    {
        VisitTarget(loop.Variable, place);
        foreach (var child in loop.Children)
            if (!ReferenceEquals(child, loop.Variable)) Visit(child, place);
    }

    private void VisitWrap(Wrap wrap, Place place)
    {
        if (Invocation.Of(wrap.Target) is null) VisitCall(new Invocation(wrap.Target, []), wrap.Target.At, place);
        else Visit(wrap.Target, place);
        Visit(wrap.Body, place with { HidesArguments = true });
    }

    /// <summary>What is assigned to is not read, but for what its member or item belongs to.</summary>
    private void VisitTarget(Expression target, Place place)
    {
        if (target is MemberAccess member) Visit(member.Target, place);
        else if (target is IndexAccess) VisitChildren(target, place);
    }

    private void Visit(Expression expression, Place place, Use use)
    {
        switch (expression)
        {
            case GlobalName name: VisitName(name, place, use, null); break;
            case LocalName name: VisitLocal(name, place, use); break;
            case MemberAccess { Target: Arguments }: break;
            case MemberAccess member: VisitMember(member, place, use); break;
            case IndexAccess { Target: This } item when IsLiquid && Expressions.TextOf(item.Index) is { } name:
                VisitVariable(name, item.Index.At, place, use);
                break;
            case Assignment assignment:
                if (assignment.Operator is null) VisitTarget(assignment.Target, place);
                else Visit(assignment.Target, place);
                Visit(assignment.Value, place);
                break;
            case Binary { Operator: BinaryOperator.Coalesce or BinaryOperator.CoalesceNot } choice:
                Visit(choice.Left, place, Use.Allow);
                Visit(choice.Right, place);
                break;
            case Parenthesized inner: Visit(inner.Inner, place, use); break;
            case Alias alias: Visit(alias.Target, place, Use.Take); break;
            case Call or Pipe: VisitCall(Invocation.Of(expression)!, expression.At, place); break;
            default: VisitChildren(expression, place); break;
        }
        // A function's bare name calls it.
        if (use != Use.Take && expression is GlobalName or MemberAccess && FunctionOf(expression, place) is { } function)
            Add(CallFaults.Of(function, PlaceOf(expression.At, null, expression.At), 0, []));
    }

    private void Add(Diagnostic? problem)
    {
        if (problem is not null) problems.Add(problem);
    }

    private void VisitName(GlobalName name, Place place, Use use, string? member)
    {
        if (use == Use.Allow || place.HidesNames || isOpen || family.Globals.IsKnown(name.Name)
            || family.SettersOf(file, name.Name).Count > 0 || family.IsGiven(file, name.Name)) return;
        if (IsStrict ? file.Allows(name.Name) : file.Tests(name.Name)) return;
        AddUnknown(name.Name, name.At, member);
    }

    private void AddUnknown(string name, Span at, string? member)
    {
        var problem = Messages.UnknownVariable(At(at), name, family.KnownNames(file),
            family.Suggests(name, member) ?? (IsLiquid ? null : family.Globals.MemberNamed(name)));
        if (family.Advice(name) is { } advice) problem = problem with { Hint = advice };
        problems.Add(IsStrict ? problem : problem with { Severity = Severity.Warning });
    }

    /// <summary>A variable of Liquid that Scriban's names cannot spell, or whose name is a function's.</summary>
    private void VisitVariable(string name, Span at, Place place, Use use)
    {
        if (use == Use.Allow || place.HidesNames || isOpen) return;
        if (family.SettersOf(file, name).Count == 0 && family.SettersOf(file, name + "_").Count == 0
            && !family.IsGiven(file, name)) AddUnknown(name, at, null);
    }

    private void VisitLocal(LocalName name, Place place, Use use)
    {
        if (use == Use.Allow || place.File.LocalSettersOf(place.Function, name.Name).Count > 0) return;
        if (file.Tests("$" + name.Name)) return;
        var known = file.LocalNames(place.Function).Select(local => "$" + local);
        problems.Add(Messages.UnknownVariable(At(name.At), "$" + name.Name, known, null) with { Severity = Severity.Warning });
    }

    private void VisitMember(MemberAccess member, Place place, Use use)
    {
        if (IsForeign(member, place)) return;
        if (member.Target is GlobalName name) VisitName(name, place, UseOfTarget(member), member.Name);
        else Visit(member.Target, place, UseOfTarget(member));
        if (use == Use.Allow || member.Name == "empty?") return;
        var owner = Expressions.NameOf(member.Target);
        if (GroupOf(member, place) is { } group)
        {
            if (IsStrict && !member.Optional && !group.TryGet(member.Name, out _))
                problems.Add(Messages.UnknownMember(At(member.NameAt), owner, member.Name, group.Names));
            return;
        }
        if (family.Inference.Of(member.Target, place) is not { } shape || shape.Has(member.Name, family.Added, out _)) return;
        AddUnknownMember(member, owner, shape);
    }

    /// <summary>Tells of a member that another program's templates have, whose own object there may not be.</summary>
    private bool IsForeign(MemberAccess member, Place place)
    {
        if (member.Target is not GlobalName name || family.Advice($"{name.Name}.{member.Name}") is not { } advice
            || place.HidesNames || isOpen || family.SettersOf(file, name.Name).Count > 0) return false;
        var isThere = family.Inference.Of(name, place)?.Has(member.Name, family.Added, out _)
            ?? family.IsGiven(file, name.Name);
        if (isThere) return false;
        problems.Add(Messages.UnknownMember(At(member.NameAt), name.Name, member.Name, [])
            with { Hint = advice, Severity = Severity.Warning });
        return true;
    }

    private Use UseOfTarget(MemberAccess member) => member.Optional && !IsLiquid ? Use.Allow : Use.Read;

    private void AddUnknownMember(MemberAccess member, string owner, Shape shape)
    {
        if (file.Allows(Expressions.NameOf(member))) return;
        var names = shape.Names(family.Added).ToList();
        var problem = Messages.UnknownMember(At(member.NameAt), owner, member.Name, names);
        if (problem.Hint is null && family.Suggests(member.Name, null) is { } near && near != $"{owner}.{member.Name}")
            problem = problem with { Hint = $"did you mean '{near}'?" };
        if (shape.IsLax(family.Added))
        {
            // The user may leave it out; only a slip of the pen is one.
            if (Nearest.To(member.Name, names) is null || file.Tests(Expressions.NameOf(member))) return;
            problems.Add(problem with { Severity = Severity.Warning });
        }
        else if (IsStrict && !member.Optional)
        {
            problems.Add(problem);
        }
        else if (!file.Tests(Expressions.NameOf(member)) && (IsLiquid || !shape.IsOpen(family.Added)))
        {
            problems.Add(problem with { Severity = Severity.Warning });
        }
    }

    private CallPlace PlaceOf(Span name, Span? lastArgument, Span whole) =>
        new(At(name), At(lastArgument ?? name), At(Calls.Behind(whole)));

    private void VisitCall(Invocation call, Span whole, Place place)
    {
        if (call.Tag == "variable" && Expressions.TextOf(call.First) is { } variable)
        {
            VisitVariable(variable, call.First!.At, place, Use.Read);
            return;
        }
        if (call.Target is GlobalName or MemberAccess or LocalName or IndexAccess or Parenthesized)
            Visit(call.Target, place, Use.Take);
        else if (call.Target is not (Alias or ArgumentAt)) Visit(call.Target, place);
        for (var i = 0; i < call.Arguments.Length; i++)
            Visit(call.Arguments[i].Value, place, i == 0 && Expressions.AllowsNothing(call) ? Use.Allow : Use.Read);
        if (call.Spreads || (call.Name == "include" && call.First is not null)) return;
        if (FunctionOf(call.Target, place) is not { } function) return;
        var names = call.Arguments.Where(argument => argument.Name is not null).Select(argument => argument.Name!).ToList();
        var at = PlaceOf(call.Target.At, call.Arguments is [.., var last] ? last.Value.At : null, whole);
        Add(CallFaults.Of(function, at, call.Arguments.Length - names.Count, names));
    }

    /// <summary>The group of functions that a member is asked of, as <c>string</c>; null when it is something else.</summary>
    private ScriptObject? GroupOf(MemberAccess member, Place place) =>
        !place.HidesNames && !isOpen && member.Target is GlobalName name && family.SettersOf(file, name.Name).Count == 0
        && family.Globals.TryGetConstant(name.Name, out var constant) ? constant.Reference as ScriptObject : null;

    private Callable? FunctionOf(Expression expression, Place place)
    {
        if (place.HidesNames || isOpen) return null;
        if (expression is MemberAccess member)
            return GroupOf(member, place) is { } group && group.TryGet(member.Name, out var found) ? Of(found) : null;
        if (expression is not GlobalName name) return null;
        var setters = family.SettersOf(file, name.Name);
        if (setters.Count == 0) return family.Globals.TryGetConstant(name.Name, out var constant) ? Of(constant) : null;
        if (setters is not [{ Function: { Parameters: { } parameters } function }]) return null;
        var required = parameters.Count(parameter => parameter.Default is null && !parameter.Variadic);
        var signature = new Signature([.. parameters.Select(parameter => parameter.Name)], required,
            parameters is [.., { Variadic: true }]);
        return new Callable(function.Name, signature, IsScript: true);

        static Callable? Of(in Value value) => value.Kind == ValueKind.Function
            ? new Callable(value.AsFunction.Name, value.AsFunction.Signature, IsScript: false) : null;
    }
}
