using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>The numbers of Liquid's <c>(first..last)</c>: none where the last is less than the first.</summary>
internal sealed class LiquidRange(long first, long last) : RangeList(first, last, inclusive: true)
{
    public long First { get; } = first;

    public long Last { get; } = last;

    public override int Count => Last < First ? 0 : base.Count < 0 ? int.MaxValue : base.Count;
}
