using Publisher.Scriban.Liquid;
using Publisher.Scriban.Syntax;
using Publisher.Text;

namespace Publisher.Scriban.Checks;

/// <summary>What one template does that others may see: which names it sets, and which templates it includes.</summary>
public sealed class CheckedTemplate
{
    private readonly Dictionary<string, List<Setter>> setters = [];
    private readonly Dictionary<(FunctionBody?, string), List<Setter>> locals = [];
    private readonly List<Inclusion> inclusions = [];
    private readonly List<(string Function, string Text, Span At)> calls = [];
    private readonly HashSet<string> tested = [];
    private readonly HashSet<string> allowed = [];

    public CheckedTemplate(Template template)
    {
        Template = template;
        Read(template.Tree, new Place(this));
        // What could not be read may set or include anything.
        if (template.IsValid) return;
        SetsAnything = true;
        inclusions.Add(new Inclusion(new Place(this), null, template.Tree.At, null, IsCertain: false));
    }

    /// <summary>Null when only the outline is left.</summary>
    public Template? Template { get; }

    /// <summary>
    /// As much of a template that was checked as others need to be checked: what it sets, includes and gives to these, without
    /// its tree.
    /// </summary>
    private CheckedTemplate(CheckedTemplate whole, Inference inference)
    {
        var place = new Place(this);
        SetsAnything = whole.SetsAnything;
        foreach (var (name, all) in whole.setters)
            setters[name] = [.. all.Select(setter => setter.Kind == SetterKind.Function
                ? new Setter(place, SetterKind.Known) : new Setter(place, SetterKind.Known, Shape: inference.Of(setter)))];
        foreach (var inclusion in whole.inclusions)
            inclusions.Add(inclusion with { Place = place, Call = null, Shapes = inference.Given(inclusion) });
    }

    /// <summary>The calls of global functions with a constant text first, as <c>layout 'base'</c>.</summary>
    public IEnumerable<(string Function, string Text, Span At)> ConstantCalls => calls;

    /// <summary>The files that are included by their place beside the page, as Liquid's <c>include_relative</c> does.</summary>
    public IEnumerable<(string File, Location At)> FilesBeside => Template is null ? []
        : inclusions.Where(inclusion => inclusion is { Name: not null, IsOpen: true })
            .Select(inclusion => (inclusion.Name![Inclusion.Beside.Length..], Template.LocationOf(inclusion.At)));

    /// <summary>
    /// What the host gives this template and those it includes, as <c>page</c>; null where nothing is known of it.
    /// </summary>
    public required IReadOnlyDictionary<string, Shape?> Roots { get; init; }

    /// <summary>Whether it may set names that only the running template knows.</summary>
    internal bool SetsAnything { get; private set; }

    internal IReadOnlyList<Inclusion> Inclusions => inclusions;

    internal CheckedTemplate Outline(Inference inference) => new(this, inference) { Roots = Roots };

    internal IEnumerable<string> SetNames => setters.Keys;

    internal IReadOnlyList<Setter> SettersOf(string name) => setters.TryGetValue(name, out var found) ? found : [];

    internal IReadOnlyList<Setter> LocalSettersOf(FunctionBody? function, string name) =>
        locals.TryGetValue((function, name), out var found) ? found : [];

    internal IEnumerable<string> LocalNames(FunctionBody? function) =>
        locals.Keys.Where(key => ReferenceEquals(key.Item1, function)).Select(key => key.Item2);

    /// <summary>Whether some condition asks whether there is such a thing at all.</summary>
    internal bool Tests(string path) => tested.Contains(path) || allowed.Contains(path);

    /// <summary>Whether the template says somewhere, by <c>??</c> or a default, that there may be no such thing.</summary>
    internal bool Allows(string path) => allowed.Contains(path);

    private void Read(Node node, Place place)
    {
        switch (node)
        {
            case Assignment { Operator: null } assignment:
                Set(assignment.Target, new Setter(place, SetterKind.Value, assignment.Value));
                break;
            case Assignment assignment:
                Set(assignment.Target, new Setter(place, SetterKind.Known));
                break;
            case Increment increment:
                Set(increment.Target, new Setter(place, SetterKind.Known));
                break;
            case Capture capture:
                Set(capture.Target, new Setter(place, SetterKind.Known, Shape: Shape.Text));
                break;
            case For loop:
                Set(loop.Variable, new Setter(place, SetterKind.Item, loop.Items));
                break;
            case FunctionDefinition function:
                Set(function.Target, new Setter(place, SetterKind.Function, Function: function.Body));
                break;
            case Import:
                SetsAnything = true;
                break;
            case Alias { Target: GlobalName { Name: "include" } }:
                inclusions.Add(new Inclusion(place, null, node.At, null));
                break;
            case If branch:
                Test(branch.Test);
                break;
            case While loop:
                Test(loop.Test);
                break;
            case Conditional choice:
                Test(choice.Test);
                break;
            case Binary { Operator: BinaryOperator.Coalesce or BinaryOperator.CoalesceNot } choice:
                allowed.Add(Expressions.NameOf(choice.Left));
                break;
        }
        if (Invocation.Of(node) is { } call) Read(call, place);
        ReadChildren(node, place);
    }

