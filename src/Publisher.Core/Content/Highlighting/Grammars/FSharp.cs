using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>F#.</summary>
internal static class FSharp
{
    public static Grammar Grammar => new()
    {
        Keywords = """
            abstract and as assert async begin class default delegate do done downcast downto elif else end exception extern
            finally fixed for fun function global if in inherit inline interface internal lazy match member module mutable
            namespace not of open or override private public rec return select sig static struct task then to try upcast use val
            void when while with yield
            """,
        FunctionAfter = "let",
        TypeAfter = "type new",
        Types = "bool byte char decimal float int int64 list obj option seq string unit",
        Builtins = "true false null Some None Ok Error printfn printf sprintf failwith ignore",
        Variables = "this base",
        PascalTypes = true,
        PascalCalls = true,
        Rules =
        [
            new LineComment("//"), new BlockComment("(*", "*)") { Nests = true }, new Directive(),
            new Quoted("\"\"\"") { Escape = '\0', Multiline = true }, new Quoted("$\"", "\"") { Interpolation = "{" },
            new Quoted("@\"", "\"") { Escape = '\0', Doubles = true, Multiline = true }, new Quoted("\"") { Multiline = true },
            new Quoted("[<", ">]") { Token = Token.Attribute }, new Quoted("'") { HoldsOneCharacter = true },
        ],
    };
}
