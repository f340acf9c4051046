using System.Collections.Concurrent;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Stores;

/// <summary>
/// Writes a site to a folder: only files whose bytes changed, each whole or not at all, and never one that something else
/// made.
/// </summary>
/// <param name="folder">The output folder; made when missing.</param>
/// <param name="listFile">Where the store remembers what it made; outside the folder, or readers would be served it.</param>
/// <param name="shownAs">The folder as its user wrote it, for messages.</param>
public sealed class DiskStore(string folder, string listFile, string? shownAs = null)
{
    private readonly string shown = shownAs ?? folder;
    private readonly string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
    private readonly string listFile = Path.GetFullPath(listFile);

    /// <summary>
    /// The list file for an output folder, inside a folder that holds a project's state: one for each output folder.
    /// </summary>
    public static string ListFileIn(string stateFolder, string folder)
    {
        var relative = Path.GetRelativePath(Path.GetFullPath(stateFolder), Path.GetFullPath(folder)).Replace('\\', '/');
        return Path.Combine(stateFolder, $"files-{Stamp.Of(relative)}.txt");
    }

    /// <summary>Why this folder may not be built into, whatever the site; null when it may.</summary>
    public Diagnostic? Refuse(DiskOptions options) =>
        OutputFolder.Refuse(root, shown, options, isKnown: WrittenList.Read(listFile, root).Files.Count > 0);

    /// <summary>
    /// Makes the folder hold the site. Files it made before and the site no longer has are removed, and folders it made that
    /// are now empty. Cancelled or killed at any moment, each file is the old one or the new one.
    /// </summary>
    /// <param name="progress">Told the number of outputs done so far, from any thread.</param>
    /// <exception cref="OperationCanceledException">When cancelled.</exception>
    public StoreSummary Write(IOutputs site, DiskOptions options, IProgress<int>? progress, CancellationToken cancel)
    {
        try
        {
            if (Refuse(options) is { } refusal) return StoreSummary.Refused(refusal);
            MakeStateFolder();
            using var turn = TakeTurn();
            if (turn is null) return StoreSummary.Refused(Messages.OutputIsBusy(shown));
            return new DiskWrite(root, shown, WrittenList.Read(listFile, root), site, options, progress).Run(cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return StoreSummary.Failed(Messages.CannotWriteOutput(shown, failure.Message));
        }
    }

    /// <summary>
    /// What <see cref="Write"/> would write and remove, sorted by path, and what it would refuse; changes nothing.
    /// </summary>
    public StoreSummary Compare(IOutputs site, DiskOptions options, CancellationToken cancel)
    {
        if (Refuse(options) is { } refusal) return StoreSummary.Refused(refusal);
        var differences = new ConcurrentBag<DiskDifference>();
        Parallel.ForEach(site.Paths, new ParallelOptions { CancellationToken = cancel }, path =>
        {
            if (site.Want(path) is not { } output) return;
            var file = Path.Combine(root, path.Value);
            if (FileContent.Equals(file, output)) return;
            differences.Add(new(path, File.Exists(file) ? DiskState.Differs : DiskState.Missing, output.Role, output.Length));
        });
        var ours = WrittenList.Read(listFile, root).Files;
        var foreign = differences.Where(one => one.State == DiskState.Differs && !ours.Contains(one.Path.Value)).ToArray();
        var gone = ours.Where(file => File.Exists(Path.Combine(root, file))).Except(site.Paths.Select(path => path.Value));
        foreach (var file in gone) differences.Add(new(new SitePath(file), DiskState.Gone, OutputRole.Asset, 0));
        if (foreign.Length > 0 && !options.TakeOver)
            return StoreSummary.Refused(Messages.OutputHoldsForeignFiles(shown, [.. foreign.Select(one => one.Path).Order()]));
        return new StoreSummary(0, 0, 0, 0, 0, []) { Changes = [.. differences.OrderBy(difference => difference.Path)] };
    }

    private void MakeStateFolder()
    {
        var state = Path.GetDirectoryName(listFile)!;
        if (Directory.Exists(state)) return;
        Directory.CreateDirectory(state);
        // What one machine wrote is nobody else's business: keep it out of commits.
        File.WriteAllText(Path.Combine(state, ".gitignore"), "*\n");
    }

    /// <summary>
    /// Two builds into one folder would take each other's files for foreign ones; null when another is at it.
    /// </summary>
    private FileStream? TakeTurn()
    {
        try
        {
            return new FileStream(listFile + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException) when (File.Exists(listFile + ".lock"))
        {
            return null;
        }
    }
}
