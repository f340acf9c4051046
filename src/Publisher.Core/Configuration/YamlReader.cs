using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Publisher.Configuration;

/// <summary>
/// Reads YAML 1.1 with the exact place of every value. Never throws: a fault is a diagnostic, and what was read before it
/// is returned, so a page with a slip in its front matter still has its title.
/// </summary>
public sealed partial class YamlReader
{
    /// <summary>How deep collections may nest; deeper ones are left out.</summary>
    public const int MaxDepth = 64;

    /// <summary>
    /// How many values a document may come to when its aliases are written out, so that walking it stays cheap.
    /// </summary>
    public const int MaxValues = 200_000;

    private readonly SitePath file;
    private readonly string text;
    private readonly int firstLine;
    private readonly ICollection<Diagnostic> problems;
    private readonly Parser parser;
    private readonly Dictionary<string, Anchored?> anchors = new(StringComparer.Ordinal);
    private int values;
    private bool ended;

    // The innermost list or mapping in brackets that is being read: what a fault at the end of the text is about.
    private NodeEvent? open;

    private YamlReader(SitePath file, string text, int firstLine, ICollection<Diagnostic> problems)
    {
        (this.file, this.text, this.firstLine, this.problems) = (file, text, firstLine, problems);
        // Line breaks to YAML, but not to editors: counting them would shift every place below.
        if (text.AsSpan().ContainsAny('\u0085', '\u2028', '\u2029')) text = OddBreak().Replace(text, " ");
        parser = new Parser(new StringReader(text));
    }

    /// <summary>A node that an alias may stand for, with the number of values and levels it comes to.</summary>
    private sealed record Anchored(DataNode Node, int Values, int Depth);

    /// <summary>
    /// The first document of <paramref name="text"/>, whose first line is <paramref name="firstLine"/> of the file; null when
    /// it holds nothing.
    /// </summary>
    public static DataNode? Read(SitePath file, string text, int firstLine, ICollection<Diagnostic> problems)
    {
        return new YamlReader(file, text, firstLine, problems).ReadStream();
    }

    [System.Text.RegularExpressions.GeneratedRegex("[\u0085\u2028\u2029]")]
    private static partial System.Text.RegularExpressions.Regex OddBreak();

    private DataNode? ReadStream()
    {
        Advance();
        while (!ended && parser.Current is StreamStart or DocumentStart) Advance();
        if (ended || parser.Current is StreamEnd or DocumentEnd) return null;
        var root = ReadNode(0, out _, out _);
        while (!ended && parser.Current is DocumentEnd) Advance();
        if (!ended && parser.Current is DocumentStart second) problems.Add(Messages.SecondYamlDocument(Where(second)));
        return root;
    }

    private void Advance()
    {
        if (ended) return;
        var before = parser.Current;
        try
        {
            ended = !parser.MoveNext();
        }
        catch (YamlException fault)
        {
            Fail(fault.Start, fault.Message);
        }
        catch (Exception fault)
            when (fault is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            // The scanner checks most of what it is given, but some faults reach the framework unchecked.
            Fail(before?.End ?? Mark.Empty, fault.Message);
        }
    }

    private void Fail(Mark at, string message)
    {
        ended = true;
        problems.Add(new YamlFault(file, text, firstLine).Explain(at, message, open));
    }

    /// <summary>Reads the node at the current event and moves past it.</summary>
    private DataNode? ReadNode(int depth, out int weight, out int height)
    {
        (weight, height) = (1, 1);
        if (ended) return null;
        switch (parser.Current)
        {
            case Scalar scalar:
            {
                var node = ReadScalar(scalar);
                if (!scalar.Anchor.IsEmpty) anchors[scalar.Anchor.Value] = new(node, 1, 1);
                values++;
                Advance();
                return node;
            }
            case AnchorAlias alias: return ReadAlias(alias, depth, out weight, out height);
            case SequenceStart or MappingStart: return ReadCollection((NodeEvent)parser.Current, depth, out weight, out height);
            default:
                Advance();
                return null;
        }
    }

