using System.Globalization;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Checks;

/// <summary>
/// Finds what is known of an expression's value, from what the host gives and what templates assign and pass on.
/// </summary>
internal sealed class Inference(TemplateFamily family)
{
    private readonly Dictionary<object, Shape?> known = [];
    private readonly HashSet<object> open = [];

    /// <summary>Null when nothing is known.</summary>
    public Shape? Of(Expression expression, Place place)
    {
        switch (expression)
        {
            case Literal { Value.IsNull: true }: return Shape.Nothing;
            case Literal { Value.Kind: ValueKind.String } or Interpolated: return Shape.Text;
            case GlobalName name: return place.HidesNames ? null : OfName(name.Name, place.File);
            case LocalName name: return OfLocal(name.Name, place);
            case ArgumentAt one: return OfArgument(place, one.Index, null);
            case MemberAccess { Target: Arguments } named: return OfArgument(place, -1, named.Name);
            case MemberAccess member: return MemberOf(Of(member.Target, place), member.Name);
            case IndexAccess item: return ItemOf(Of(item.Target, place), item.Index);
            case Parenthesized inner: return Of(inner.Inner, place);
            case Conditional choice: return Shape.Any([Of(choice.Then, place), Of(choice.Else, place)]);
            case Binary { Operator: BinaryOperator.Coalesce } choice:
                return Shape.Any([Of(choice.Left, place), Of(choice.Right, place)]);
            case Call or Pipe: return OfCall(Invocation.Of(expression)!, place);
            default: return null;
        }
    }

    private Shape? MemberOf(Shape? target, string name) =>
        target is not null && target.Has(name, family.Added, out var gives) ? gives : null;

    private Shape? ItemOf(Shape? target, Expression index) =>
        Expressions.TextOf(index) is { } name ? MemberOf(target, name) : target?.Item;

    private Shape? OfName(string name, CheckedTemplate file) => Once((file, name), () =>
    {
        var setters = family.SettersOf(file, name);
        var shapes = setters.Select(Of).ToList();
        if (file.Roots.TryGetValue(name, out var root)) shapes.Add(root);
        else if (shapes.Count == 0 || family.IsOpen(file) || family.IsGiven(file, name) || family.Globals.IsKnown(name))
            return null;
        return Shape.Any(shapes);
    });

    private Shape? OfLocal(string name, Place place) => Once((place.File, place.Function, name), () =>
    {
        var setters = place.File.LocalSettersOf(place.Function, name);
        return setters.Count == 0 ? null : Shape.Any(setters.Select(Of));
    });

    public Shape? Of(Setter setter) => setter.Kind switch
    {
        SetterKind.Value => Of(setter.Value!, setter.Place),
        SetterKind.Item => Of(setter.Value!, setter.Place)?.Item,
        _ => setter.Shape,
    };

    /// <summary>What every include of the template gives for one of its arguments.</summary>
    private Shape? OfArgument(Place place, int index, string? name)
    {
        if (place.Function is not null || place.HidesArguments) return null;
        return Once((place.File, index, name ?? ""), () =>
        {
            if (family.InclusionsOf(place.File) is not { Count: > 0 } inclusions) return null;
            return Shape.Any(inclusions.Select(inclusion =>
                (inclusion.Shapes ?? Given(inclusion)) is not { } given ? null
                : given.TryGetValue(name ?? index.ToString(CultureInfo.InvariantCulture), out var shape) ? shape
                : name == "size" ? null : Shape.Nothing));
        });
    }

    /// <summary>What an include gives, by place (from "0") and by name; null where that cannot be told.</summary>
    public IReadOnlyDictionary<string, Shape?>? Given(Inclusion inclusion)
    {
        if (inclusion.Call is not { } call) return inclusion.Shapes;
        var given = new Dictionary<string, Shape?>();
        var place = -1;
        foreach (var argument in call.Arguments)
        {
            if (argument.Name is null) place++;
            if (place == 0 && argument.Name is null) continue;
            var name = argument.Name ?? (place - 1).ToString(CultureInfo.InvariantCulture);
            given[name] = Of(argument.Value, inclusion.Place);
        }
        return given;
    }

    private Shape? OfCall(Invocation call, Place place)
    {
        switch (call.Name)
        {
            case "array.sort" or "array.reverse" or "array.limit" or "array.offset" or "array.uniq" or "array.compact"
                or "array.filter" or "liquid.sort" or "liquid.reverse" or "liquid.where" or "liquid.slice"
                or "liquid_tag.each":
                return call.First is { } list && Of(list, place) is { Item: not null } shape ? shape : null;
            case "array.first" or "array.last" or "liquid.first" or "liquid.last" or "liquid_tag.first" or "liquid_tag.last":
                return call.First is { } items ? Of(items, place)?.Item : null;
            case "liquid_tag.item" when call.At(1) is { } index: return ItemOf(Of(call.At(0)!, place), index);
        }
        if (call.Target is not GlobalName name || place.HidesNames || family.SettersOf(place.File, name.Name).Count > 0
            || !family.Globals.TryGetConstant(name.Name, out var constant)) return null;
        return (constant.Reference as HostFunction)?.Gives?.Invoke(
            [.. call.Arguments.Select(argument => Of(argument.Value, place))]);
    }

    /// <summary>What depends on itself is unknown.</summary>
    private Shape? Once(object key, Func<Shape?> find)
    {
        if (known.TryGetValue(key, out var shape)) return shape;
        if (!open.Add(key)) return null;
        shape = find();
        open.Remove(key);
        return known[key] = shape;
    }
}
