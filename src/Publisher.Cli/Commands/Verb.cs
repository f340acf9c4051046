using System.Collections.Immutable;
using System.CommandLine;

namespace Publisher.Cli.Commands;

/// <summary>A command with what its help shows beside its arguments: groups of options, and examples.</summary>
internal sealed class Verb(string name, string description) : Command(name, description)
{
    private readonly List<(string Title, ImmutableArray<Option> Options)> groups = [];

    public IReadOnlyList<(string Title, ImmutableArray<Option> Options)> Groups => groups;

    /// <summary>Command lines without the program's name, each with what it does.</summary>
    public ImmutableArray<(string Line, string Does)> Examples { get; init; } = [];

    /// <summary>Adds options that the help shows under a title of their own.</summary>
    public void Add(string title, params ImmutableArray<Option> options)
    {
        groups.Add((title, options));
        foreach (var option in options) Add(option);
    }
}
