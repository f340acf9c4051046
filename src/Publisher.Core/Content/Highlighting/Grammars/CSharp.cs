using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>C#, up to raw and interpolated strings.</summary>
internal static class CSharp
{
    public static Grammar Grammar => new()
    {
        Keywords = """
            abstract and as ascending async await break case catch checked const continue default delegate descending do dynamic
            else event explicit extern finally fixed for foreach from get global goto group if implicit in init internal into is
            join let lock namespace not operator or orderby out override params partial private protected public readonly ref
            required return scoped sealed select set static switch throw try unchecked unmanaged unsafe using virtual volatile
            when where while with yield
            """,
        TypeAfter = "class struct record interface enum new",
        Types = "bool byte char decimal double float int long nint nuint object sbyte short string uint ulong ushort var void",
        Builtins = "true false null nameof typeof sizeof stackalloc",
        Variables = "this base",
        PascalTypes = true,
        PascalCalls = true,
        Rules =
        [
            new LineComment("//"), new BlockComment("/*", "*/"), new Directive(),
            new Fenced("\"\"\"", FenceStyle.Quotes), new Fenced("$", FenceStyle.Quotes),
            new Quoted("\"") { Escape = '\\' }, new Quoted("'"),
            new Quoted("$\"", "\"") { Interpolation = "{" },
            new Quoted("@\"", "\"") { Escape = '\0', Doubles = true, Multiline = true },
            new Quoted("$@\"", "\"") { Escape = '\0', Doubles = true, Multiline = true, Interpolation = "{" },
            new Quoted("@$\"", "\"") { Escape = '\0', Doubles = true, Multiline = true, Interpolation = "{" },
        ],
    };
}
