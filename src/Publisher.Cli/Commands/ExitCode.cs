namespace Publisher.Cli.Commands;

/// <summary>What the program's end tells the shell. Part of its interface: documented, and never changed.</summary>
public static class ExitCode
{
    public const int Fine = 0;

    /// <summary>The content has errors; with <c>--strict</c>, also when it has warnings.</summary>
    public const int Problems = 1;

    public const int WrongUsage = 2;

    /// <summary>
    /// <c>publish</c> did nothing, for it looked like a mistake: an empty site, too many deletions, or nobody said yes.
    /// </summary>
    public const int Refused = 3;

    /// <summary><c>publish</c> met another publish at the same time.</summary>
    public const int LostRace = 4;

    /// <summary><c>publish</c> is done, but a cache could not be told and may serve old pages.</summary>
    public const int CacheNotTold = 5;

    /// <summary><c>publish</c> could not reach its target, or was refused there; the next publish goes on.</summary>
    public const int TargetFailed = 6;

    /// <summary>A fault of the program (EX_SOFTWARE of sysexits.h).</summary>
    public const int Bug = 70;

    /// <summary>Ended by Ctrl+C (128 + SIGINT).</summary>
    public const int Cancelled = 130;

    /// <summary>Ended by a polite kill (128 + SIGTERM).</summary>
    public const int Terminated = 143;
}
