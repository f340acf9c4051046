namespace Publisher.Content;

/// <summary>
/// One heading of a page, for tables of contents and search: <paramref name="Html"/> is inline HTML without links.
/// </summary>
public sealed record Heading(int Level, string Id, string Html, string Text);
