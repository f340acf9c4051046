using System.Diagnostics;

namespace Publisher.Cli.Commands;

/// <summary>Opens a file in the editor that the user has chosen.</summary>
internal static class Editor
{
    /// <summary>Waits for the editor to end, and gives back its exit code.</summary>
    /// <exception cref="UsageException">No editor is chosen, or it cannot be started.</exception>
    public static int Open(string file, Func<string, string?> environment, Interruption interruption)
    {
        var editor = environment("VISUAL") is { Length: > 0 } visual ? visual : environment("EDITOR");
        if (string.IsNullOrWhiteSpace(editor))
            throw new UsageException("there is no editor to open it with: set VISUAL or EDITOR");
        // Through a shell, for it may hold arguments: "code --wait".
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe") { ArgumentList = { "/d", "/c", $"{editor} \"{file}\"" } }
            : new ProcessStartInfo("/bin/sh") { ArgumentList = { "-c", editor + " \"$1\"", "sh", file } };
        using var process = Process.Start(start) ?? throw new UsageException($"'{editor}' cannot be started");
        // What is typed there is the editor's, Ctrl+C too, though the terminal sends it to both.
        using var deaf = interruption.LeaveToChild();
        process.WaitForExit();
        return process.ExitCode;
    }
}
