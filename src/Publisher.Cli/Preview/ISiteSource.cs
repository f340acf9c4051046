namespace Publisher.Cli.Preview;

/// <summary>The engine as the preview sees it: something that can be told to look at its sources again.</summary>
public interface ISiteSource
{
    /// <summary>
    /// Looks again and gives the site as it is now; equal sources give back the same object. Called by one thread at a time, and
    /// never cancelled but for the end of the program.
    /// </summary>
    ISite Advance(ChangeHint hint, CancellationToken cancel);
}
