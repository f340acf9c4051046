using System.Collections.Immutable;
using Publisher.Text;

namespace Publisher.Diagnostics;

/// <summary>PB070x: the output folder.</summary>
public static partial class Messages
{
    public static Diagnostic OutputIsDiskRoot(string folder) =>
        Error("PB0701", default, $"'{folder}' cannot be the output folder: it is the root of a disk", "choose an empty folder, such as public");

    public static Diagnostic OutputIsFile(string folder) =>
        Error("PB0701", default, $"'{folder}' cannot be the output folder: it is a file", "choose an empty folder, such as public");

    public static Diagnostic OutputHoldsSources(string folder, string source) =>
        Error("PB0701", default, $"'{folder}' cannot be the output folder: the sources in '{source}' are in it", "choose a folder of its own, such as public");

    public static Diagnostic OutputIsBusy(string folder) =>
        Error("PB0702", default, $"another build is writing to '{folder}' at this moment", "wait for it to end, or build into another folder");

    public static Diagnostic OutputHoldsForeignFiles(string folder, ImmutableArray<SitePath> files) =>
        Error("PB0703", default, $"'{folder}' holds {Count(files.Length, "file")} which Publisher did not write and would have to overwrite: {Few(files)}; nothing was written",
            "build into an empty folder, or let Publisher take these files over with --force");

    public static Diagnostic OutputHoldsOtherFiles(string folder, int count) =>
        Note("PB0704", default, $"'{folder}' holds {Count(count, "other file")} which Publisher did not write; they stay as they are");

    public static Diagnostic OutputIsFileAndFolder(SitePath path) =>
        Error("PB0705", default, $"the site has both a file '{path}' and files in a folder of that name; no disk can hold both", "give one of the pages another permalink");

    public static Diagnostic OutputsDifferInCaseOnly(SitePath first, SitePath second, bool fatal)
    {
        const string hint = "give one of the pages another permalink";
        var message = $"'{first}' and '{second}' differ only in upper and lower case";
        return fatal
            ? Error("PB0706", default, message + ", which this disk takes for one file", hint)
            : Warning("PB0706", default, message + "; on Windows and macOS one would overwrite the other", hint);
    }

    public static Diagnostic CannotWriteOutput(string file, string reason) => Error("PB0707", default, $"cannot write '{file}': {reason}");

    public static Diagnostic CannotRemoveOutput(string file, string reason) => Error("PB0708", default, $"cannot remove '{file}': {reason}");

    private static string Count(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count:#,0} {thing}s";

    private static string Few(ImmutableArray<SitePath> files)
    {
        const int shown = 5;
        var names = string.Join(", ", files.Take(shown));
        return files.Length <= shown ? names : $"{names} and {files.Length - shown:#,0} more";
    }
}
