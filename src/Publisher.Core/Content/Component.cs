using System.Collections.Immutable;
using Publisher.Text;

namespace Publisher.Content;

/// <summary>
/// A stretch of a body's HTML that a template of the site writes, where there is one of that name: the content lies between
/// <see cref="ContentStart"/> and <see cref="ContentEnd"/>, and what is around it is how a built-in looks without a template.
/// </summary>
public sealed record Component(string Name, Location At)
{
    /// <summary>The names that need no template, in ordinal order.</summary>
    public static ImmutableArray<string> BuiltIns { get; } =
        ["caution", "danger", "details", "div", "important", "info", "note", "tip", Transcript, "warning"];

    /// <summary>What is said in an episode.</summary>
    public const string Transcript = "transcript";

    /// <summary>Whether the text is right without a template of that name.</summary>
    public bool IsBuiltIn { get; init; }

    /// <summary>Whether it cannot have content.</summary>
    public bool IsLeaf { get; init; }

    public string? Title { get; init; }

    /// <summary>In order, each key once; a value of null stands for a key alone.</summary>
    public ImmutableArray<KeyValuePair<string, string?>> Attributes { get; init; } = [];

    public int Start { get; init; }

    public int ContentStart { get; init; }

    public int ContentEnd { get; init; }

    public int End { get; init; }

    /// <summary>How many components lie inside, at any depth: they follow this one.</summary>
    public int Inside { get; init; }

    /// <summary>The template that writes it, below <c>templates/</c>.</summary>
    public string Template { get; } = $"components/{Name}.sbn-html";

    /// <summary>The same in a body that has so many bytes more before it.</summary>
    internal Component Moved(int by) => by == 0 ? this : this with
    {
        Start = Start + by, End = End + by, ContentStart = ContentStart + by, ContentEnd = ContentEnd + by,
    };

    internal Stamp AddTo(Stamp stamp)
    {
        stamp = stamp.With(Name).With(Title).With((IsBuiltIn ? 1u : 0) + (IsLeaf ? 2u : 0))
            .With(((ulong)Start << 32) | (uint)ContentStart).With(((ulong)ContentEnd << 32) | (uint)End)
            .With(((ulong)At.Line << 32) | (uint)At.Column).With(((ulong)At.Length << 32) | (uint)Inside);
        foreach (var (key, value) in Attributes) stamp = stamp.With(key).With(value);
        return stamp;
    }
}
