using Publisher.Diagnostics;

namespace Publisher.Stores;

/// <summary>A store could not do what it was asked, for a reason its owner can act on.</summary>
public sealed class StoreException(Diagnostic problem, Exception? cause = null) : Exception(problem.Message, cause)
{
    public Diagnostic Problem { get; } = problem;

    /// <summary>The object was not as the <see cref="WriteCondition"/> demanded.</summary>
    public bool IsConflict { get; init; }
}
