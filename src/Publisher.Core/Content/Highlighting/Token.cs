namespace Publisher.Content.Highlighting;

/// <summary>
/// What a piece of code is, for colouring; each kind is one class in the HTML, and this is the list that themes style.
/// </summary>
internal enum Token : byte
{
    /// <summary>Plain text and plain punctuation: no span at all.</summary>
    None,

    /// <summary><c>c</c>: a comment.</summary>
    Comment,

    /// <summary><c>s</c>: a string, a character, a regular expression, a block of quoted text.</summary>
    String,

    /// <summary><c>k</c>: a keyword, an instruction, a directive.</summary>
    Keyword,

    /// <summary><c>t</c>: the name of a type, a class, a table header.</summary>
    Type,

    /// <summary><c>n</c>: a number, with its unit.</summary>
    Number,

    /// <summary><c>f</c>: a function where it is declared or called, a command, a selector.</summary>
    Function,

    /// <summary><c>o</c>: an operator.</summary>
    Operator,

    /// <summary><c>v</c>: a variable that is marked as one ($x, @x, a lifetime, an anchor).</summary>
    Variable,

    /// <summary><c>a</c>: an attribute, a property, a key, an annotation, a command's option.</summary>
    Attribute,

    /// <summary><c>b</c>: something built in or constant (true, null, MAX_SIZE, a symbol).</summary>
    Builtin,

    /// <summary><c>m</c>: markup: a tag's name and its brackets, a list's bullet, a file header of a diff.</summary>
    Markup,

    /// <summary><c>i</c>: an inserted line.</summary>
    Inserted,

    /// <summary><c>d</c>: a deleted line.</summary>
    Deleted,

    /// <summary><c>h</c>: a heading, a section, the place of a hunk.</summary>
    Heading,

    /// <summary><c>e</c>: an escape, an entity, the braces of an interpolation or of a template tag.</summary>
    Escape,

    /// <summary><c>p</c>: a console's prompt.</summary>
    Prompt,

    /// <summary><c>g</c>: what a command printed.</summary>
    Output,
}

/// <summary>The class names of the tokens, by their number.</summary>
internal static class TokenClasses
{
    public static ReadOnlySpan<byte> All => " csktnfovabmidhepg"u8;

    public static byte Of(Token token) => All[(int)token];
}
