namespace Publisher.Scriban.Syntax;

/// <summary>A piece of a template's tree. Trees are immutable and know nothing of how they are run.</summary>
public abstract record Node(Span At)
{
    /// <summary>The nodes directly below, in source order: what static checks walk.</summary>
    public virtual IEnumerable<Node> Children => [];

    /// <summary>This node and all below it, in source order.</summary>
    public IEnumerable<Node> Descendants()
    {
        var open = new Stack<Node>([this]);
        while (open.TryPop(out var node))
        {
            yield return node;
            foreach (var child in node.Children.Reverse()) open.Push(child);
        }
    }

    private protected static IEnumerable<Node> Some(params ReadOnlySpan<Node?> nodes)
    {
        var some = new List<Node>(nodes.Length);
        foreach (var node in nodes)
            if (node is not null) some.Add(node);
        return some;
    }
}

/// <summary>A node that has a value.</summary>
public abstract record Expression(Span At) : Node(At);

/// <summary>A node that does something.</summary>
public abstract record Statement(Span At) : Node(At);
