using Publisher.Cli.Problems;
using Publisher.Cli.Terminal;
using Publisher.Engine;
using Publisher.Stores;

namespace Publisher.Cli.Commands;

/// <summary>The numbers and sentences that summaries of several commands share.</summary>
internal static class Measures
{
    /// <summary>How many of the site's outputs are pages for readers, and how many are anything else.</summary>
    public static (int Pages, int Files) Count(Build build)
    {
        var pages = build.Paths.Count(path => build.Routes.Find(path)!.Role == OutputRole.Page);
        return (pages, build.Paths.Length - pages);
    }

    /// <summary>"2 errors, 5 warnings"; empty when there are none.</summary>
    public static string Problems(Findings findings)
    {
        var parts = new List<string>(2);
        if (findings.Errors > 0) parts.Add(Words.Count(findings.Errors, "error"));
        if (findings.Warnings > 0) parts.Add(Words.Count(findings.Warnings, "warning"));
        return string.Join(", ", parts);
    }

    /// <summary>Says how long each step took, and how much of it was the program's start.</summary>
    public static void WriteTimings(Screen screen, IEnumerable<(string Step, TimeSpan Took)> laps, TimeSpan whole)
    {
        foreach (var (step, took) in laps) Line(step, took);
        Line("all", whole);
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        Line("since the program began", DateTime.Now - process.StartTime);
        Line("processor", process.TotalProcessorTime);
        screen.Error.WriteLine($"  {"memory at its peak",-24}{Words.Bytes(process.PeakWorkingSet64),10}");

        void Line(string step, TimeSpan took) => screen.Error.WriteLine($"  {step,-24}{Words.Time(took),10}");
    }
}
