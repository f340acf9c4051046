using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>C and C++.</summary>
internal static class Cpp
{
    private const string CKeywords = """
        _Alignas _Alignof _Atomic _Generic _Noreturn _Static_assert _Thread_local alignas alignof asm auto break case const
        constexpr continue default do else extern for goto if inline register restrict return sizeof static static_assert switch
        thread_local typedef typeof volatile while
        """;

    public static Grammar C => new()
    {
        Keywords = CKeywords,
        TypeAfter = "struct union enum",
        Types = """
            bool char char8_t char16_t char32_t double float int int8_t int16_t int32_t int64_t intptr_t long off_t ptrdiff_t
            short signed size_t ssize_t time_t uint8_t uint16_t uint32_t uint64_t uintptr_t unsigned va_list void wchar_t _Bool
            _Complex FILE
            """,
        Builtins = "true false NULL nullptr stdin stdout stderr EOF",
        CapsConstants = true,
        DigitMarks = "'",
        Rules = Rules,
    };

    public static Grammar Grammar => C with
    {
        Keywords = CKeywords + """
             and and_eq bitand bitor catch co_await co_return co_yield compl consteval constinit const_cast decltype delete
            dynamic_cast explicit export final friend import module mutable noexcept not not_eq operator or or_eq override
            private protected public reinterpret_cast requires static_cast template throw try typeid using virtual xor xor_eq
            """,
        TypeAfter = "struct union enum class typename namespace concept new",
        Types = C.Types + """
             array map optional pair set shared_ptr span string string_view tuple unique_ptr unordered_map unordered_set variant
            vector
            """,
        Variables = "this",
        PascalTypes = true,
        PascalCalls = true,
        Rules = [new Fenced("\"", FenceStyle.Name) { Prefixes = "R LR u8R uR UR" },
            new Quoted("[[", "]]") { Token = Token.Attribute, Escape = '\0' }, .. Rules],
    };

    private static Rule[] Rules =>
    [
        new LineComment("//"), new BlockComment("/*", "*/"), new Directive(), new Quoted("\""), new Quoted("'"),
        new Quoted("\"") { Prefixes = "L u U u8" }, new Quoted("'") { Prefixes = "L u U u8" },
    ];
}
