using System.Text;
using Publisher.Cli.Problems;
using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Cli.Commands;

/// <summary>Remembers beside the settings what subscribers were told, once it is published.</summary>
internal static class LedgerFile
{
    public static void Write(Workspace workspace, Ledger last, Ledger next, Findings findings)
    {
        var text = next.ToJson();
        if (next.Items.IsEmpty || text == last.ToJson()) return;
        var path = Path.Combine(workspace.Root, Ledger.FileName.Value);
        var at = new Location(Ledger.FileName);
        try
        {
            WholeFile.Write(path, Encoding.UTF8.GetBytes(text));
            findings.Add([Messages.LedgerWritten(at, next.Items.Count(item => !last.Items.Contains(item)))]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            findings.Add([Messages.LedgerNotWritten(at, fault.Message)]);
        }
    }
}
