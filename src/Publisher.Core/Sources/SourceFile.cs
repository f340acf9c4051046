using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Sources;

/// <summary>
/// A file of the site's source as it was when the sources were read. Two readings of an unchanged file give the same
/// object, so that all that was derived from it can be kept by comparing references.
/// </summary>
public abstract class SourceFile(SitePath path, long length, Stamp version)
{
    public SitePath Path { get; } = path;

    /// <summary>In bytes.</summary>
    public long Length { get; } = length;

    /// <summary>
    /// Changes whenever the content may have changed: taken from the content in memory, from length and time on disk.
    /// </summary>
    public Stamp Version { get; } = version;

    /// <summary>The whole content; empty when the file has gone since.</summary>
    public abstract byte[] Read();

    /// <summary>The whole content; empty, and told of, when it cannot be read.</summary>
    public byte[] Read(ICollection<Diagnostic> problems)
    {
        try
        {
            return Read();
        }
        catch (UnreadableException unreadable)
        {
            problems.Add(unreadable.Problem);
            return [];
        }
    }

    /// <summary>A fresh stream of the content; the caller disposes of it.</summary>
    public abstract Stream Open();
}
