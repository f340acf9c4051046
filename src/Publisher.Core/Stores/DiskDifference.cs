using Publisher.Text;

namespace Publisher.Stores;

/// <summary>How a file on disk stands to the output of its path.</summary>
public enum DiskState { Missing, Differs, Gone }

/// <summary>A file that is not as the site wants it.</summary>
public sealed record DiskDifference(SitePath Path, DiskState State, OutputRole Role, long Length);
