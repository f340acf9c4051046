using Publisher.Text;

namespace Publisher.Diagnostics;

/// <summary>What to write in a file so that a problem is gone, where that is known for certain.</summary>
/// <param name="At">The value as it stands in the file, its quotes included.</param>
/// <param name="Old">What it is now: elsewhere nothing is written.</param>
public sealed record Fix(Location At, string Old, string New);
