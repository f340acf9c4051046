namespace Publisher.Scriban.Values;

/// <summary>What a <see cref="Value"/> is; the numbers are ordered by rank, the widest last.</summary>
public enum ValueKind : byte
{
    /// <summary>Nothing was ever put here; behaves as null, but strict templates can tell.</summary>
    Undefined,
    Null,
    Boolean,
    Integer,
    Big,
    Float,
    Double,
    Decimal,
    String,
    /// <summary>Markup that is safe to print as it is.</summary>
    Html,
    Date,
    TimeSpan,
    Array,
    Object,
    /// <summary>A value of the host: an <see cref="ObjectType"/> and its target.</summary>
    Host,
    Function,
}
