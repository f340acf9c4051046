using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>Kotlin.</summary>
internal static class Kotlin
{
    public static Grammar Grammar => new()
    {
        Keywords = """
            abstract actual annotation as break by catch companion const constructor continue crossinline data do else expect
            external final finally for if import in infix init inline inner internal is lateinit noinline open operator out
            override package private protected public reified return sealed suspend tailrec throw try typealias val value var
            vararg when where while
            """,
        FunctionAfter = "fun",
        TypeAfter = "class interface object enum",
        Builtins = "true false null it field",
        Variables = "this super",
        PascalTypes = true,
        CapsConstants = true,
        Rules =
        [
            new LineComment("//"), new BlockComment("/*", "*/") { Nests = true },
            new Quoted("\"\"\"") { Escape = '\0', Multiline = true, Interpolation = "${", Variable = '$' },
            new Quoted("\"") { Interpolation = "${", Variable = '$' }, new Quoted("'"),
            new Sigil("@", Token.Attribute) { Marks = ".:" },
        ],
    };
}
