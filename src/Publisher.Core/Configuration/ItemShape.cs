namespace Publisher.Configuration;

/// <summary>What one of the values of a key must be: in words for whoever wrote another, and whether a value is that.</summary>
internal sealed record ItemShape(string Words, Func<DataNode, bool> Fits);
