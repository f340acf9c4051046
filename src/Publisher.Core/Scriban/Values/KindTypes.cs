namespace Publisher.Scriban.Values;

/// <summary>
/// The types of the language's own kinds; a value points at one of them, so comparing references tells its kind.
/// </summary>
internal sealed class KindTypes : ObjectType
{
    public static readonly KindTypes Null = new(ValueKind.Null, "null");
    public static readonly KindTypes Boolean = new(ValueKind.Boolean, "bool");
    public static readonly KindTypes Integer = new(ValueKind.Integer, "int");
    public static readonly KindTypes Big = new(ValueKind.Big, "bigint");
    public static readonly KindTypes Float = new(ValueKind.Float, "float");
    public static readonly KindTypes Double = new(ValueKind.Double, "double");
    public static readonly KindTypes Decimal = new(ValueKind.Decimal, "decimal");
    public static readonly KindTypes String = new(ValueKind.String, "string", KindMembers.OfText);
    public static readonly KindTypes Html = new(ValueKind.Html, "html", KindMembers.OfText);
    public static readonly KindTypes Date = new(ValueKind.Date, "datetime", KindMembers.OfDate);
    public static readonly KindTypes TimeSpan = new(ValueKind.TimeSpan, "timespan", KindMembers.OfTimeSpan);
    public static readonly KindTypes Array = new(ValueKind.Array, "array", KindMembers.OfArray);
    public static readonly KindTypes Object = new(ValueKind.Object, "object");
    public static readonly KindTypes Function = new(ValueKind.Function, "function");

    private readonly string name;
    private readonly KindMember[] members;

    private KindTypes(ValueKind kind, string name, params KindMember[] members) : base(kind)
    {
        this.name = name;
        this.members = members;
    }

    public override string Name => name;

    public override IEnumerable<string> MemberNames => members.Select(member => member.Name);

    public override Member? Find(string name) => System.Array.Find(members, member => member.Name == name);
}
