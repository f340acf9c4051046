using System.Diagnostics;
using System.Text;

namespace Publisher.Cli.Tests.Commands;

/// <summary>Runs the program as its users do: as a process, in a folder, with an environment of its own.</summary>
internal static class Cli
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>The program as it was built, not the copy beside the tests, so that what is tested is what is shipped.</summary>
    public static string File { get; } = Find();

    public static Ended Run(string folder, params string[] args) => Run(folder, [], args);

    public static Ended Run(string folder, (string Name, string Value)[] environment, params string[] args)
    {
        using var process = Start(folder, environment, args);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        Assert.True(process.WaitForExit(Patience), $"'publisher {string.Join(' ', args)}' did not end.");
        return new Ended(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Starts it and leaves it running; the caller ends it.</summary>
    public static Process Start(string folder, (string Name, string Value)[] environment, params string[] args)
    {
        // A shell starts what it puts into the background deaf to Ctrl+C, and so all that is started from there: 'env' gives it ears.
        var start = new ProcessStartInfo(OperatingSystem.IsLinux() ? "/usr/bin/env" : File)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        if (OperatingSystem.IsLinux()) foreach (var arg in new[] { "--default-signal=INT", File }) start.ArgumentList.Add(arg);
        foreach (var arg in args) start.ArgumentList.Add(arg);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PUBLISHER_", StringComparison.Ordinal)).ToArray()) start.Environment.Remove(name);
        start.Environment.Remove("FORCE_COLOR");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>What Ctrl+C sends.</summary>
    public static void Interrupt(Process process)
    {
        using var kill = Process.Start("/bin/kill", ["-INT", process.Id.ToString()]);
        kill.WaitForExit();
    }

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        var framework = at.Name;
        var configuration = at.Parent!.Name;
        while (at is not null && !System.IO.File.Exists(Path.Combine(at.FullName, "Publisher.sln"))) at = at.Parent;
        var built = Path.Combine(at!.FullName, "src", "Publisher.Cli", "bin", configuration, framework, "publisher");
        return OperatingSystem.IsWindows() ? built + ".exe" : built;
    }
}

/// <summary>How a run ended, and what it said on its two streams.</summary>
internal sealed record Ended(int Code, string Output, string Error)
{
    /// <summary>The last line of what was asked for: the summary.</summary>
    public string LastLine => Output.TrimEnd().Split('\n')[^1];

    /// <summary>Fails with everything that was said when the exit code is another one.</summary>
    public Ended With(int code)
    {
        Assert.True(Code == code, $"Exit code {Code} instead of {code}.\n{Output}\n{Error}");
        return this;
    }
}
