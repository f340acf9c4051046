using System.Collections.Immutable;
using Publisher.Diagnostics;

namespace Publisher.Cli.Preview;

/// <summary>Something the terminal may want to say about a running preview.</summary>
public abstract record PreviewEvent
{
    private PreviewEvent() { }

    /// <summary>
    /// The server accepts requests; <paramref name="TakenPort"/> is the default port when another program has it.
    /// </summary>
    public sealed record Listening(Uri Url, int? TakenPort) : PreviewEvent;

    /// <summary>The site is fresh and every browser that shows a changed page has been told.</summary>
    /// <param name="Hint">What was looked at; the first time everything.</param>
    /// <param name="Advance">The engine's own time.</param>
    /// <param name="Total">From the hint until the messages were handed over, rendering of the open pages included.</param>
    /// <param name="Told">How many browsers had something to refresh.</param>
    /// <param name="Problems">The site's, those of the pages that are open, and those known of others.</param>
    public sealed record Refreshed(
        ChangeHint Hint, TimeSpan Advance, TimeSpan Total, int Told, ImmutableArray<Diagnostic> Problems) : PreviewEvent;

    /// <summary>The whole site was looked through while nobody waited for it.</summary>
    /// <param name="Problems">All there are.</param>
    public sealed record Checked(ImmutableArray<Diagnostic> Problems) : PreviewEvent;

    /// <summary>The engine threw: a bug or a dead disk. The last site stays up and the next change looks at everything.</summary>
    public sealed record Failed(Exception Error) : PreviewEvent;

    /// <summary>The system does not report changes (any more), so the preview looks by itself once a second.</summary>
    public sealed record Polling(string Reason) : PreviewEvent;
}
