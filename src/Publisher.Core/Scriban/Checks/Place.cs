using Publisher.Scriban.Syntax;

namespace Publisher.Scriban.Checks;

/// <summary>Where in a family of templates an expression stands, which decides what its names mean.</summary>
/// <param name="Function">The innermost function around it: it has local names and arguments of its own.</param>
/// <param name="HidesNames">Whether a <c>with</c> is around it, whose object may have any name.</param>
/// <param name="HidesArguments">Whether it is in the block of a <c>wrap</c>, which sees the arguments of another.</param>
internal readonly record struct Place(
    CheckedTemplate File, FunctionBody? Function = null, bool HidesNames = false, bool HidesArguments = false);

/// <summary>One way in which a name gets a value.</summary>
/// <param name="Value">What is assigned, or looped over.</param>
/// <param name="Function">The function that the name stands for.</param>
/// <param name="Shape">What is known of the value already.</param>
internal sealed record Setter(
    Place Place, SetterKind Kind, Expression? Value = null, FunctionBody? Function = null, Shape? Shape = null);

internal enum SetterKind { Value, Item, Function, Known }

/// <summary>An include of one template by another.</summary>
/// <param name="Name">
/// Null where only the running template knows it; with <see cref="Beside"/> in front where it is a file beside the page.
/// </param>
/// <param name="Call">The arguments after the name are the included template's own; null where they cannot be told.</param>
internal sealed record Inclusion(Place Place, string? Name, Span At, Invocation? Call, bool IsCertain = true)
{
    /// <summary>What stands before the name of a file that is found beside the page, and is none of the family.</summary>
    public const string Beside = "./";

    /// <summary>Whether it may include what nothing is known of.</summary>
    public bool IsOpen => Name is null || Name.StartsWith(Beside, StringComparison.Ordinal);

    /// <summary>What is known of the arguments already, by place (the included template's first is "0") and by name.</summary>
    public IReadOnlyDictionary<string, Shape?>? Shapes { get; init; }
}
