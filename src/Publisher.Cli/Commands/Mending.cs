using Publisher.Cli.Problems;
using Publisher.Configuration;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Engine;
using Publisher.Text;

namespace Publisher.Cli.Commands;

/// <summary><c>check --fix</c>: writes into the site's files what is known for certain, and tells each change.</summary>
internal sealed class Mending(Workspace workspace, Findings findings)
{
    /// <returns>How many values were written.</returns>
    public int Mend(Findings found)
    {
        var written = 0;
        var changes = found.InOrder().Select(finding => finding.Problem.Fixes).Where(fixes => !fixes.IsEmpty);
        foreach (var file in changes.GroupBy(fixes => fixes[0].At.File)) written += Write(file.Key, [.. file]);
        return written;
    }

    /// <summary>Adds to a ledger that is there what feeds announce and it does not know.</summary>
    /// <returns>How many pages it knows more.</returns>
    public int Complete(Build build)
    {
        if (workspace.Sources.Find(Ledger.FileName) is null) return 0;
        var (last, next) = (build.Site.Ledger, build.CompletedLedger);
        LedgerFile.Write(workspace, last, next, findings);
        return next.Items.Count - last.Items.Count;
    }

    private int Write(SitePath file, IReadOnlyList<Fix>[] changes)
    {
        var path = Path.Combine(workspace.Root, file.Value);
        var done = new List<Fix>();
        try
        {
            var text = MatterEdit.Apply(File.ReadAllBytes(path), changes, done);
            if (done.Count > 0) WholeFile.Write(path, text);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            findings.Add(Messages.FixNotWritten(new Location(file), fault.Message));
            return 0;
        }
        foreach (var fix in done) findings.Add(Messages.ValueFixed(After(fix, done), fix.Old, fix.New));
        return done.Count;
    }

    /// <summary>Where the new value stands, when all the others on its line have theirs.</summary>
    private static Location After(Fix fix, List<Fix> done) => fix.At with
    {
        Column = fix.At.Column + done.Where(other => other.At.Line == fix.At.Line && other.At.Column < fix.At.Column)
            .Sum(other => other.New.Length - other.Old.Length),
        Length = fix.At.Length + fix.New.Length - fix.Old.Length,
    };
}
