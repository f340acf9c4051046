using System.Collections.Immutable;
using Publisher.Cli.Problems;

namespace Publisher.Cli.Terminal;

/// <summary>Tells what a command found and did, in the form that was asked for.</summary>
public interface IReport
{
    void Write(ImmutableArray<Finding> findings, Summary summary);
}

/// <summary>What a command did: one sentence for people, numbers by name for programs.</summary>
public sealed record Summary(string Command, string Sentence, ImmutableArray<KeyValuePair<string, long>> Numbers)
{
    /// <summary>How it ended, in a word for programs, where there is more to it than the problems.</summary>
    public string? Outcome { get; init; }

    /// <summary>How many steps of the plan people want to read.</summary>
    public int MostSteps { get; init; } = int.MaxValue;

    /// <summary>What was planned for each object, where the command plans.</summary>
    public ImmutableArray<PlannedStep> Plan { get; init; } = [];
}

/// <summary>What happens to one object of a target, and why.</summary>
public sealed record PlannedStep(string Path, string Action, string Reason, long Bytes);
