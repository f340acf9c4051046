using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>The numbers of Liquid's <c>(first..last)</c>: none where the last is less than the first.</summary>
internal sealed class LiquidRange(long first, long last) : ValueList
{
    private readonly int count = last < first ? 0 : (int)Math.Min((ulong)last - (ulong)first, int.MaxValue - 1) + 1;

    public long First => first;

    public long Last => last;

    public override int Count => count;

    public override string KindName => "range";

    public override Value At(int index, TemplateRun run) => Value.FromInteger(first + index);
}
