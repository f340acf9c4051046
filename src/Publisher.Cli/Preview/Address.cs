using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Cli.Preview;

/// <summary>What stands at a URL of the site: an output, another URL, or nothing.</summary>
/// <param name="Location">Where the reader is sent instead.</param>
/// <param name="Problems">What the rendering found, or how it failed.</param>
internal readonly record struct Found(Rendered? Rendered, string? Location, ImmutableArray<Diagnostic> Problems);

/// <summary>
/// The correspondence between URLs and outputs, as a static host has it: folders by their index page, <c>.html</c> left out at
/// will.
/// </summary>
internal static class Address
{
    private const string Index = "index.html";

    private static Found Nothing => new(null, null, []);

    /// <summary>Finds what stands at a URL's path, decoded, and renders it.</summary>
    public static Found Find(ISite site, string path)
    {
        try
        {
            var home = site.BasePath + "/";
            if (path.StartsWith(home, StringComparison.Ordinal)) return FindBelow(site, path[home.Length..]);
            return path == "/" || path == site.BasePath ? new(null, Encode(home), []) : Nothing;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new(null, null, [UnreadableException.In(error)?.Problem ?? Messages.RenderingFailed(path, error)]);
        }
    }

    /// <summary>The path of a page's URL, percent-encoded, an index page by its folder.</summary>
    public static string UrlOf(ISite site, SitePath output) =>
        Encode($"{site.BasePath}/{(output.Name == Index ? output.Value[..^Index.Length] : output.Value)}");

    private static Found FindBelow(ISite site, string rest)
    {
        var path = new SitePath(rest);
        var isFolder = rest == "" || rest[^1] == '/';
        if (path.Value != (isFolder && rest != "" ? rest[..^1] : rest)) return Nothing; // Dots, doubled slashes, backslashes.
        if (isFolder) return FoundOrNothing(site.Render(path.Combine(Index)));
        var found = site.Render(path) ?? site.Render(new SitePath(path.Value + ".html"));
        if (found is null && site.Render(path.Combine(Index)) is not null) return new(null, UrlOf(site, path) + "/", []);
        return FoundOrNothing(found);
    }

    private static Found FoundOrNothing(Rendered? rendered) => new(rendered, null, rendered?.Problems ?? []);

    private static string Encode(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
