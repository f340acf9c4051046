using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>JavaScript and TypeScript, with elements (JSX) or without.</summary>
internal static class JavaScript
{
    private const string Common = """
        as async await break case catch const continue debugger default delete do else export finally for from if import in
        instanceof let of return static switch throw try typeof var void while with yield
        """;

    public static Grammar Grammar => new()
    {
        Keywords = Common,
        FunctionAfter = "function",
        TypeAfter = "class extends new",
        Builtins = "true false null undefined NaN Infinity globalThis",
        Variables = "this super arguments",
        WordMarks = "$",
        PascalTypes = true,
        CapsConstants = true,
        Rules = [.. Rules, new Jsx()],
    };

    public static Grammar TypeScript => Grammar with
    {
        Keywords = Common
            + " abstract accessor asserts declare infer is keyof override private protected public readonly satisfies unique",
        TypeAfter = "class extends new interface enum implements type namespace module",
        Types = "any bigint boolean never number object string symbol unknown",
        Rules = Rules,
    };

    public static Grammar TypeScriptWithElements => TypeScript with { Rules = Grammar.Rules };

    private static Rule[] Rules =>
    [
        new LineComment("//"), new LineComment("#!"), new BlockComment("/*", "*/"), new RegexLiteral(), new Quoted("\""),
        new Quoted("'"),
        new Quoted("`") { Multiline = true, Interpolation = "${" }, new Sigil("@", Token.Attribute) { Marks = "." },
        new Sigil("#", Token.Attribute),
    ];
}
