using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Rendering.Views;

/// <summary>The way from the home page down to a folder.</summary>
internal static class Breadcrumbs
{
    public static Value To(SitePath folder, RenderScope scope)
    {
        var way = new List<LinkItem>();
        for (var at = folder; !at.IsRoot; at = at.Parent)
            if (scope.Section(at) is { } section)
                way.Insert(0, new LinkItem(SectionView.Title(new SectionRef(at), scope), scope.Address(section.Url)));
        way.Insert(0, new LinkItem("Home", scope.Address("/")));
        return SmallViews.Links.List(way);
    }
}
