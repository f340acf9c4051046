using System.Text;

namespace Publisher.Cli.Tests.Preview;

/// <summary>A folder of source files for one test, gone after it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder(params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files) Write(path, text);
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("publisher-test-").FullName;

    public string this[string path] => Path.Join(Root, path);

    /// <summary>Writes as most programs do: in place, cut to nothing first.</summary>
    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllBytes(this[path], Encoding.UTF8.GetBytes(text));
    }

    /// <summary>
    /// Writes as careful editors do: the file is there whole, or as it was. What is written in place may be seen twice, cut to
    /// nothing and with its text, if the machine is slow.
    /// </summary>
    public void Save(string path, string text)
    {
        var whole = Path.Join(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllBytes(whole, Encoding.UTF8.GetBytes(text));
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.Move(whole, this[path], overwrite: true);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
