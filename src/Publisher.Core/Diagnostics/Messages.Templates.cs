using Publisher.Text;

namespace Publisher.Diagnostics;

/// <summary>What can be wrong with a template, when it is read (PB0401) and when it is run.</summary>
public static partial class Messages
{
    public static Diagnostic TemplateSyntax(Location at, string message, string? hint = null) =>
        Error("PB0401", at, message, hint);

    public static Diagnostic TemplateFault(Location at, string message, string? hint = null) =>
        Error("PB0402", at, message, hint);

    public static Diagnostic UnknownVariable(Location at, string name, IEnumerable<string> known, string? member) =>
        Error("PB0403", at, $"nothing is named '{name}' here", Suggest(name, member, known));

    public static Diagnostic UnknownMember(Location at, string owner, string name, IEnumerable<string> known) =>
        Error("PB0404", at, $"{owner} has no member '{name}'", Suggest(name, known));

    public static Diagnostic NotAFunction(Location at, string what, string? hint = null) =>
        Error("PB0405", at, $"{what} is not a function and cannot be called", hint);

    public static Diagnostic UnknownFunction(Location at, string name, IEnumerable<string> known, string? member) =>
        Error("PB0405", at, $"there is no function '{name}'", Suggest(name, member, known));

    public static Diagnostic WrongArguments(Location at, string function, string signature, string problem) =>
        Error("PB0406", at, $"{function}: {problem}", signature.Length == 0 ? "it takes no arguments" : $"it takes {signature}");

    public static Diagnostic UnknownArgument(Location at, string function, string name, IEnumerable<string> known) =>
        Error("PB0407", at, $"{function} has no argument '{name}'", Suggest(name, known));

    public static Diagnostic MemberOfNull(Location at, string target, string name) =>
        Error("PB0408", at, $"{target} is null, so it has no member '{name}'", "write ?. where null is allowed");

    public static Diagnostic IncludeNotFound(Location at, string name, IEnumerable<string> known) =>
        Error("PB0409", at, $"there is no template '{name}' to include", Suggest(name, known));

    public static Diagnostic UnusedInclude(Location at, string name) =>
        Note("PB0415", at, $"nothing includes '{name}'");

    public static Diagnostic LayoutMatter(Location at, string key) =>
        Warning("PB0416", at, $"'{key}' is left out: templates have no front matter", "put it below 'params' in the settings");

    public static Diagnostic BasePathTwice(Location at, string address) =>
        Warning("PB0417", at, $"the base path stands before '{address}', which begins with it", $"write {address} alone");

    public static Diagnostic CannotAssign(Location at, string what) => Error("PB0410", at, $"{what} is read-only");

    /// <summary>
    /// A member of exactly that name ("string.upcase" for "upcase") is likelier meant than a name that is near.
    /// </summary>
    private static string? Suggest(string name, string? member, IEnumerable<string> known) =>
        member is null ? Suggest(name, known) : $"did you mean '{member}'?";

    public static Diagnostic TemplateLimit(Location at, string what, long limit) =>
        Error("PB0411", at, $"the template was stopped: {what} (the limit is {limit:N0})");

    public static Diagnostic UnclosedTag(Location at, string tag) =>
        Error("PB0412", at, $"the tag '{tag}' is never closed with 'end{tag}'");

    public static Diagnostic MisplacedTag(Location at, string tag, string hint) =>
        Error("PB0412", at, $"the tag '{tag}' has no place here", hint);

    public static Diagnostic UnknownTag(Location at, string name, IEnumerable<string> known) =>
        Error("PB0413", at, $"there is no tag '{name}'",
            Suggest(name, known) ?? $"a file templates/includes/tags/{name}.html makes it one");

    public static Diagnostic TagNeedsSite(Location at, string name) =>
        Error("PB0413", at, $"the tag '{name}' needs a site, and there is none here");

    public static Diagnostic FilterNeedsSite(Location at, string name) =>
        Error("PB0414", at, $"the filter '{name}' needs a site, and there is none here");

    public static Diagnostic UnknownFilter(Location at, string name, IEnumerable<string> known) =>
        Error("PB0414", at, $"there is no filter '{name}'", Suggest(name, known));
}
