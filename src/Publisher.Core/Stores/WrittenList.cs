using System.Text;

namespace Publisher.Stores;

/// <summary>
/// Remembers which files and folders a <see cref="DiskStore"/> made, so that it never touches another's. It is written before
/// the first file is, with everything the build may make: an interrupted build's files are then known as ours by the next
/// one.
/// </summary>
internal sealed class WrittenList
{
    private const string Header = "publisher files 1";
    private readonly string file;
    private readonly string about;
    private string onDisk = "";

    private WrittenList(string file, string folder)
    {
        this.file = file;
        // Relative, so that a project moved together with its output keeps its memory.
        about = Path.GetRelativePath(Path.GetDirectoryName(file)!, folder).Replace('\\', '/');
    }

    public HashSet<string> Files { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Folders { get; } = new(StringComparer.Ordinal);

    /// <summary>The list in <paramref name="file"/>; empty when there is none, or it is about another folder.</summary>
    public static WrittenList Read(string file, string folder)
    {
        var list = new WrittenList(file, folder);
        if (!File.Exists(file)) return list;
        var text = File.ReadAllText(file);
        var lines = text.Split('\n');
        if (lines.Length < 2 || lines[0] != Header || Unescape(lines[1]) != list.about) return list;
        list.onDisk = text;
        foreach (var line in lines.AsSpan(2))
        {
            if (line.Length == 0) continue;
            if (line[^1] == '/') list.Folders.Add(Unescape(line[..^1]));
            else list.Files.Add(Unescape(line));
        }
        return list;
    }

    /// <summary>Writes the list unless the file says exactly this already.</summary>
    public void Save(IEnumerable<string> files, IEnumerable<string> folders)
    {
        var text = new StringBuilder().Append(Header).Append('\n').Append(Escape(about)).Append('\n');
        foreach (var line in files.Select(Escape).Concat(folders.Select(folder => Escape(folder) + "/"))
            .Order(StringComparer.Ordinal))
            text.Append(line).Append('\n');
        var now = text.ToString();
        if (now == onDisk) return;
        File.WriteAllText(file + ".new", now);
        File.Move(file + ".new", file, overwrite: true);
        onDisk = now;
    }

    // No path of a site holds a backslash, so it is free to escape with.
    private static string Escape(string path) => path.Replace("\n", @"\n");

    private static string Unescape(string line) => line.Replace(@"\n", "\n");
}
