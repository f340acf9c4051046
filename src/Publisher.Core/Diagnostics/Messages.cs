using Publisher.Text;

namespace Publisher.Diagnostics;

/// <summary>
/// The catalogue: one method per problem, one file per stage. PB01 settings, PB02 front matter and pages, PB03 Markdown
/// and links, PB04 templates, PB05 site and routes, PB06 media, PB07 publishing, PB08 the program.
/// </summary>
public static partial class Messages
{
    private static Diagnostic Error(string code, Location at, string message, string? hint = null) =>
        new(Severity.Error, code, at, message) { Hint = hint };

    private static Diagnostic Warning(string code, Location at, string message, string? hint = null) =>
        new(Severity.Warning, code, at, message) { Hint = hint };

    private static Diagnostic Note(string code, Location at, string message, string? hint = null) =>
        new(Severity.Note, code, at, message) { Hint = hint };

    /// <summary>"did you mean 'x'?", or null when nothing is near.</summary>
    private static string? Suggest(string name, IEnumerable<string> known) =>
        Nearest.To(name, known) is { } near ? $"did you mean '{near}'?" : null;
}
