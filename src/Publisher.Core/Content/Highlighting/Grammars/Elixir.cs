using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>Elixir, with atoms, sigils and module attributes.</summary>
internal static class Elixir
{
    public static Grammar Grammar => new()
    {
        Keywords = """
            after alias and case catch cond defdelegate defexception defguard defguardp defoverridable defstruct do else end fn
            for if import in not or quote raise receive require rescue reraise throw try unless unquote use when with
            """,
        FunctionAfter = "def defp defmacro defmacrop",
        TypeAfter = "defmodule defprotocol defimpl",
        Builtins = "true false nil __MODULE__ __DIR__ __ENV__ __CALLER__ __STACKTRACE__",
        WordEnds = "?!",
        Label = Token.Builtin,
        PascalTypes = true,
        Rules =
        [
            new LineComment("#"), new Quoted("\"\"\"") { Multiline = true, Interpolation = "#{" },
            new Quoted("\"") { Multiline = true, Interpolation = "#{" }, new Quoted("'") { Interpolation = "#{" },
            new Bracketed("~", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
            new Quoted(":\"", "\"") { Token = Token.Builtin, Interpolation = "#{" },
            new Sigil(":", Token.Builtin) { Marks = "?!@", StandsAlone = true },
            new Sigil("@", Token.Attribute), new Sigil("&", Token.Variable) { Specials = "123456789" },
        ],
    };
}
