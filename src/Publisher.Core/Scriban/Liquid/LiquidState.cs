namespace Publisher.Scriban.Liquid;

/// <summary>What Liquid's tags remember during a run: counters, cycles, where loops ended, what changed.</summary>
internal sealed class LiquidState
{
    private static readonly object Key = new();

    public Dictionary<string, long> Counters { get; } = [];

    public Dictionary<string, int> Cycles { get; } = [];

    public Dictionary<string, long> Offsets { get; } = [];

    public string? LastChanged { get; set; }

    public static LiquidState Of(TemplateRun run)
    {
        if (run.FunctionState.TryGetValue(Key, out var state)) return (LiquidState)state;
        var made = new LiquidState();
        run.FunctionState[Key] = made;
        return made;
    }

    /// <summary>Begins anew, for a template that shares nothing with its caller; returns what the caller goes on with.</summary>
    public static LiquidState Replace(TemplateRun run, LiquidState state)
    {
        var before = Of(run);
        run.FunctionState[Key] = state;
        return before;
    }
}
