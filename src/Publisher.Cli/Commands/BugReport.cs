using System.Globalization;
using System.Text;
using Publisher.Cli.Terminal;

namespace Publisher.Cli.Commands;

/// <summary>
/// What happens when the program itself fails: a word of regret on the screen, everything a developer needs in a file.
/// </summary>
internal static class BugReport
{
    public static int Write(Exception error, IEnumerable<string> args, Screen screen)
    {
        var name = string.Create(CultureInfo.InvariantCulture,
            $"publisher-bug-{DateTime.UtcNow:yyyyMMdd-HHmmss}-{Environment.ProcessId}.txt");
        var file = Path.Combine(Path.GetTempPath(), name);
        var text = new StringBuilder()
            .Append("publisher ").Append(typeof(BugReport).Assembly.GetName().Version).Append('\n')
            .Append(System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription).Append(", ")
            .Append(System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier).Append('\n')
            .Append("arguments: ").AppendJoin(' ', args).Append("\n\n").Append(error).Append('\n');
        var kept = $"What happened is in {file}; please send it to Publisher's developers.";
        try
        {
            File.WriteAllText(file, text.ToString());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            kept = $"The report could not be written to {file} ({failure.Message}).";
        }
        var cause = error is AggregateException { InnerException: { } inner } ? inner : error;
        screen.Error.WriteLine(
            $"publisher: sorry, this is a fault of Publisher, not of your site: {Words.Harmless(cause.Message)}");
        screen.Error.WriteLine($"{kept} Your source files are as they were.");
        return ExitCode.Bug;
    }
}
