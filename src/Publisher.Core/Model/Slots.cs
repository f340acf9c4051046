using System.Collections.Concurrent;

namespace Publisher.Model;

/// <summary>
/// Gives each distinct thing a small number that never changes while the builder lives, so that recorded questions are
/// integers.
/// </summary>
public sealed class Slots<T> where T : notnull
{
    private readonly ConcurrentDictionary<T, int> numbers = new();
    private readonly List<T> things = [];

    public int Of(T thing)
    {
        if (numbers.TryGetValue(thing, out var number)) return number;
        lock (things)
        {
            if (numbers.TryGetValue(thing, out number)) return number;
            things.Add(thing);
            numbers[thing] = things.Count - 1;
            return things.Count - 1;
        }
    }

    public T this[int number]
    {
        get
        {
            lock (things) return things[number];
        }
    }
}
