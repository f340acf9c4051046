using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>Zig.</summary>
internal static class Zig
{
    public static Grammar Grammar => new()
    {
        Keywords = """
            addrspace align allowzero and anyframe asm async await break callconv catch comptime const continue defer else
            errdefer export extern for if inline linksection noalias noinline nosuspend opaque or orelse packed pub resume
            return suspend switch test threadlocal try union unreachable usingnamespace var volatile while
            """,
        FunctionAfter = "fn",
        TypeAfter = "struct enum error",
        Types = """
            anyerror anyopaque anytype bool c_int comptime_float comptime_int f16 f32 f64 f128 i8 i16 i32 i64 i128 isize
            noreturn type u8 u16 u32 u64 u128 usize void
            """,
        Builtins = "true false null undefined",
        PascalTypes = true,
        PascalCalls = true,
        Rules = [new LineComment("//"), new Quoted("\\\\", "\n") { Escape = '\0' }, new Quoted("\""), new Quoted("'"),
            new Sigil("@", Token.Builtin)],
    };
}
