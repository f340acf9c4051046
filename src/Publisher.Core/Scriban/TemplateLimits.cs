namespace Publisher.Scriban;

/// <summary>How much one run may do before it is stopped with an error; far above what honest templates need.</summary>
public sealed record TemplateLimits
{
    public static TemplateLimits Default { get; } = new();

    /// <summary>Steps of all loops together.</summary>
    public int LoopSteps { get; init; } = 5_000_000;

    /// <summary>Functions and includes inside each other.</summary>
    public int Recursion { get; init; } = 100;

    /// <summary>Bytes of output.</summary>
    public int OutputBytes { get; init; } = 64 << 20;

    /// <summary>UTF-16 units of one string, and items of one array that a template makes.</summary>
    public int Length { get; init; } = 4 << 20;

    /// <summary>Bytes of strings and arrays made in all, roughly.</summary>
    public long Allocation { get; init; } = 512L << 20;
}
