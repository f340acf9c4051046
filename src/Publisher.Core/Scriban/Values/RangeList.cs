namespace Publisher.Scriban.Values;

/// <summary>The numbers <c>first..last</c>, up or down, never stored.</summary>
internal sealed class RangeList(long first, long last, bool inclusive) : ValueList
{
    private readonly bool down = first > last;

    public override int Count { get; } = Length(first, last, inclusive);

    public override string KindName => "range";

    public override Value At(int index, TemplateRun run) => Value.FromInteger(down ? first - index : first + index);

    /// <summary>The number of steps, or -1 when it is too long to be counted.</summary>
    public static int Length(long first, long last, bool inclusive)
    {
        var distance = (ulong)(first > last ? first - (Int128)last : last - (Int128)first);
        var steps = inclusive ? distance + 1 : distance;
        return steps > int.MaxValue || (inclusive && steps == 0) ? -1 : (int)steps;
    }
}