    private void ReadChildren(Node node, Place place)
    {
        switch (node)
        {
            case FunctionBody function:
                foreach (var parameter in function.Parameters ?? [])
                    Add(setters, parameter.Name, new Setter(place, SetterKind.Known));
                place = place with { Function = function, HidesArguments = false };
                break;
            case With with:
                Read(with.Target, place);
                if (with.Body.Descendants().Any(inner => inner is GlobalName { Name: "include" })) SetsAnything = true;
                Read(with.Body, place with { HidesNames = true });
                return;
            case Wrap wrap:
                Read(wrap.Target, place);
                Read(wrap.Body, place with { HidesArguments = true });
                return;
        }
        foreach (var child in node.Children) Read(child, place);
    }

    private void Set(Expression target, Setter setter)
    {
        switch (target)
        {
            case GlobalName name: Add(setters, name.Name, setter); break;
            case LocalName name: Add(locals, (setter.Place.Function, name.Name), setter); break;
            case MemberAccess { Target: This } member: Add(setters, member.Name, setter); break;
            case IndexAccess { Target: This } item when Expressions.TextOf(item.Index) is { } name:
                Add(setters, name, setter);
                break;
            case IndexAccess { Target: This }: SetsAnything = true; break;
        }
    }

    private static void Add<T>(Dictionary<T, List<Setter>> all, T name, Setter setter) where T : notnull
    {
        if (!all.TryGetValue(name, out var known)) all[name] = known = [];
        known.Add(setter);
    }

    private void Test(Expression test)
    {
        switch (test)
        {
            case Binary { Operator: BinaryOperator.And or BinaryOperator.Or } both:
                Test(both.Left);
                Test(both.Right);
                break;
            case Unary { Operator: UnaryOperator.Not } not: Test(not.Operand); break;
            case Parenthesized inner: Test(inner.Inner); break;
            default: tested.Add(Expressions.NameOf(test)); break;
        }
    }

    private void Read(Invocation call, Place place)
    {
        var first = call.First;
        if (Expressions.AllowsNothing(call) && first is not null) allowed.Add(Expressions.NameOf(first));
        if (call.Name.StartsWith("object.eval", StringComparison.Ordinal)) SetsAnything = true;
        if (call.Target is GlobalName function && Expressions.TextOf(first) is { } text)
            calls.Add((function.Name, text, call.Target.At));
        var at = call.Target.At;
        if (call.Name == "include" && first is not null)
            Include(place, first, call.Spreads ? null : call, at);
        else if (call.Name == "include_join") ReadJoin(call, place);
        else if (call.Tag.Length > 0) ReadTag(call, place, at);
        else if (call.Name.StartsWith(LiquidNames.HostTagPrefix, StringComparison.Ordinal))
            inclusions.Add(new Inclusion(place, call.Name, at, null, IsCertain: false));
    }

    /// <returns>The name, where it is constant.</returns>
    private string? Include(Place place, Expression? file, Invocation? call, Span at)
    {
        var name = Expressions.TextOf(file);
        if (file is not null && Invocation.Of(Expressions.Bare(file)) is { Tag: "relative_path" } path)
        {
            SetsAnything = true;
            if (Expressions.TextOf(path.At(0)) is { } beside) (name, at) = (Inclusion.Beside + beside, file.At);
        }
        inclusions.Add(new Inclusion(place, name, at, call));
        return name;
    }

    private void ReadJoin(Invocation call, Place place)
    {
        const string mark = "tpl:";
        var names = call.At(0) is { } list && Expressions.Bare(list) is ArrayLiteral array
            ? array.Items.Select(Expressions.TextOf).ToList() : [null];
        for (var i = 1; i < call.Arguments.Length; i++)
        {
            var part = Expressions.TextOf(call.At(i));
            if (part is null) names.Add(null);
            else if (part.StartsWith(mark, StringComparison.Ordinal)) names.Add(part[mark.Length..]);
        }
        foreach (var name in names) inclusions.Add(new Inclusion(place, name, call.Target.At, null));
    }

    /// <summary>Liquid's own includes, which give names to what they include.</summary>
    private void ReadTag(Invocation call, Place place, Span at)
    {
        if (call.Tag is not ("include" or "include_with" or "render" or "render_each")) return;
        var name = Include(place, call.At(0), null, at);
        if (call.Tag == "include_with") return;
        if (call.At(1) is ObjectLiteral parameters)
            foreach (var parameter in parameters.Members)
                Add(setters, parameter.Name, new Setter(place, SetterKind.Value, parameter.Value));
        if (name is null) SetsAnything = true;
        else Add(setters, name[(name.LastIndexOf('/') + 1)..], new Setter(place, SetterKind.Known));
        if (call.At(2) is { } alias)
            if (Expressions.TextOf(alias) is { } given) Add(setters, given, new Setter(place, SetterKind.Known));
    }
}
