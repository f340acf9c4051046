using Publisher.Text;

namespace Publisher.Cli.Terminal;

/// <summary>The forms in which problems are reported.</summary>
public enum ReportFormat { Text, Json, GitHub, MsBuild }

public static class ReportFormats
{
    public static readonly string[] Names = ["text", "json", "github", "msbuild"];

    public static ReportFormat? Parse(string name) =>
        Array.IndexOf(Names, name) is >= 0 and var index ? (ReportFormat)index : null;

    /// <param name="root">The folder that files are relative to.</param>
    /// <param name="textOf">A file's text, for code frames; null when there is none.</param>
    public static IReport Create(ReportFormat format, Screen screen, string root, Func<SitePath, string?> textOf) => format switch
    {
        ReportFormat.Json => new JsonReport(screen, root),
        ReportFormat.GitHub => new GitHubReport(screen, Prefix(root)),
        ReportFormat.MsBuild => new MsBuildReport(screen, Prefix(root)),
        _ => new TextReport(screen, textOf),
    };

    /// <summary>The way from the current folder to the root, for tools that look for files from there.</summary>
    private static string Prefix(string root)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, root).Replace('\\', '/');
        return relative == "." ? "" : relative + "/";
    }
}
