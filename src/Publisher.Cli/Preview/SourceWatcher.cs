using System.Diagnostics;
using Publisher.Text;

namespace Publisher.Cli.Preview;

/// <summary>
/// Tells which source files changed, in few batches and soon: one batch for one save, whichever way the editor saves, and a
/// handful for a branch switch. Where the system does not report changes it looks by itself.
/// </summary>
public sealed class SourceWatcher : IDisposable
{
    // Measured on inotify: the events of one save lie within 3 ms of each other; a batch that long is complete.
    private const int QuietMs = 3, CapMs = 100;

    // Many files at once arrive with longer pauses, and nobody waits for one page of them.
    private const int BulkCount = 50, BulkQuietMs = 30, BulkCapMs = 1000;

    // While git switches branches it holds a lock, so that all of it can be one batch.
    private const int GitCapMs = 15_000;

    // A file that is gone or empty for a moment is being saved in two steps.
    private const int HalfDoneMs = 25;

    // inotify cannot watch a folder before it is there, so what is made in it at once is looked for a little later.
    private const int FreshFolderMs = 100;

    // How often is looked whether the source folder itself is still there, of which the system reports nothing.
    private const int PollMs = 1000;

    // A watch that breaks sooner than this after it began is out of the system's limits, and would break again.
    private const int BreaksAgainMs = 5000;

    private readonly string root;
    private readonly WatchRules rules;
    private readonly SourceTree tree;
    private readonly GitLock git;
    private readonly Action<ChangeHint> changed;
    private readonly Action<string> polling;
    private readonly Thread thread;

    private readonly object gate = new();
    private readonly Dictionary<SitePath, long> touched = []; // With the number of the last event, which orders the batch.
    private readonly List<(long Due, SitePath Folder)> fresh = [];
    private HashSet<SitePath> removed = [];
    private long events, lastEventAt, listeningSince;
    private bool lost, stopped;
    private string? broken;
    private FileSystemWatcher? system;

    /// <param name="root">The folder to watch, with everything below it.</param>
    /// <param name="ignored">Folders in it to leave out, besides those no site has pages in.</param>
    /// <param name="changed">Receives each batch, on the watcher's own thread: it must not block.</param>
    /// <param name="polling">Receives the reason, once, when the system's reports cannot be had.</param>
    /// <param name="poll">Look once a second from the start, for shared folders whose system reports nothing.</param>
    public SourceWatcher(
        string root, IEnumerable<string> ignored, Action<ChangeHint> changed, Action<string>? polling = null, bool poll = false)
    {
        this.root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        this.changed = changed;
        this.polling = polling ?? (_ => { });
        rules = new WatchRules(this.root, ignored);
        tree = new SourceTree(this.root, rules);
        git = new GitLock(this.root);
        thread = new Thread(poll ? Poll : Run) { IsBackground = true, Name = "source watcher" };
    }

    /// <summary>Begins; every change after this returns is reported, those before may be.</summary>
    public void Start()
    {
        Listen();
        tree.LookEverywhere();
        thread.Start();
    }

    public void Dispose()
    {
        lock (gate)
        {
            stopped = true;
            Monitor.Pulse(gate);
        }
        system?.Dispose();
        if (thread.IsAlive && Thread.CurrentThread != thread) thread.Join();
    }

    private void Run()
    {
        while (Collect() is { } batch)
        {
            if (IsRootGone(batch))
            {
                if (!WaitForRoot()) return;
                continue;
            }
            var hint = Look(batch);
            if (hint.Everything || !hint.Paths.IsEmpty) changed(hint);
            if (batch.Broken is null) continue;
            if (MsSince(listeningSince) > BreaksAgainMs && Listen()) continue;
            polling(batch.Broken);
            Poll();
        }
    }

    /// <summary>
    /// The watch is on a folder, not on its name: one that went and came back, or another at its place, is not watched. Of a
    /// folder that is there again already, only the end of all that was in the old one tells.
    /// </summary>
    private bool IsRootGone(Batch batch) =>
        !Directory.Exists(root) || (batch.Removed.Count > 0 && tree.TopLevel.All(batch.Removed.Contains));

    /// <summary>Waits until the folder is there, and begins to watch it; false when the watcher stops first.</summary>
    private bool WaitForRoot()
    {
        if (!Directory.Exists(root)) polling($"the folder '{root}' is gone; the preview waits for it");
        lock (gate)
        {
            while (!stopped && !Directory.Exists(root)) Monitor.Wait(gate, PollMs);
            if (stopped) return false;
            touched.Clear();
            fresh.Clear();
            lost = true;
        }
        Listen();
        return true;
    }

    private void Poll()
    {
        system?.Dispose();
        while (true)
        {
            lock (gate)
            {
                if (!stopped) Monitor.Wait(gate, PollMs);
                if (stopped) return;
            }
            var different = tree.LookEverywhere();
            if (!different.IsEmpty) changed(new ChangeHint(different));
        }
    }

