using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Publisher.Scriban.Functions;

/// <summary>Compiled patterns by their source; emptied when a template has made too many, so that it stays bounded.</summary>
internal sealed class RegexCache
{
    private const int MaxPatterns = 500;

    private readonly ConcurrentDictionary<(string Pattern, string Options), Regex> patterns = new();

    public bool TryGetValue((string Pattern, string Options) key, out Regex pattern) => patterns.TryGetValue(key, out pattern!);

    public Regex Keep((string Pattern, string Options) key, Regex pattern)
    {
        if (patterns.Count >= MaxPatterns) patterns.Clear();
        patterns[key] = pattern;
        return pattern;
    }
}
