using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>Python, with every prefix that strings can have.</summary>
internal static class Python
{
    private const string Plain = "b B u U", Raw = "r R br bR Br BR rb rB Rb RB", Formatted = "f F t T",
        RawFormatted = "fr fR Fr FR rf rF Rf RF";

    public static Grammar Grammar => new()
    {
        Keywords = """
            and as assert async await break case continue del elif else except finally for from global if import in is lambda
            match nonlocal not or pass raise return try while with yield
            """,
        FunctionAfter = "def",
        TypeAfter = "class",
        Types = "bool bytearray bytes complex dict float frozenset int list memoryview object set str tuple type",
        Builtins = """
            True False None NotImplemented Ellipsis __name__ __file__ abs all any breakpoint callable chr delattr dir divmod
            enumerate eval exec filter format getattr globals hasattr hash help hex id input isinstance issubclass iter len
            locals map max min next oct open ord pow print property range repr reversed round setattr slice sorted staticmethod
            classmethod sum super vars zip
            """,
        Variables = "self cls",
        PascalTypes = true,
        CapsConstants = true,
        Rules = [new LineComment("#"), new Sigil("@", Token.Attribute) { Marks = ".", AtLineStart = true }, .. Strings],
    };

    private static IEnumerable<Rule> Strings =>
        from mark in (string[])["\"\"\"", "'''", "\"", "'"]
        from kind in (Quoted[])
        [
            new(mark), new(mark) { Prefixes = Plain }, new(mark) { Prefixes = Raw, HidesEscapes = true },
            new(mark) { Prefixes = Formatted, Interpolation = "{" },
            new(mark) { Prefixes = RawFormatted, HidesEscapes = true, Interpolation = "{" },
        ]
        select kind with { Multiline = mark.Length == 3 };
}
