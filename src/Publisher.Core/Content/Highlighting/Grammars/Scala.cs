using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>Scala.</summary>
internal static class Scala
{
    public static Grammar Grammar => new()
    {
        Keywords = """
            abstract case catch derives do else end export extends extension final finally for forSome given if implicit import
            infix inline lazy macro match opaque open override package private protected return sealed then throw transparent
            try using val var while with yield
            """,
        FunctionAfter = "def",
        TypeAfter = "class trait object enum type new",
        Builtins = "true false null",
        Variables = "this super",
        PascalTypes = true,
        Rules =
        [
            new LineComment("//"), new BlockComment("/*", "*/") { Nests = true },
            new Quoted("\"\"\"") { Escape = '\0', Multiline = true }, new Quoted("\""),
            new Quoted("\"\"\"") { Prefixes = "s f raw", Escape = '\0', Multiline = true, Interpolation = "${", Variable = '$' },
            new Quoted("\"") { Prefixes = "s f raw", Interpolation = "${", Variable = '$' },
            new Quoted("'") { HoldsOneCharacter = true }, new Sigil("@", Token.Attribute),
        ],
    };
}
