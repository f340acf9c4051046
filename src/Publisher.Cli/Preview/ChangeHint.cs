using System.Collections.Immutable;
using Publisher.Text;

namespace Publisher.Cli.Preview;

/// <summary>
/// What the watcher saw: files that may have been written, made or removed, in the order of their last event. It says where to
/// look, never what happened.
/// </summary>
/// <param name="Everything">Events were lost, so other files may have changed too: look at all of them.</param>
public sealed record ChangeHint(ImmutableArray<SitePath> Paths, bool Everything = false)
{
    public static ChangeHint All { get; } = new([], Everything: true);

    public ChangeHint Merge(ChangeHint later)
    {
        var again = later.Paths.ToHashSet();
        return new([.. Paths.Where(path => !again.Contains(path)), .. later.Paths], Everything || later.Everything);
    }
}
