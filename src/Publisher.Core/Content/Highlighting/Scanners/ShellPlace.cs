namespace Publisher.Content.Highlighting.Scanners;

/// <summary>What a shell's next word is.</summary>
internal enum ShellPlace
{
    /// <summary>The name of a command, a keyword or an assignment.</summary>
    Command,

    /// <summary>An argument.</summary>
    Argument,

    /// <summary>An argument that may be an assignment, as after <c>export</c>.</summary>
    Declaration,

    /// <summary>The value of an assignment, after which a command may still come.</summary>
    Value,
}
