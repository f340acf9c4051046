using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>PHP between its tags.</summary>
internal static class Php
{
    public static Grammar Grammar => new()
    {
        IgnoreCase = true,
        Keywords = """
            abstract and array as break callable case catch clone const continue declare default do echo else elseif empty
            enddeclare endfor endforeach endif endswitch endwhile exit extends final finally fn for foreach global goto if
            implements include include_once insteadof isset list match namespace or print private protected public readonly
            require require_once return static switch throw try unset use var while xor yield
            """,
        FunctionAfter = "function",
        TypeAfter = "class interface trait enum new instanceof",
        Types = "bool float int iterable mixed never object string void",
        Builtins = "true false null __CLASS__ __DIR__ __FILE__ __FUNCTION__ __LINE__ __METHOD__ __NAMESPACE__",
        Variables = "self parent",
        PascalTypes = true,
        CapsConstants = true,
        Rules =
        [
            new LineComment("//"), new BlockComment("/*", "*/"),
            new Quoted("#[", "]") { Token = Token.Attribute, Escape = '\0' }, new LineComment("#"),
            new Heredoc("<<<") { Body = new Quoted("\0") { Multiline = true, Interpolation = "{$", Variable = '$' } },
            new Quoted("\"") { Multiline = true, Interpolation = "{$", Variable = '$' }, new Quoted("'") { Multiline = true },
            new Sigil("$", Token.Variable),
        ],
    };
}
