using Publisher.Scriban.Syntax;

namespace Publisher.Scriban.Running;

/// <summary>The variables each kind of loop has.</summary>
internal static class LoopNames
{
    private static readonly string[] For = ["index", "rindex", "first", "last", "even", "odd", "length", "changed"];
    private static readonly string[] While = ["index", "first", "even", "odd"];
    private static readonly string[] TableRow = [.. For, "col"];

    public static string[] Of(LoopKind loop) => loop switch { LoopKind.For => For, LoopKind.While => While, _ => TableRow };
}
