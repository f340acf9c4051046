using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>Ruby, with symbols, percent literals and here-documents.</summary>
internal static class Ruby
{
    public static Grammar Grammar => new()
    {
        Keywords = """
            alias and begin BEGIN break case do else elsif end END ensure extend for if in include loop next not or prepend
            private protected public raise redo refine require require_relative rescue retry return then undef unless until
            using when while yield
            """,
        FunctionAfter = "def",
        TypeAfter = "class module",
        Builtins = """
            true false nil __FILE__ __LINE__ __dir__ __method__ attr_accessor attr_reader attr_writer block_given? defined?
            lambda print proc puts
            """,
        Variables = "self super",
        WordEnds = "?!",
        Label = Token.Builtin,
        PascalTypes = true,
        CapsConstants = true,
        Rules =
        [
            new LineComment("#"), new BlockComment("=begin", "\n=end") { AtLineStart = true }, new RegexLiteral(),
            new Quoted("\"") { Multiline = true, Interpolation = "#{" }, new Quoted("'") { Multiline = true },
            new Quoted("`") { Interpolation = "#{" },
            new Sigil("@@", Token.Variable), new Sigil("@", Token.Variable),
            new Sigil("$", Token.Variable) { Specials = "0123456789!@&~?$" },
            new Quoted(":\"", "\"") { Token = Token.Builtin, Interpolation = "#{" },
            new Sigil(":", Token.Builtin) { Marks = "?!", StandsAlone = true },
            new Bracketed("%", "wWiIqQrxs") { LetterOptional = true },
            new Heredoc("<<") { Flags = "-~", IsAlsoOperator = true,
                Body = new Quoted("\0") { Multiline = true, Interpolation = "#{" } },
        ],
    };
}
