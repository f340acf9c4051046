using Publisher.Model;
using Publisher.Text;

namespace Publisher.Rendering;

public enum LinkFault { None, Dead, DeadAnchor, Unpublished }

/// <summary>
/// Where a link as written leads: an address below the site's root (or as it was, when it is not ours), and what is wrong with
/// it.
/// </summary>
public readonly record struct LinkAnswer(
    string Url, bool IsLocal, LinkFault Fault = LinkFault.None, SitePath Target = default, Status Status = Status.Published)
{
    public Stamp Stamp => Stamp.Of(Url).With((IsLocal ? 1u : 0) + 2u * (uint)Fault + 16u * (uint)Status).With(Target.Value);
}
