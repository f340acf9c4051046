using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>Java.</summary>
internal static class Java
{
    public static Grammar Grammar => new()
    {
        Keywords = """
            abstract assert break case catch const continue default do else exports extends final finally for goto if implements
            import instanceof module native non-sealed opens package permits private protected provides public requires return
            sealed static strictfp switch synchronized throw throws transient try uses volatile when while yield
            """,
        TypeAfter = "class interface enum record new",
        Types = "boolean byte char double float int long short var void",
        Builtins = "true false null",
        Variables = "this super",
        PascalTypes = true,
        CapsConstants = true,
        Rules =
        [
            new LineComment("//"), new BlockComment("/*", "*/"), new Quoted("\"\"\"") { Multiline = true }, new Quoted("\""),
            new Quoted("'"),
            new Sigil("@", Token.Attribute) { Marks = "." },
        ],
    };
}
