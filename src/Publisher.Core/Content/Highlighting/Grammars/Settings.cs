using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>Files of settings: TOML, INI and its kin, nginx.</summary>
internal static class Settings
{
    public static Grammar Toml => new()
    {
        Builtins = "true false inf nan",
        WordMarks = "-.",
        Operators = "=",
        DigitMarks = "-:",
        Assigned = Token.Attribute,
        Calls = false,
        Rules =
        [
            new LineComment("#"), new Section(), new Quoted("\"\"\"") { Multiline = true },
            new Quoted("'''") { Escape = '\0', Multiline = true },
            new Quoted("\""), new Quoted("'") { Escape = '\0' },
        ],
    };

    public static Grammar Ini => new()
    {
        IgnoreCase = true,
        Keywords = "export",
        Builtins = "true false yes no on off none null",
        WordMarks = "-.",
        Operators = "=",
        Assigned = Token.Attribute,
        Label = Token.Attribute,
        Calls = false,
        Rules =
        [
            new LineComment("#") { AfterSpace = true }, new LineComment(";") { AfterSpace = true }, new Section(),
            new Quoted("\""),
            new Sigil("$", Token.Variable) { Braces = true },
        ],
    };

    public static Grammar Nginx => new()
    {
        Builtins = "on off",
        WordMarks = "-.",
        Operators = "=~^*!|",
        Statements = true,
        Calls = false,
        Rules =
        [
            new LineComment("#"), new Quoted("\"") { Multiline = true, Variable = '$' },
            new Quoted("'") { Multiline = true, Variable = '$' },
            new Sigil("$", Token.Variable) { Specials = "123456789", Braces = true },
        ],
    };
}
