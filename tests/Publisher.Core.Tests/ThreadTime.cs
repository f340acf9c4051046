using System.Diagnostics;
using System.Globalization;

namespace Publisher.Core.Tests;

/// <summary>
/// How long this thread has worked: the machine may be busy with other things, and a test must not fail for that.
/// </summary>
internal static class ThreadTime
{
    private const string Source = "/proc/thread-self/schedstat";

    /// <summary>Where the system does not tell, the time that has passed.</summary>
    public static double Milliseconds => File.Exists(Source)
        ? double.Parse(File.ReadAllText(Source).Split(' ')[0], CultureInfo.InvariantCulture) / 1e6
        : Stopwatch.GetElapsedTime(0).TotalMilliseconds;
}
