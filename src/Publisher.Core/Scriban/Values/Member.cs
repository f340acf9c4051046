namespace Publisher.Scriban.Values;

/// <summary>One readable member of an <see cref="ObjectType"/>.</summary>
public class Member
{
    private readonly Func<object, TemplateRun, Value> get;

    public Member(string name, Func<object, TemplateRun, Value> get)
    {
        Name = name;
        this.get = get;
    }

    private protected Member(string name) : this(name, static (_, _) => default) { }

    public string Name { get; }

    /// <summary>What its values are like, for static checks; null where that is not known.</summary>
    public Func<Checks.Shape?>? Gives { get; init; }

    internal virtual Value Get(in Value target, TemplateRun run) => get(target.Reference!, run);
}
