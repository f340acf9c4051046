namespace Publisher.Cli.Preview;

/// <summary>
/// Tells whether git is rewriting the sources right now: it holds <c>index.lock</c> from the first file to the last.
/// </summary>
internal sealed class GitLock
{
    // An older lock was left by a git that died.
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(1);

    private readonly string? file;

    public GitLock(string root)
    {
        for (var folder = root; folder is not null && file is null; folder = Path.GetDirectoryName(folder))
            file = LockIn(Path.Join(folder, ".git"));
    }

    public bool IsHeld() => file is not null && File.Exists(file) && DateTime.UtcNow - File.GetLastWriteTimeUtc(file) < Oldest;

    /// <summary>In a linked worktree <c>.git</c> is a file that names the folder.</summary>
    private static string? LockIn(string git)
    {
        const string Pointer = "gitdir: ";
        if (Directory.Exists(git)) return Path.Join(git, "index.lock");
        if (!File.Exists(git)) return null;
        var text = File.ReadAllText(git).Trim();
        if (!text.StartsWith(Pointer, StringComparison.Ordinal)) return null;
        return Path.Join(Path.GetFullPath(text[Pointer.Length..], Path.GetDirectoryName(git)!), "index.lock");
    }
}
