using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>Swift.</summary>
internal static class Swift
{
    public static Grammar Grammar => new()
    {
        Keywords = """
            any as associatedtype async await break case catch continue convenience default defer deinit didSet do dynamic else
            fallthrough fileprivate final for get guard if import in indirect infix init inout internal is isolated lazy let
            mutating nonisolated nonmutating open operator optional override postfix precedencegroup prefix private public
            repeat required rethrows return set some static subscript switch throw throws try typealias unowned var weak where
            while willSet
            """,
        FunctionAfter = "func",
        TypeAfter = "class struct enum protocol extension actor macro",
        Builtins = "true false nil",
        Variables = "self Self super",
        PascalTypes = true,
        Rules =
        [
            new LineComment("//"), new BlockComment("/*", "*/") { Nests = true }, new Fenced("#", FenceStyle.Hashes),
            new Sigil("#", Token.Keyword),
            new Quoted("\"\"\"") { Multiline = true, Interpolation = "\\(" }, new Quoted("\"") { Interpolation = "\\(" },
            new Sigil("@", Token.Attribute), new Sigil("$", Token.Variable) { Specials = "0123456789" },
        ],
    };
}
