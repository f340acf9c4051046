using System.Text;
using Publisher.Text;

namespace Publisher.Sources;

/// <summary>
/// A site's source held in memory: what tests edit. Also reads the txtar form (<c>-- path --</c> lines between files).
/// </summary>
public sealed class MemoryReader : ISourceReader
{
    private readonly SortedDictionary<SitePath, SourceFile> files = [];

    public static MemoryReader FromTxtar(string archive)
    {
        var reader = new MemoryReader();
        string? path = null;
        var text = new StringBuilder();
        foreach (var line in archive.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("-- ", StringComparison.Ordinal) && line.EndsWith(" --", StringComparison.Ordinal))
            {
                if (path is not null) reader.Write(path, text.ToString());
                path = line[3..^3].Trim();
                text.Clear();
            }
            else
            {
                text.Append(line).Append('\n');
            }
        }
        if (path is not null) reader.Write(path, text.ToString().TrimEnd('\n') + "\n");
        return reader;
    }

    public IEnumerable<SitePath> Paths => files.Keys;

    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public void Write(string path, byte[] bytes)
    {
        var file = new MemoryFile(new SitePath(path), bytes);
        if (files.GetValueOrDefault(file.Path) is not { } old || old.Version != file.Version) files[file.Path] = file;
    }

    public string Text(string path) => Encoding.UTF8.GetString(files[new SitePath(path)].Read());

    public bool Remove(string path) => files.Remove(new SitePath(path));

    public SourceSet Read(SourceSet? last = null, CancellationToken cancel = default) => new(files.Values);

    private sealed class MemoryFile(SitePath path, byte[] bytes) : SourceFile(path, bytes.Length, Stamp.Of(bytes))
    {
        public override byte[] Read() => bytes;

        public override Stream Open() => new MemoryStream(bytes, writable: false);
    }
}
