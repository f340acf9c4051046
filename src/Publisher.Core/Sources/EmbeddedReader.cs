using System.Reflection;
using Publisher.Text;

namespace Publisher.Sources;

/// <summary>The files built into the program whose names begin with a folder: its own themes.</summary>
public sealed class EmbeddedReader(Assembly assembly, string prefix) : ISourceReader
{
    public SourceSet Read(SourceSet? last = null, CancellationToken cancel = default) => last ?? new SourceSet(
        from name in assembly.GetManifestResourceNames()
        where name.StartsWith(prefix, StringComparison.Ordinal)
        select new EmbeddedFile(assembly, name, new SitePath(name)));

    private sealed class EmbeddedFile(Assembly assembly, string name, SitePath path) : SourceFile(path, 0, Stamp.Of(name))
    {
        public override byte[] Read()
        {
            using var stream = Open();
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }

        public override Stream Open() => assembly.GetManifestResourceStream(name)!;
    }
}
