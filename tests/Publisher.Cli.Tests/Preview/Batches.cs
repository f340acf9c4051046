using System.Collections.Immutable;
using Publisher.Cli.Preview;
using Publisher.Text;

namespace Publisher.Cli.Tests.Preview;

/// <summary>A running watcher and what it has said.</summary>
public sealed class Batches : IDisposable
{
    private readonly List<ChangeHint> said = [];
    private readonly SourceWatcher watcher;

    public Batches(TemporaryFolder folder, string[]? ignored = null, bool poll = false)
    {
        watcher = new SourceWatcher(folder.Root, ignored ?? [], Add, poll: poll);
        watcher.Start();
    }

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
        for (var i = 0; i < 1000; i++)
        {
            if (done()) return;
            Thread.Sleep(10);
        }
        Assert.Fail($"waited in vain for {what()}");
    }

    public void Dispose() => watcher.Dispose();

    private void Add(ChangeHint hint)
    {
        lock (said) said.Add(hint);
    }
}
