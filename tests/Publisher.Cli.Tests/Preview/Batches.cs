using System.Collections.Immutable;
using System.Diagnostics;
using Publisher.Cli.Preview;
using Publisher.Text;

namespace Publisher.Cli.Tests.Preview;

/// <summary>A running watcher and what it has said.</summary>
public sealed class Batches : IDisposable
{
    /// <summary>How long anything may take: on a busy machine long, since only a failure waits for it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // What a save takes may be told only in part when the watcher looks in between.
    private static readonly TimeSpan QuickSave = TimeSpan.FromMilliseconds(3);

    private readonly List<ChangeHint> said = [];
    private readonly SourceWatcher watcher;

    public Batches(TemporaryFolder folder, string[]? ignored = null, bool poll = false)
    {
        watcher = new SourceWatcher(folder.Root, ignored ?? [], Add, poll: poll);
        watcher.Start();
    }

    /// <summary>
    /// What is said of a save that took no longer than it does on a machine with nothing else to do; until then it is done again.
    /// </summary>
    public static Batches OfQuick(TemporaryFolder folder, TimeSpan longest, Action save)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var batches = new Batches(folder);
            var began = Stopwatch.GetTimestamp();
            save();
            if (Stopwatch.GetElapsedTime(began) <= longest) return batches;
            batches.Dispose();
        }
        throw new TimeoutException("The machine was never quick enough.");
    }

    public static Batches OfQuick(TemporaryFolder folder, Action save) => OfQuick(folder, QuickSave, save);

    public ImmutableArray<ChangeHint> All
    {
        get
        {
            lock (said) return [.. said];
        }
    }

    public string[] Paths => [.. All.SelectMany(hint => hint.Paths).Select(path => path.Value).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Waits until all of these were named, then a little longer for what should not be.</summary>
    public void Expect(params string[] paths)
    {
        var wanted = paths.Select(path => new SitePath(path)).ToHashSet();
        WaitUntil(() => wanted.IsSubsetOf(All.SelectMany(hint => hint.Paths)), () => $"{string.Join(", ", paths)}; there was: {string.Join(", ", Paths)}");
        Thread.Sleep(150);
    }

    public void Forget()
    {
        Thread.Sleep(150);
        lock (said) said.Clear();
    }

    public static void WaitUntil(Func<bool> done, Func<string> what)
    {
        var began = Stopwatch.GetTimestamp();
        while (!done())
        {
            if (Stopwatch.GetElapsedTime(began) > Patience) Assert.Fail($"waited in vain for {what()}");
            Thread.Sleep(10);
        }
    }

    public void Dispose() => watcher.Dispose();

    private void Add(ChangeHint hint)
    {
        lock (said) said.Add(hint);
    }
}