    /// <param name="Removed">What was removed at the top, even if it is there again.</param>
    private sealed record Batch(SitePath[] Touched, SitePath[] Again, HashSet<SitePath> Removed, bool Lost, string? Broken);

    private ChangeHint Look(Batch batch)
    {
        if (batch.Lost || batch.Broken is not null)
        {
            var different = tree.LookEverywhere();
            return new ChangeHint([.. different, .. batch.Touched.Except(different).Where(IsFile)], Everything: true);
        }
        var folders = new List<SitePath>();
        var paths = tree.Look([.. batch.Touched, .. batch.Again], folders);
        lock (gate)
        {
            var due = Environment.TickCount64 + FreshFolderMs;
            foreach (var folder in folders.Except(batch.Again)) fresh.Add((due, folder));
        }
        return new ChangeHint(paths);
    }

    private bool IsFile(SitePath path) => File.Exists(Path.Join(root, path.Value));

    /// <summary>Waits for events, then for the end of them; null when the watcher stops.</summary>
    private Batch? Collect()
    {
        lock (gate)
        {
            SitePath[] again;
            while ((again = TakeDueFolders()).Length == 0 && touched.Count == 0 && !lost && broken is null && !stopped)
            {
                Monitor.Wait(gate, UntilNextFolder());
                if (touched.Count == 0 && !Directory.Exists(root)) break;
            }
            WaitForQuiet();
            if (stopped) return null;
            var inOrder = touched.OrderBy(entry => entry.Value).Select(entry => entry.Key);
            var batch = new Batch([.. inOrder], again, removed, lost, broken);
            touched.Clear();
            removed = [];
            (lost, broken) = (false, null);
            return batch;
        }
    }

    private void WaitForQuiet()
    {
        var began = Stopwatch.GetTimestamp();
        var patient = false;
        while (!stopped)
        {
            var bulk = touched.Count >= BulkCount || lost;
            var quiet = bulk ? BulkQuietMs : patient ? HalfDoneMs : QuietMs;
            var left = Math.Min(quiet - MsSince(lastEventAt), (bulk ? BulkCapMs : CapMs) - MsSince(began));
            if (left > 0) Monitor.Wait(gate, (int)Math.Ceiling(left));
            else if (!patient && !bulk && tree.LooksHalfDone(touched.Keys)) patient = true;
            else if (bulk && MsSince(began) < GitCapMs && git.IsHeld()) Monitor.Wait(gate, BulkQuietMs);
            else return;
        }
    }

    private SitePath[] TakeDueFolders()
    {
        if (fresh.Count == 0) return [];
        var now = Environment.TickCount64;
        SitePath[] due = [.. fresh.Where(folder => folder.Due <= now).Select(folder => folder.Folder).Distinct()];
        fresh.RemoveAll(folder => folder.Due <= now);
        return due;
    }

    private int UntilNextFolder() =>
        fresh.Count == 0 ? PollMs : (int)Math.Clamp(fresh[0].Due - Environment.TickCount64, 1, PollMs);

    private static double MsSince(long timestamp) => Stopwatch.GetElapsedTime(timestamp).TotalMilliseconds;

    private bool Listen()
    {
        system?.Dispose();
        listeningSince = Stopwatch.GetTimestamp();
        try
        {
            system = new FileSystemWatcher(root)
            {
                IncludeSubdirectories = true,
                InternalBufferSize = 64 * 1024,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName
                    | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            system.Created += (_, change) => Touch(change.FullPath);
            system.Changed += (_, change) => Touch(change.FullPath);
            system.Deleted += (_, change) => Touch(change.FullPath, isRemoved: true);
            system.Renamed += (_, change) =>
            {
                lock (gate) // Both names are in one batch.
                {
                    Touch(change.OldFullPath);
                    Touch(change.FullPath);
                }
            };
            system.Error += (_, error) => Fail(error.GetException());
            system.EnableRaisingEvents = true;
            return true;
        }
        catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
        {
            Fail(error);
            return false;
        }
    }

    private void Touch(string fullPath, bool isRemoved = false)
    {
        if (fullPath.Length <= root.Length) return;
        var path = new SitePath(fullPath[root.Length..]);
        if (rules.Ignores(path)) return;
        lock (gate)
        {
            if (touched.Count == 0) Monitor.Pulse(gate);
            touched[path] = ++events;
            if (isRemoved && path.Parent.IsRoot) removed.Add(path);
            lastEventAt = Stopwatch.GetTimestamp();
        }
    }

    private void Fail(Exception error)
    {
        lock (gate)
        {
            if (error is InternalBufferOverflowException) lost = true;
            else broken = error.Message;
            lastEventAt = Stopwatch.GetTimestamp();
            Monitor.Pulse(gate);
        }
    }
}
