using System.Collections.Concurrent;
using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Stores;

/// <summary>
/// Writes a site to a folder: only files whose bytes changed, each whole or not at all, and never one that something else
/// made.
/// </summary>
/// <param name="folder">The output folder; made when missing.</param>
/// <param name="listFile">Where the store remembers what it made; outside the folder, or readers would be served it.</param>
public sealed class DiskStore(string folder, string listFile)
{
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

    /// <summary>
    /// Makes the folder hold the site. Files it made before and the site no longer has are removed, and folders it made that
    /// are now empty. Cancelled or killed at any moment, each file is the old one or the new one.
    /// </summary>
    /// <param name="progress">Told the number of outputs done so far, from any thread.</param>
    /// <exception cref="OperationCanceledException">When cancelled.</exception>
    public StoreSummary Write(IOutputs site, DiskOptions options, IProgress<int>? progress, CancellationToken cancel)
    {
        if (OutputFolder.Refuse(root, options.Sources) is { } refusal) return StoreSummary.Refused(refusal);
        try
        {
            MakeStateFolder();
            using var turn = TakeTurn();
            if (turn is null) return StoreSummary.Refused(Messages.OutputIsBusy(folder));
            return new DiskWrite(root, folder, WrittenList.Read(listFile, root), site, options, progress).Run(cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return StoreSummary.Refused(Messages.CannotWriteOutput(folder, failure.Message));
        }
    }

    /// <summary>What <see cref="Write"/> would write and remove, sorted by path; changes nothing.</summary>
    public ImmutableArray<DiskDifference> Compare(IOutputs site, CancellationToken cancel)
    {
        var differences = new ConcurrentBag<DiskDifference>();
        Parallel.ForEach(site.Paths, new ParallelOptions { CancellationToken = cancel }, path =>
        {
            if (site.Want(path) is not { } output) return;
            var file = Path.Combine(root, path.Value);
            if (FileContent.Equals(file, output)) return;
            differences.Add(new(path, File.Exists(file) ? DiskState.Differs : DiskState.Missing, output.Role, output.Length));
        });
        var made = WrittenList.Read(listFile, root).Files.Where(file => File.Exists(Path.Combine(root, file)));
        var gone = made.Except(site.Paths.Select(path => path.Value));
        foreach (var file in gone) differences.Add(new(new SitePath(file), DiskState.Gone, OutputRole.Asset, 0));
        return [.. differences.OrderBy(difference => difference.Path)];
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
