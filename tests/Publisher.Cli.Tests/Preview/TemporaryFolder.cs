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

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
