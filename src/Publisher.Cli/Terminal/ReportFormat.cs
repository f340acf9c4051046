namespace Publisher.Cli.Terminal;

/// <summary>The forms in which problems are reported.</summary>
public enum ReportFormat { Text, Json, GitHub, MsBuild }

public static class ReportFormats
{
    public static readonly string[] Names = ["text", "json", "github", "msbuild"];

    public static ReportFormat? Parse(string name) =>
        Array.IndexOf(Names, name) is >= 0 and var index ? (ReportFormat)index : null;
}
