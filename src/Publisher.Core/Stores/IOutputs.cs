using System.Collections.Immutable;
using Publisher.Text;

namespace Publisher.Stores;

/// <summary>
/// The finished site as its takers see it: every path is known before any is rendered, and nothing is rendered until wanted.
/// </summary>
public interface IOutputs
{
    /// <summary>Every output's path, each once, in no particular order.</summary>
    ImmutableArray<SitePath> Paths { get; }

    /// <summary>
    /// The output at one of <see cref="Paths"/>; safe to call from many threads, and the same bytes each time. Null: it could
    /// not be made this time, so what the taker has of it, if anything, is to stay as it is.
    /// </summary>
    Output? Want(SitePath path);
}
