using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Publisher.Content.Markdown.Containers;

/// <summary>
/// A block between <c>:::name Title {key=value}</c> and <c>:::</c>, or a line <c>::name[Title]{key=value}</c>, which has no
/// content; its attributes are the tree's own.
/// </summary>
internal sealed class Container(BlockParser parser, string name, string? title, int colons) : ContainerBlock(parser)
{
    public string Name { get; } = name;

    public string? Title { get; } = title;

    /// <summary>How many colons opened it: as many, or more, close it.</summary>
    public int Colons { get; } = colons;

    public bool IsLeaf => Colons == 2;

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
        if (colons < 2) return BlockState.None;
        var isLeaf = colons == 2;
        var rest = isLeaf ? line[2..].TrimEnd() : line[colons..].Trim();
        var length = NameLength(rest);
        if (length == 0) return Text(processor, line, colons, length);

        var name = rest[..length].ToString();
        var attributes = Attributes(rest[length..], Component.BuiltIns.Contains(name), out var title);
        if (attributes is null && title is null) return Text(processor, line, colons, length);
        if (isLeaf && !IsLeaf(processor, rest, length)) return BlockState.None;
        if (attributes is null && title is not "") NoteFault(processor, line, colons, length);
        var container = new Container(this, name, title is "" ? null : title, colons)
        {
            Column = processor.Column, Span = new SourceSpan(processor.Start, processor.Line.End), IsClosed = isLeaf,
        };
        if (attributes is not null)
            Markdown.Attributes.AttributeLines.Add(
                MarkdownNotes.Of(processor.Document), attributes, processor.Start, container.GetAttributes());
        processor.NewBlocks.Push(container);
        return isLeaf ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    /// <summary>The line is text; tells of it where it was surely meant as more.</summary>
    private static BlockState Text(BlockProcessor processor, ReadOnlySpan<char> line, int colons, int nameLength)
    {
        if (colons > 2 && line[colons..].IsWhiteSpace())
        {
            var notes = MarkdownNotes.Of(processor.Document);
            if (notes.MisreadContainers > 0) notes.MisreadContainers--;
            else notes.StrayFences.Add((processor.Start, colons));
        }
        else if (NoteFault(processor, line, colons, nameLength) && colons > 2)
        {
            MarkdownNotes.Of(processor.Document).MisreadContainers++;
        }
        return BlockState.None;
    }

    private static bool NoteFault(BlockProcessor processor, ReadOnlySpan<char> line, int colons, int nameLength)
    {
        var name = colons;
        while (colons > 2 && name < line.Length && char.IsWhiteSpace(line[name])) name++;
        if (DirectiveFault.Of(line, colons, name, nameLength) is not { } fault) return false;
        MarkdownNotes.Of(processor.Document).DirectiveFaults.Add((fault, processor.Start));
        return true;
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
    /// Two colons and a name may well be prose or code: a name alone is a directive only where a paragraph could begin, and
    /// what follows one must be a title in brackets, or attributes.
    /// </summary>
    private static bool IsLeaf(BlockProcessor processor, ReadOnlySpan<char> text, int nameLength)
    {
        if (text.Length == nameLength) return processor.CurrentBlock is not ParagraphBlock && !text.ContainsAnyInRange('A', 'Z');
        return text[nameLength] == '[' || text[nameLength..].TrimStart() is ['{', ..];
    }

    /// <summary>
    /// What follows the name: a title, in brackets or plain, and attributes at the end. Both null when it is neither.
    /// </summary>
    private static Markdown.Attributes.AttributeList? Attributes(
        ReadOnlySpan<char> rest, bool takesId, out string? title)
    {
        title = null;
        Markdown.Attributes.AttributeList? list = null;
        var brace = rest.IndexOf('{');
        // A title may hold braces, and so may the value of an attribute.
        while (brace >= 0 && (list = Markdown.Attributes.AttributeList.ParseDirective(rest[brace..], takesId)) is null)
            brace = rest[(brace + 1)..].IndexOf('{') is >= 0 and var next ? brace + 1 + next : -1;
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
