using Publisher.Model;
using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>
/// The builder's numbers for everything questions are about; they outlive builds, so that traces can be compared.
/// </summary>
public sealed class Names
{
    public Slots<SitePath> Pages { get; } = new();

    public Slots<string> Texts { get; } = new();

    internal Slots<(int From, string Target)> Links { get; } = new();

    internal Slots<(ListKey Key, int Number, int Size)> Lists { get; } = new();

    internal Slots<(string Template, SitePath Section)> Fragments { get; } = new();
}
