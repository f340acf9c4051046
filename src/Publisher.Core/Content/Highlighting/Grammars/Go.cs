using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>Go.</summary>
internal static class Go
{
    public static Grammar Grammar => new()
    {
        Keywords = """
            break case chan const continue default defer else fallthrough for go goto if import map package range return select
            switch var
            """,
        FunctionAfter = "func",
        TypeAfter = "type interface struct",
        Types = """
            any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint
            uint8 uint16 uint32 uint64 uintptr
            """,
        Builtins = """
            true false nil iota append cap clear close complex copy delete imag len make max min new panic print println real
            recover
            """,
        Rules =
        [
            new LineComment("//"), new BlockComment("/*", "*/"), new Quoted("\""), new Quoted("'"),
            new Quoted("`") { Escape = '\0', Multiline = true },
        ],
    };
}
