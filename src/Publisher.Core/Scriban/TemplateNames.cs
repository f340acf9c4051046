using System.Collections.Immutable;
using Publisher.Scriban.Syntax;
using Publisher.Scriban.Values;

namespace Publisher.Scriban;

/// <summary>Which names a tree uses and sets: the ground of static checks.</summary>
public static class TemplateNames
{
    /// <summary>The constant names given to <c>include</c>, and to what Liquid includes by, each once, in order.</summary>
    public static ImmutableArray<string> IncludedBy(Node tree)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var node in tree.Descendants())
        {
            var name = node switch
            {
                Call { Target: GlobalName { Name: "include" }, Arguments: [var first, ..] } => first.Value,
                Pipe { From: var from, To: GlobalName { Name: "include" }
                    or Call { Target: GlobalName { Name: "include" } } } => from,
                Call { Target: MemberAccess { Target: GlobalName { Name: "liquid_tag" },
                    Name: "include" or "include_with" or "render" or "render_each" }, Arguments: [var first, ..] } => first.Value,
                _ => null,
            };
            if (name is Literal { Value.Kind: ValueKind.String } literal && !names.Contains(literal.Value.AsString))
                names.Add(literal.Value.AsString);
        }
        return names.ToImmutable();
    }

    /// <summary>Each use of a global name that is read.</summary>
    public static IEnumerable<GlobalName> ReadBy(Node tree)
    {
        var set = new HashSet<Node>(SetBy(tree), ReferenceEqualityComparer.Instance);
        return tree.Descendants().OfType<GlobalName>().Where(name => !set.Contains(name));
    }

    /// <summary>
    /// Each global name that the tree itself sets: by assignment, capture, loop, or as a function or a parameter's name.
    /// </summary>
    public static IEnumerable<GlobalName> SetBy(Node tree) => tree.Descendants().Select(node => node switch
    {
        Assignment { Operator: null or BinaryOperator.Coalesce, Target: var target } => target,
        Capture capture => capture.Target,
        For loop => loop.Variable,
        FunctionDefinition function => function.Target,
        _ => null,
    }).OfType<GlobalName>();
}
