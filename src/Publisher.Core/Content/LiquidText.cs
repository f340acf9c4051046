using System.Text.RegularExpressions;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Content;

/// <summary>
/// Finds template code from another generator in a text that is not going to be run: braces are plain text, and an author who moves a site
/// must not learn that from a reader. Code blocks and code spans are left alone.
/// </summary>
internal static partial class LiquidText
{
    public static void Report(SitePath file, string text, int firstLine, ICollection<Diagnostic> problems)
    {
        if (!text.Contains("{%", StringComparison.Ordinal) && !text.Contains("{{", StringComparison.Ordinal)) return;
        var (line, count) = (firstLine, 0);
        Location? first = null;
        var (found, fence) = ("", "");
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var content = text.AsSpan(range);
            var start = content.TrimStart();
            if (fence.Length > 0)
            {
                if (start.StartsWith(fence)) fence = "";
            }
            else if (start.StartsWith("```") || start.StartsWith("~~~"))
            {
                fence = start[..3].ToString();
            }
            else if (content.Contains('{') && !content.StartsWith("    ") && !content.StartsWith("\t"))
            {
                var code = CodeSpan().Replace(content.ToString(), match => new string(' ', match.Length));
                foreach (Match match in Liquid().Matches(code))
                {
                    count++;
                    if (first is not null) continue;
                    first = new Location(file, line, match.Index + 1, match.Length);
                    found = match.Value;
                }
            }
            line++;
        }
        if (first is { } at) problems.Add(Messages.LiquidIsText(at, found, count));
    }

    [GeneratedRegex(@"\{%-?\s*(?:include|include_relative|assign|capture|if|unless|for|case|raw|comment|link|post_url|highlight|cycle|render|tablerow)\b[^%]*%\}|\{\{-?\s*(?:page|site|post|include|layout|content)\b[^}]*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Liquid();

    [GeneratedRegex("`+[^`]*`+")]
    private static partial Regex CodeSpan();
}
