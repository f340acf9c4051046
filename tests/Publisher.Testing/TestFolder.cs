namespace Publisher.Testing;

/// <summary>A temporary folder that goes away with its test.</summary>
public sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("publisher-test-").FullName;

    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[relative])!);
        File.WriteAllText(this[relative], text);
    }

    /// <summary>
    /// Writes as careful editors do: the file is there whole, or as it was. A preview may see what is written in place twice, cut
    /// to nothing and with its text, if the machine is slow.
    /// </summary>
    public void Save(string relative, string text)
    {
        var whole = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());
        File.WriteAllText(whole, text);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[relative])!);
        File.Move(whole, this[relative], overwrite: true);
    }

    public string Read(string relative) => File.ReadAllText(this[relative]);

    /// <summary>Every file and empty folder (with a '/') below a folder, sorted.</summary>
    public string[] List(string relative = "") =>
        Directory.Exists(this[relative])
            ? [.. Directory.EnumerateFileSystemEntries(this[relative], "*", SearchOption.AllDirectories)
                .Where(entry => File.Exists(entry) || !Directory.EnumerateFileSystemEntries(entry).Any())
                .Select(entry => System.IO.Path.GetRelativePath(this[relative], entry) + (File.Exists(entry) ? "" : "/"))
                .Order(StringComparer.Ordinal)]
            : [];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