    private DataNode ReadCollection(NodeEvent start, int depth, out int weight, out int height)
    {
        (weight, height) = (1, 1);
        var at = Where(start) with { Length = 1 };
        if (depth >= MaxDepth || values >= MaxValues)
        {
            problems.Add(depth >= MaxDepth ? Messages.DataTooDeep(at, MaxDepth) : Messages.DataTooBig(at, MaxValues));
            ended = true;
            return new ScalarNode(at, "", true);
        }
        values++;
        if (!start.Anchor.IsEmpty) anchors[start.Anchor.Value] = null;
        var outer = open;
        if (start is SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow }) open = start;
        Advance();
        DataNode node = start is MappingStart
            ? ReadMapping(at, depth, ref weight, ref height)
            : ReadSequence(at, depth, ref weight, ref height);
        open = outer;
        if (!start.Anchor.IsEmpty) anchors[start.Anchor.Value] = new(node, weight, height);
        return node;
    }

    private SequenceNode ReadSequence(Location at, int depth, ref int weight, ref int height)
    {
        var items = ImmutableArray.CreateBuilder<DataNode>();
        while (!ended && parser.Current is not SequenceEnd)
        {
            if (ReadNode(depth + 1, out var itemWeight, out var itemHeight) is { } item) items.Add(item);
            weight += itemWeight;
            height = Math.Max(height, itemHeight + 1);
        }
        Advance();
        return new SequenceNode(at, items.DrainToImmutable());
    }

    private MappingNode ReadMapping(Location at, int depth, ref int weight, ref int height)
    {
        var mapping = new MappingBuilder(problems);
        List<MappingNode>? merged = null;
        while (!ended && parser.Current is not MappingEnd)
        {
            var known = problems.Count;
            var key = ReadNode(depth + 1, out var keyWeight, out _);
            var isSaid = problems.Count > known;
            // After a fault there is no value to the last key: leave it out, as if it had not been written yet.
            if (ended || key is null) break;
            var value = ReadNode(depth + 1, out var valueWeight, out var valueHeight);
            weight += keyWeight + valueWeight;
            height = Math.Max(height, valueHeight + 1);
            if (value is null) continue;
            if (key is not ScalarNode name)
            {
                if (!isSaid) problems.Add(Messages.KeyIsNoText(key.At));
            }
            else if (name is { Text: "<<", IsPlain: true }) Collect(value, merged ??= []);
            else mapping.Set(name, value);
        }
        Advance();
        foreach (var other in merged ?? []) mapping.Merge(other);
        return new MappingNode(at, mapping.ToEntries());
    }

    private void Collect(DataNode value, List<MappingNode> merged)
    {
        switch (value)
        {
            case MappingNode one:
                merged.Add(one);
                break;
            case SequenceNode many when many.Items.All(item => item is MappingNode):
                merged.AddRange(many.Items.Cast<MappingNode>());
                break;
            default:
                problems.Add(Messages.MergeIsNoMapping(value.At));
                break;
        }
    }

    private DataNode? ReadAlias(AnchorAlias alias, int depth, out int weight, out int height)
    {
        (weight, height) = (1, 1);
        var (name, at) = (alias.Value.Value, Where(alias));
        Advance();
        if (!anchors.TryGetValue(name, out var anchored))
        {
            problems.Add(Messages.UnknownAnchor(at, name, anchors.Keys));
            return new ScalarNode(at, "*" + name, false);
        }
        if (anchored is null)
        {
            problems.Add(Messages.AnchorInItself(at, name));
            return null;
        }
        if (depth + anchored.Depth > MaxDepth || values + anchored.Values > MaxValues)
        {
            problems.Add(depth + anchored.Depth > MaxDepth
                ? Messages.DataTooDeep(at, MaxDepth)
                : Messages.DataTooBig(at, MaxValues));
            ended = true;
            return null;
        }
        values += anchored.Values;
        (weight, height) = (anchored.Values, anchored.Depth);
        return anchored.Node;
    }

    private ScalarNode ReadScalar(Scalar scalar)
    {
        var isText = !scalar.Tag.IsEmpty && (scalar.Tag.IsNonSpecific || scalar.Tag.Value == "tag:yaml.org,2002:str");
        return new ScalarNode(Where(scalar), scalar.Value, scalar.Style == ScalarStyle.Plain && !isText);
    }

    private Location Where(ParsingEvent at)
    {
        var (start, end) = (at.Start, at.End);
        var length = end.Line == start.Line ? (int)(end.Index - start.Index) : 1;
        return new Location(file, firstLine + (int)start.Line - 1, (int)start.Column, Math.Max(length, 0));
    }
}
