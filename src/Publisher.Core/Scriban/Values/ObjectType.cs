namespace Publisher.Scriban.Values;

/// <summary>
/// What a template can ask of one kind of host value: its members by name. One instance per kind, shared by all values and
/// threads;
/// templates look a member up once and remember it by the instance.
/// </summary>
public abstract class ObjectType
{
    protected ObjectType() => Kind = ValueKind.Host;

    private protected ObjectType(ValueKind kind) => Kind = kind;

    /// <summary>The name in messages: "page".</summary>
    public abstract string Name { get; }

    /// <summary>Every name <see cref="Find"/> knows, for suggestions and for <c>object.keys</c>.</summary>
    public abstract IEnumerable<string> MemberNames { get; }

    internal ValueKind Kind { get; }

    /// <summary>The member of that name, the same instance each time; null when the type has none.</summary>
    public abstract Member? Find(string name);

    /// <summary>
    /// Members that only the target knows (front matter). Asked after <see cref="Find"/>; false means there is no such member.
    /// </summary>
    public virtual bool TryGetDynamic(object target, TemplateRun run, string name, out Value value)
    {
        value = default;
        return false;
    }

    /// <summary>The names <see cref="TryGetDynamic"/> knows for this target.</summary>
    public virtual IEnumerable<string> DynamicNames(object target, TemplateRun run) => [];

    /// <summary>What the value prints as; its type's name when the host does not say.</summary>
    public virtual Value Text(object target, TemplateRun run) => Value.FromString(Name);
}
