using System.Collections.Immutable;

namespace Publisher.Cli.Preview;

/// <summary>What a preview needs to know before it starts.</summary>
public sealed record PreviewOptions
{
    public const int DefaultPort = 4000;

    /// <summary>The folder that is watched; paths in <see cref="ChangeHint"/> are relative to it.</summary>
    public required string SourceRoot { get; init; }

    /// <summary>The port asked for, which must be free (0: any); null for the default or the next free one.</summary>
    public int? Port { get; init; }

    /// <summary>Folders below the source root whose changes mean nothing, above all the output.</summary>
    public ImmutableArray<string> Ignored { get; init; } = [];

    /// <summary>The browser goes to the page whose source was edited last.</summary>
    public bool Follow { get; init; }

    /// <summary>
    /// Look at the sources once a second rather than trust the system to report changes, which shared folders do not.
    /// </summary>
    public bool Poll { get; init; }

    /// <summary>
    /// Where a click on a place in a source leads, with <c>{file}</c>, <c>{line}</c> and <c>{column}</c>:
    /// <c>vscode://file/{file}:{line}:{column}</c>. Null: the click copies the place.
    /// </summary>
    public string? EditorLink { get; init; }
}
