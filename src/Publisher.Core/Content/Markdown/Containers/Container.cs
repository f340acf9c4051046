using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Publisher.Content.Markdown.Containers;

/// <summary>A block between <c>:::name Title {key=value}</c> and <c>:::</c>; its attributes are the tree's own.</summary>
internal sealed class Container(BlockParser parser, string name, string? title, int colons) : ContainerBlock(parser)
{
    public string Name { get; } = name;

    public string? Title { get; } = title;

    /// <summary>How many colons opened it: as many, or more, close it.</summary>
    public int Colons { get; } = colons;

    public bool IsClosed { get; set; }
}

/// <summary>Reads containers. They nest: a line of colons closes the innermost that it can.</summary>
internal sealed class ContainerParser : BlockParser
{
    public ContainerParser() => OpeningCharacters = [':'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent) return BlockState.None;
        var line = processor.Line.AsSpan();
        var colons = Colons(line);
        var rest = line[colons..].Trim();
        var length = NameLength(rest);
        if (colons < 3 || length == 0) return BlockState.None;

        var attributes = Attributes(rest[length..], out var title);
        if (attributes is null && title is null) return BlockState.None;
        var container = new Container(this, rest[..length].ToString(), title is "" ? null : title, colons)
        {
            Column = processor.Column, Span = new SourceSpan(processor.Start, processor.Line.End),
        };
        if (attributes is not null)
            Markdown.Attributes.AttributeLines.Add(
                MarkdownNotes.Of(processor.Document), attributes, processor.Start, container.GetAttributes());
        processor.NewBlocks.Push(container);
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var container = (Container)block;
        var line = processor.Line.AsSpan().TrimEnd();
        var colons = Colons(line);
        // A fence that stands further in belongs to a list item or a quote inside this container.
        if (colons < container.Colons || colons < line.Length || processor.Column > container.Column + 1
            || IsForChild(container, colons) || IsCode(processor.CurrentBlock, container))
        {
            // Whoever is asked next wants to see the indentation.
            processor.GoToColumn(processor.ColumnBeforeIndent);
            return BlockState.Continue;
        }
        container.IsClosed = true;
        container.UpdateSpanEnd(processor.Line.End);
        return BlockState.BreakDiscard;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is Container { IsClosed: false } container)
            MarkdownNotes.Of(processor.Document).UnclosedContainers.Add(container);
        return true;
    }

    /// <summary>Whether a container inside this one is closed by so many colons: one of as many before one of fewer.</summary>
    private static bool IsForChild(Container container, int colons)
    {
        var isExact = container.Colons == colons;
        while (container.LastChild is Container { IsClosed: false } child)
        {
            if (child.Colons == colons || !isExact && child.Colons < colons) return true;
            container = child;
        }
        return false;
    }

    /// <summary>Whether code, or a script, is open in this container: nothing in there is a fence.</summary>
    private static bool IsCode(Block? open, Container container)
    {
        if (open is not (FencedCodeBlock or HtmlBlock { Type: HtmlBlockType.ScriptPreOrStyle or HtmlBlockType.Comment }))
            return false;
        var parent = open.Parent;
        while (parent is Container && parent != container) parent = parent.Parent;
        return parent == container;
    }

    /// <summary>
    /// What follows the name: a title, in brackets or plain, and attributes at the end. Both null when it is neither.
    /// </summary>
    private static Markdown.Attributes.AttributeList? Attributes(ReadOnlySpan<char> rest, out string? title)
    {
        title = null;
        var brace = rest.LastIndexOf('{');
        var list = brace < 0 ? null
            : Markdown.Attributes.AttributeList.Parse(rest[brace..], out var length) is { } found
                && brace + length == rest.Length ? found
            : null;
        var words = (list is null ? rest : rest[..brace]).Trim();
        if (words is ['[', .., ']']) words = words[1..^1].Trim();
        else if (!words.IsEmpty && list is null && !char.IsWhiteSpace(rest[0])) return null;
        title = words.ToString();
        return list;
    }

    private static int Colons(ReadOnlySpan<char> line)
    {
        var count = line.IndexOfAnyExcept(':');
        return count < 0 ? line.Length : count;
    }

    private static int NameLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetter(text[0])) return 0;
        var length = 1;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '-' or '_')) length++;
        return length;
    }
}
