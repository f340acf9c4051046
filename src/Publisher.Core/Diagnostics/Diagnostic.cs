using Publisher.Text;

namespace Publisher.Diagnostics;

public enum Severity { Note, Warning, Error }

/// <summary>
/// One thing to tell the author: where, what is wrong, and the nearest right thing. Codes are stable and grouped by stage
/// (see <see cref="Messages"/>).
/// </summary>
public sealed record Diagnostic(Severity Severity, string Code, Location At, string Message)
{
    /// <summary>What to do about it, where that is known: "did you mean …?".</summary>
    public string? Hint { get; init; }

    /// <summary>
    /// The other places that matter, innermost first: the templates that included this one, the page being rendered.
    /// </summary>
    public System.Collections.Immutable.ImmutableArray<Location> Trail { get; init; } = [];

    /// <summary>What <c>check --fix</c> writes, all of it or nothing; none where only the author can know.</summary>
    public System.Collections.Immutable.ImmutableArray<Fix> Fixes { get; init; } = [];
}
