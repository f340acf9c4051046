using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>Dart.</summary>
internal static class Dart
{
    public static Grammar Grammar => new()
    {
        Keywords = """
            abstract as assert async await base break case catch const continue covariant default deferred do else export
            extends extension external factory final finally for get hide if implements import in interface is late library
            mixin on operator part required rethrow return sealed set show static switch sync throw try typedef var when while
            with yield
            """,
        TypeAfter = "class enum new",
        Types = "bool double dynamic int num void",
        Builtins = "true false null",
        Variables = "this super",
        PascalTypes = true,
        Rules =
        [
            new LineComment("//"), new BlockComment("/*", "*/") { Nests = true },
            new Quoted("'''") { Multiline = true, Interpolation = "${", Variable = '$' },
            new Quoted("\"\"\"") { Multiline = true, Interpolation = "${", Variable = '$' },
            new Quoted("'") { Interpolation = "${", Variable = '$' }, new Quoted("\"") { Interpolation = "${", Variable = '$' },
            new Quoted("'") { Prefixes = "r", Escape = '\0' }, new Quoted("\"") { Prefixes = "r", Escape = '\0' },
            new Sigil("@", Token.Attribute) { Marks = "." },
        ],
    };
}
