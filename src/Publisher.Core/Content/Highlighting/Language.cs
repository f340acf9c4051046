namespace Publisher.Content.Highlighting;

/// <summary>
/// A language by its names, and what colours it, made when it is first needed; without a scanner the language is plain text.
/// </summary>
internal sealed class Language(string name, string aliases, Func<Scanner>? scanner)
{
    private readonly Lazy<Scanner?> made = new(() => scanner?.Invoke());

    public string Name { get; } = name;

    public string[] Aliases { get; } = aliases.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public Scanner? Scanner => made.Value;
}
