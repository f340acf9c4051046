namespace Publisher.Model;

/// <summary>
/// A term on a page whose slug another term (<paramref name="First"/>) has already. It holds positions, so that it outlives
/// edits which move the line.
/// </summary>
/// <param name="Entry">The page's position in the site.</param>
/// <param name="Place">Which of the page's terms it is.</param>
public readonly record struct TermClash(int Entry, int Place, string Name, string First) : IComparable<TermClash>
{
    public int CompareTo(TermClash other) => (Entry, Place).CompareTo((other.Entry, other.Place));
}
