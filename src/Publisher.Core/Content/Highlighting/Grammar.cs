using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting;

/// <summary>
/// A language made of words, numbers, operators and a few rules, as data; lists of words are separated by spaces.
/// </summary>
internal sealed record Grammar
{
    public bool IgnoreCase { get; init; }

    public string Keywords { get; init; } = "";

    public string Types { get; init; } = "";

    /// <summary>What can stand where a value can: constants and functions that are always there.</summary>
    public string Builtins { get; init; } = "";

    /// <summary>The words for the object itself, and their like.</summary>
    public string Variables { get; init; } = "";

    /// <summary>Words that are operators (<c>-eq</c>, <c>and</c>).</summary>
    public string WordOperators { get; init; } = "";

    /// <summary>Those keywords after which a function's name comes.</summary>
    public string FunctionAfter { get; init; } = "";

    /// <summary>Those keywords after which a type's name comes.</summary>
    public string TypeAfter { get; init; } = "";

    /// <summary>What a word may have besides letters, digits and the underscore.</summary>
    public string WordMarks { get; init; } = "";

    /// <summary>What a word may end with, once (Ruby's <c>?</c> and <c>!</c>).</summary>
    public string WordEnds { get; init; } = "";

    public string Operators { get; init; } = "=+-*/%&|^!<>?~";

    /// <summary>A name like HttpClient is a type.</summary>
    public bool PascalTypes { get; init; }

    /// <summary>A name like HttpClient is a function when it is called, for it is not how types are made.</summary>
    public bool PascalCalls { get; init; }

    /// <summary>A name like MAX_SIZE is a constant.</summary>
    public bool CapsConstants { get; init; }

    /// <summary>A name before a parenthesis is a function.</summary>
    public bool Calls { get; init; } = true;

    /// <summary>What a name directly before a colon is (Ruby's <c>key: 1</c>).</summary>
    public Token Label { get; init; }

    /// <summary>What a name before a single equals sign is (HCL's <c>size = 1</c>).</summary>
    public Token Assigned { get; init; }

    /// <summary>A name like Get-Item is a command, and one like -Path its option.</summary>
    public bool DashedCommands { get; init; }

    /// <summary>The name after a vertical bar is a function.</summary>
    public bool Filters { get; init; }

    /// <summary>The first word after a semicolon or a brace is a keyword, whatever it is.</summary>
    public bool Statements { get; init; }

    /// <summary>What may stand between digits besides the point and the underscore (C++'s apostrophe, a date's dashes).</summary>
    public string DigitMarks { get; init; } = "";

    /// <summary>Comments, strings and the like, tried in this order where their opening stands.</summary>
    public Rule[] Rules { get; init; } = [];
}
