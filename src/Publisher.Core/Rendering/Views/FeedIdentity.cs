using System.Globalization;
using Publisher.Model;
using Publisher.Text;

namespace Publisher.Rendering.Views;

/// <summary>What subscribers know a page by.</summary>
internal static class FeedIdentity
{
    /// <summary>
    /// What readers know the page by: what its front matter says, what was published of it before, else a tag URI (RFC 4151) of
    /// its day and source, which stays when its address changes.
    /// </summary>
    public static string IdOf(Entry page, RenderScope scope) =>
        scope.Read(page, Field.Id).Matter.Id ?? scope.PublishedId(page, NewId(page, scope));

    /// <summary>The instant it is dated at, in one form.</summary>
    public static string DateOf(Entry page) =>
        (page.Date ?? default).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string NewId(Entry page, RenderScope scope)
    {
        var settings = scope.Settings;
        if (settings.Feeds.IdsAreUrls) return scope.Absolute(page.Url);
        var path = settings.Content.IsRoot ? page.Path : page.Path.Below(settings.Content);
        var name = page.Bundle is null ? path.WithExtension("") : path.Parent;
        var host = new Uri(settings.BaseUrl).Host;
        var day = (page.Date ?? default).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"tag:{host},{day}:{Percent.Encode(name.Value)}";
    }
}
