using Markdig.Renderers.Html;
using Markdig.Syntax;
using Publisher.Diagnostics;

namespace Publisher.Content.Markdown.Attributes;

/// <summary>Writes the attributes that an author gave to a block or a span, and remembers its id.</summary>
internal static class AttributeWriter
{
    /// <summary>With <paramref name="own"/>, a class that the element has anyway.</summary>
    public static void Write(Draft draft, MarkdownObject of, string? own = null)
    {
        var attributes = of.TryGetAttributes();
        if (attributes is null)
        {
            if (own is not null) draft.Attribute("class", own);
            return;
        }
        if (attributes.Id is { } id && !draft.IsSummary)
        {
            draft.Attribute("id", id);
            AddAnchor(draft, of, id);
        }
        WriteClasses(draft, attributes, own);
        foreach (var (key, value) in attributes.Properties ?? [])
            if (key.Length > 0 && key[0] != '\0') draft.Attribute(key, value);
    }

    /// <summary>Remembers an id that will stand on the page, whoever writes it.</summary>
    public static void AddAnchor(Draft draft, MarkdownObject of, string id)
    {
        if (draft.Anchors.Contains(id)) draft.Problems.Add(Messages.DuplicateId(draft.Source.At(of.Span), id));
        draft.Anchor(id);
    }

    /// <summary>Whether Markdig gives this class to alerts by itself.</summary>
    public static bool IsMarkdigs(string name) => name.StartsWith("markdown-alert", StringComparison.Ordinal);

    private static void WriteClasses(Draft draft, HtmlAttributes attributes, string? own)
    {
        var isFirst = true;
        foreach (var name in (ReadOnlySpan<string?>)[own, .. attributes.Classes ?? []])
        {
            if (name is null || IsMarkdigs(name)) continue;
            draft.Raw(isFirst ? " class=\""u8 : " "u8);
            draft.Attribute(name);
            isFirst = false;
        }
        if (!isFirst) draft.Raw("\""u8);
    }
}
