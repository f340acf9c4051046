using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>R.</summary>
internal static class R
{
    public static Grammar Grammar => new()
    {
        Keywords = "break else for function if in next repeat return while",
        Builtins = "TRUE FALSE NULL NA NaN Inf T F library require source",
        WordMarks = ".",
        Operators = "=+-*/^!<>?~|&:$@",
        Rules = [new LineComment("#"), new Quoted("\"") { Multiline = true }, new Quoted("'") { Multiline = true },
            new Quoted("%", "%") { Token = Token.Operator, Escape = '\0' }],
    };
}
