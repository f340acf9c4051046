namespace Publisher.Text;

/// <summary>
/// A place in a source file, for messages: line and column count from 1 (columns in UTF-16 units); zero means the whole file.
/// </summary>
public readonly record struct Location(SitePath File, int Line = 0, int Column = 0, int Length = 0)
{
    public override string ToString() => Line == 0 ? File.Value : $"{File}:{Line}:{Column}";
}
