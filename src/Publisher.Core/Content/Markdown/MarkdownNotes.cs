using Markdig.Renderers.Html;
using Markdig.Syntax;
using Publisher.Content.Markdown.Attributes;
using Publisher.Content.Markdown.Containers;

namespace Publisher.Content.Markdown;

/// <summary>What the parsers of one document must remember beyond its tree; a document without any of it has none.</summary>
internal sealed class MarkdownNotes
{
    /// <summary>Lines that hold nothing but attributes, in document order.</summary>
    public List<AttributeLine> AttributeLines { get; } = [];

    /// <summary>Attribute lists with a name (<c>{:name: .class}</c>), for <c>{: name}</c> to refer to.</summary>
    public Dictionary<string, HtmlAttributes> AttributeLists { get; } = new(StringComparer.Ordinal);

    /// <summary>References to attribute lists, with where they stand in the text.</summary>
    public List<(string Name, int Offset, int Length)> UnknownLists { get; } = [];

    /// <summary>Ids that authors gave; no heading may get one of them by itself.</summary>
    public List<string> Ids { get; } = [];

    public List<Container> UnclosedContainers { get; } = [];

    /// <summary>Lines that begin as a container or directive and cannot be read as one, with where they begin.</summary>
    public List<(DirectiveFault Fault, int Offset)> DirectiveFaults { get; } = [];

    /// <summary>Lines of colons that close nothing, with where they begin.</summary>
    public List<(int Offset, int Colons)> StrayFences { get; } = [];

    /// <summary>Containers that could not be read and whose closing line is still to come.</summary>
    public int MisreadContainers { get; set; }

    public static MarkdownNotes Of(MarkdownDocument document)
    {
        if (document.GetData(typeof(MarkdownNotes)) is MarkdownNotes notes) return notes;
        notes = new MarkdownNotes();
        document.SetData(typeof(MarkdownNotes), notes);
        return notes;
    }

    public static MarkdownNotes? Find(MarkdownDocument document) => document.GetData(typeof(MarkdownNotes)) as MarkdownNotes;
}
