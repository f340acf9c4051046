using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>Rust, with lifetimes, attributes and nested comments.</summary>
internal static class Rust
{
    public static Grammar Grammar => new()
    {
        Keywords = """
            as async await break const continue crate default dyn else extern for if in let loop match mod move mut pub ref
            return static super unsafe use where while yield
            """,
        FunctionAfter = "fn macro_rules",
        TypeAfter = "struct enum trait impl type union",
        Types = "bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize",
        Builtins = "true false Some None Ok Err",
        Variables = "self Self",
        WordEnds = "!",
        PascalTypes = true,
        CapsConstants = true,
        Rules =
        [
            new LineComment("//"), new BlockComment("/*", "*/") { Nests = true },
            new Quoted("#[", "]") { Token = Token.Attribute, Escape = '\0', Multiline = true },
            new Quoted("#![", "]") { Token = Token.Attribute, Escape = '\0', Multiline = true },
            new Fenced("\"", FenceStyle.Hashes) { Prefixes = "r br cr" },
            new Fenced("#", FenceStyle.Hashes) { Prefixes = "r br cr" },
            new Quoted("\"") { Multiline = true }, new Quoted("\"") { Multiline = true, Prefixes = "b c" },
            new Quoted("'") { HoldsOneCharacter = true }, new Quoted("'") { HoldsOneCharacter = true, Prefixes = "b" },
            new Sigil("'", Token.Variable),
        ],
    };
}
