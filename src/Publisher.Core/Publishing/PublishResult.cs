using System.Collections.Immutable;
using Publisher.Diagnostics;

namespace Publisher.Publishing;

/// <summary>How a publish ended; a program's exit code follows from it.</summary>
public enum PublishOutcome
{
    /// <summary>The target holds the site, and every cache knows.</summary>
    Published,

    /// <summary>It held it already.</summary>
    NothingToDo,

    /// <summary>A dry run: the plan is made, nothing is done.</summary>
    Planned,

    /// <summary>Nothing was done, for it looked like a mistake: an empty site, or too many deletions.</summary>
    Refused,

    /// <summary>Another publish was at it at the same time.</summary>
    LostRace,

    /// <summary>The site is published, but some cache may still serve what was before.</summary>
    CacheNotTold,

    /// <summary>The target could not be reached or refused; what was written stays, and the next publish takes it up.</summary>
    Failed,
}

/// <summary>What a publish did.</summary>
public sealed record PublishResult(PublishOutcome Outcome, PublishPlan Plan, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Bytes sent (or written to a folder).</summary>
    public long BytesSent { get; init; }

    /// <summary>URLs or tags which caches were told to forget.</summary>
    public int Purged { get; init; }

    internal static PublishResult Nothing(PublishOutcome outcome, params ImmutableArray<Diagnostic> problems) =>
        new(outcome, new PublishPlan([]), problems);
}

/// <summary>What a publish is doing at the moment.</summary>
public enum PublishPhase { Comparing, Writing, Deleting, Purging, Announcing }

/// <summary>How far a publish is: objects done of those to do in its phase.</summary>
public readonly record struct PublishProgress(PublishPhase Phase, int Done, int Total);
