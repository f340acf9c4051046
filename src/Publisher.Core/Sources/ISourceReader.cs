namespace Publisher.Sources;

/// <summary>Where a site's source comes from: a folder on disk, or memory in tests.</summary>
public interface ISourceReader
{
    /// <summary>Looks at everything again; files that did not change are the very objects of <paramref name="last"/>.</summary>
    SourceSet Read(SourceSet? last, CancellationToken cancel);
}
