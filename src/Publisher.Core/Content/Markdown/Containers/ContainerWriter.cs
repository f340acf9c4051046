using System.Collections.Immutable;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Publisher.Content.Markdown.Alerts;
using Publisher.Content.Markdown.Attributes;

namespace Publisher.Content.Markdown.Containers;

/// <summary>
/// Writes a container as a component, which a template of the site may write anew: an alert, something to unfold, a plain
/// element, or, where its name is none of those, its content alone.
/// </summary>
internal static class ContainerWriter
{
    public static void Write(BlockWriter writer, Container container) =>
        Write(writer, container, container.Name, container.Title, Component.BuiltIns.Contains(container.Name), container.IsLeaf);

    /// <summary>GitHub's form of an alert is the same component as the container; any kind of it is right.</summary>
    public static void WriteAlert(BlockWriter writer, ContainerBlock block, string kind) =>
        Write(writer, block, kind, title: null, isBuiltIn: true, isLeaf: false);

    private static void Write(
        BlockWriter writer, ContainerBlock block, string name, string? title, bool isBuiltIn, bool isLeaf)
    {
        var draft = writer.Draft;
        var wasTight = writer.IsTight;
        writer.IsTight = false;
        draft.EnsureLine();
        var (start, at) = (draft.Html.Length, draft.Components.Count);
        var component = new Component(name, draft.Source.At(block.Span))
        {
            IsBuiltIn = isBuiltIn, IsLeaf = isLeaf, Title = title, Attributes = AttributesOf(draft, block),
        };
        draft.Components.Add(component);
        var closing = isBuiltIn ? Open(draft, block, name, title) : default;
        if (!isBuiltIn && !draft.IsSummary && block.TryGetAttributes()?.Id is { } id)
            AttributeWriter.AddAnchor(draft, block, id);
        var contentStart = draft.Html.Length;
        var wasTranscript = draft.IsTranscript;
        draft.IsTranscript |= name == Component.Transcript;
        writer.WriteChildren(block);
        draft.IsTranscript = wasTranscript;
        draft.EnsureLine();
        var contentEnd = draft.Html.Length;
        draft.Raw(closing);
        draft.Components[at] = component with
        {
            Start = start, ContentStart = contentStart, ContentEnd = contentEnd, End = draft.Html.Length,
            Inside = draft.Components.Count - at - 1,
        };
        writer.IsTight = wasTight;
    }

    /// <summary>Writes the beginning of a built-in, and gives back its end.</summary>
    private static ReadOnlySpan<byte> Open(Draft draft, ContainerBlock block, string name, string? title)
    {
        if (name == Component.Transcript) title ??= "Transcript";
        if (name is not ("div" or "details" or Component.Transcript))
        {
            AlertWriter.Open(draft, block, name, title);
            return "</aside>\n"u8;
        }
        var isFolded = name != "div";
        draft.Raw(isFolded ? "<details"u8 : "<div"u8);
        AttributeWriter.Write(draft, block, isFolded ? name : null);
        draft.Raw(">\n"u8);
        if (title is not null)
        {
            draft.Raw(isFolded ? "<summary>"u8 : "<p class=\"title\">"u8);
            draft.Text(title);
            draft.Raw(isFolded ? "</summary>\n"u8 : "</p>\n"u8);
        }
        return isFolded ? "</details>\n"u8 : "</div>\n"u8;
    }

    /// <summary>
    /// What templates may know of the attributes; a summary has no ids, since it may stand on a page with others.
    /// </summary>
    private static ImmutableArray<KeyValuePair<string, string?>> AttributesOf(Draft draft, ContainerBlock block)
    {
        if (block.TryGetAttributes() is not { } attributes) return [];
        var all = new List<KeyValuePair<string, string?>>();
        if (attributes.Id is { } id && !draft.IsSummary) all.Add(new("id", id));
        var classes = (attributes.Classes ?? []).Where(name => !AttributeWriter.IsMarkdigs(name));
        if (classes.Any()) all.Add(new("class", string.Join(' ', classes)));
        foreach (var (key, value) in attributes.Properties ?? [])
        {
            if (key.Length == 0 || key[0] == '\0') continue;
            // The last of several has the say, as in the lists that are merged.
            if (all.FindIndex(pair => pair.Key == key) is >= 0 and var known) all[known] = new(key, value);
            else all.Add(new(key, value));
        }
        return [.. all];
    }
}
