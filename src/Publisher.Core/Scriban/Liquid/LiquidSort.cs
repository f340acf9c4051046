namespace Publisher.Scriban.Liquid;

/// <summary>Sorts so that equal items keep their order, with an order that may end the run by a fault.</summary>
internal static class LiquidSort
{
    public delegate int Order<T>(in T left, in T right);

    public static void Sort<T>(T[] items, Order<T> order, TemplateRun run)
    {
        run.CheckLength(items.Length);
        run.Charge(items.Length * 48L);
        var (from, to) = (items, new T[items.Length]);
        for (var width = 1; width < items.Length; width *= 2)
        {
            for (var left = 0; left < items.Length; left += width * 2)
                Merge(from, to, left, Math.Min(left + width, items.Length), Math.Min(left + width * 2, items.Length), order, run);
            (from, to) = (to, from);
        }
        if (!ReferenceEquals(from, items)) from.CopyTo(items, 0);
    }

    private static void Merge<T>(T[] from, T[] to, int left, int middle, int end, Order<T> order, TemplateRun run)
    {
        var right = middle;
        for (var (i, at) = (left, left); at < end; at++)
        {
            run.Step();
            var takesLeft = i < middle && (right == end || order(from[i], from[right]) <= 0);
            to[at] = takesLeft ? from[i++] : from[right++];
        }
    }
}
