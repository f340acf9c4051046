using System.Collections.Immutable;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Checks;

/// <summary>
/// What is known of a value before any template runs: which members it may have, and what those give. Where nothing is known,
/// there is no shape (null), and nothing is said of its members.
/// </summary>
public abstract class Shape
{
    /// <summary>What null has: nothing that anyone could be wrong about.</summary>
    public static Shape Nothing { get; } = new UnionShape([]);

    public static Shape Text { get; } = new TypeShape(KindTypes.String);

    public static Shape Number { get; } = new TypeShape(KindTypes.Integer);

    public static Shape Flag { get; } = new TypeShape(KindTypes.Boolean);

    public static Shape Date { get; } = new TypeShape(KindTypes.Date);

    /// <summary>Of the items, where it is a list of things alike.</summary>
    public virtual Shape? Item => null;

    /// <summary>Whether the value may have a member of that name, and the shape of it.</summary>
    /// <param name="added">What the host's own data add to its types.</param>
    public abstract bool Has(string name, IReadOnlyDictionary<ObjectType, Shape> added, out Shape? gives);

    public abstract IEnumerable<string> Names(IReadOnlyDictionary<ObjectType, Shape> added);

    /// <summary>Whether a member that it lacks is null, and no fault: another file of its kind may have it.</summary>
    public virtual bool IsLax(IReadOnlyDictionary<ObjectType, Shape> added) => false;

    /// <summary>Whether the user's data decide which members there are.</summary>
    public virtual bool IsOpen(IReadOnlyDictionary<ObjectType, Shape> added) => false;

    /// <summary>A value that has one of these shapes; null when one of them is unknown.</summary>
    public static Shape? Any(IEnumerable<Shape?> shapes)
    {
        var all = new List<Shape>();
        foreach (var shape in shapes)
        {
            if (shape is null) return null;
            foreach (var part in shape is UnionShape union ? union.Parts : [shape])
                if (!all.Contains(part)) all.Add(part);
        }
        return all.Count switch { 0 => Nothing, 1 => all[0], _ => new UnionShape([.. all]) };
    }

    private sealed class UnionShape(ImmutableArray<Shape> parts) : Shape
    {
        public ImmutableArray<Shape> Parts => parts;

        public override Shape? Item => parts.IsEmpty ? Nothing : Any(parts.Select(part => part.Item));

        public override bool Has(string name, IReadOnlyDictionary<ObjectType, Shape> added, out Shape? gives)
        {
            var given = new List<Shape?>();
            foreach (var part in parts)
                if (part.Has(name, added, out var one)) given.Add(one);
            gives = given.Count == 0 ? null : Any(given);
            return given.Count > 0 || parts.IsEmpty;
        }

        public override IEnumerable<string> Names(IReadOnlyDictionary<ObjectType, Shape> added) =>
            parts.SelectMany(part => part.Names(added)).Distinct();

        public override bool IsLax(IReadOnlyDictionary<ObjectType, Shape> added) => parts.Any(part => part.IsLax(added));

        public override bool IsOpen(IReadOnlyDictionary<ObjectType, Shape> added) => parts.Any(part => part.IsOpen(added));
    }
}

/// <summary>A value of one type: of the language's own, or of the host's.</summary>
public sealed class TypeShape(ObjectType type) : Shape
{
    public override bool Has(string name, IReadOnlyDictionary<ObjectType, Shape> added, out Shape? gives)
    {
        if (added.TryGetValue(type, out var own) && own.Has(name, added, out gives)) return true;
        var member = type.Find(name);
        gives = member?.Gives?.Invoke();
        return member is not null;
    }

    public override IEnumerable<string> Names(IReadOnlyDictionary<ObjectType, Shape> added) =>
        added.TryGetValue(type, out var own) ? type.MemberNames.Concat(own.Names(added)) : type.MemberNames;

    public override bool IsLax(IReadOnlyDictionary<ObjectType, Shape> added) =>
        added.TryGetValue(type, out var own) && own.IsLax(added);

    public override bool IsOpen(IReadOnlyDictionary<ObjectType, Shape> added) => added.ContainsKey(type);
}

/// <summary>A list of things alike.</summary>
public sealed class ListShape(Func<Shape?> item) : Shape
{
    private readonly TypeShape list = new(KindTypes.Array);

    public override Shape? Item => item();

    /// <summary>What it gives by names of the user's own, where it has such.</summary>
    public Shape? Named { get; init; }

    public override bool Has(string name, IReadOnlyDictionary<ObjectType, Shape> added, out Shape? gives)
    {
        if (list.Has(name, added, out gives)) return true;
        gives = Named;
        return Named is not null;
    }

    public override IEnumerable<string> Names(IReadOnlyDictionary<ObjectType, Shape> added) => list.Names(added);
}

/// <summary>Names that the user's own data have, each with what it holds.</summary>
/// <param name="lax">Whether a name that is not among them is null, and no fault.</param>
public sealed class NamedShape(IReadOnlyDictionary<string, Func<Shape?>> members, bool lax) : Shape
{
    /// <summary>What it has beside these, and suggests to nobody.</summary>
    public Func<string, Member?> Unlisted { get; init; } = _ => null;

    public override bool Has(string name, IReadOnlyDictionary<ObjectType, Shape> added, out Shape? gives)
    {
        var found = members.TryGetValue(name, out var given);
        var unlisted = found ? null : Unlisted(name);
        gives = found ? given!() : unlisted?.Gives?.Invoke();
        return found || unlisted is not null;
    }

    public override IEnumerable<string> Names(IReadOnlyDictionary<ObjectType, Shape> added) => members.Keys;

    public override bool IsLax(IReadOnlyDictionary<ObjectType, Shape> added) => lax;

    public override bool IsOpen(IReadOnlyDictionary<ObjectType, Shape> added) => true;
}
