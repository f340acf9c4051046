using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>PowerShell: cmdlets, variables with scopes, here-strings and operators that are words.</summary>
internal static class PowerShell
{
    public static Grammar Grammar => new()
    {
        IgnoreCase = true,
        Keywords = """
            begin break catch continue data default do dynamicparam else elseif end exit finally for foreach from hidden if in
            param process return static switch throw trap try until using while
            """,
        FunctionAfter = "function filter workflow",
        TypeAfter = "class enum",
        Types = "array bool byte char datetime double hashtable int long object pscustomobject psobject regex string void xml",
        DashedCommands = true,
        WordMarks = "-",
        WordOperators = """
            -and -or -not -xor -eq -ne -gt -ge -lt -le -like -notlike -match -notmatch -contains -notcontains -in -notin
            -replace -split -join -is -isnot -as -f -band -bor -bnot -bxor -shl -shr -ceq -cne -clike -cmatch -creplace -ieq
            -ine -ilike -imatch
            """,
        Operators = "=+*/%!<>|&",
        Rules =
        [
            new BlockComment("<#", "#>"), new LineComment("#"),
            new Quoted("@\"", "\n\"@") { Escape = '`', Multiline = true, Interpolation = "$(", Variable = '$' },
            new Quoted("@'", "\n'@") { Escape = '\0', Multiline = true },
            new Quoted("\"") { Escape = '`', Doubles = true, Multiline = true, Interpolation = "$(", Variable = '$' },
            new Quoted("'") { Escape = '\0', Doubles = true, Multiline = true },
            new Sigil("$", Token.Variable) { Marks = ":", Specials = "_?^$0123456789", Braces = true },
            new Sigil("@", Token.Variable),
        ],
    };
}
