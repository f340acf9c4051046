using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>Lua.</summary>
internal static class Lua
{
    public static Grammar Grammar => new()
    {
        Keywords = "and break do else elseif end for goto if in local not or repeat return then until while",
        FunctionAfter = "function",
        Builtins = """
            true false nil _G _VERSION assert error getmetatable ipairs next pairs pcall print rawget rawset require select
            setmetatable tonumber tostring type
            """,
        Variables = "self",
        Operators = "=+-*/%^#<>~",
        Rules = [new BlockComment("--[[", "]]"), new LineComment("--"),
            new Quoted("[[", "]]") { Escape = '\0', Multiline = true }, new Quoted("\""), new Quoted("'")],
    };
}
