using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>
/// One output that the site will have, known before anything is rendered. It holds names, never content, so that equal
/// routes of two builds mean the same output.
/// </summary>
public abstract record Route(SitePath Path)
{
    public virtual OutputRole Role => OutputRole.Page;

    /// <summary>What makes this output, for messages.</summary>
    public abstract string Origin { get; }

    /// <summary>What is being rendered, as an author knows it: a page's source; of what has none, the output itself.</summary>
    public virtual SitePath Subject => Path;

    /// <summary>Writes the output; everything it learns of the site it asks of the scope.</summary>
    public abstract void Render(RenderScope scope, Utf8Buffer output);

    /// <summary>Below the site's root: <c>a/index.html</c> is met as <c>/a/</c>.</summary>
    public string Url => UrlOf(Path);

    public static string UrlOf(SitePath output) =>
        output.Value == "index.html" ? "/"
            : output.Name == "index.html" ? "/" + output.Parent.Value + "/"
            : "/" + output.Value;
}
