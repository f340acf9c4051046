using Publisher.Text;

namespace Publisher.Diagnostics;

public static partial class Messages
{
    public static Diagnostic UnknownKey(Location at, string key, string what, IEnumerable<string> known) =>
        Warning("PB0101", at, $"'{key}' is not a key of {what}", Suggest(key, known));

    public static Diagnostic WrongType(Location at, string key, string expected) =>
        Error("PB0102", at, $"'{key}' must be {expected}");

    public static Diagnostic NotAMapping(Location at, string what) => Error("PB0103", at, $"{what} must hold 'key: value' lines");

    public static Diagnostic UnknownTimeZone(Location at, string name) =>
        Error("PB0104", at, $"there is no time zone '{name}'", "use a name of the IANA database, such as Europe/Berlin or UTC");

    public static Diagnostic BadBaseUrl(Location at, string url) =>
        Error("PB0105", at, $"'{url}' is not an absolute http or https address",
            "write it like https://example.org/ or https://example.org/docs/");

    public static Diagnostic BaseUrlIsMore(Location at, string url, string more) =>
        Error("PB0105", at, $"'{url}' has {more}, which pages cannot have below them",
            "write only scheme, host and path, like https://example.org/docs/");

    public static Diagnostic PermalinkWord(Location at, string pattern, string word) =>
        Warning("PB0109", at, $"'{word}' stands as it is in the permalink '{pattern}'", $"did you mean ':{word}'?");

    public static Diagnostic PermalinkWithoutPlaceholder(Location at, string pattern, IEnumerable<string> styles) =>
        Warning("PB0109", at, $"the permalink '{pattern}' has no placeholder, so all its pages get one address",
            Suggest(pattern.Trim('/'), styles) ?? "write it like /:section/:slug/");

    public static Diagnostic BadPermalink(Location at, string pattern, string placeholder, IEnumerable<string> known) =>
        Error("PB0106", at, $"the permalink '{pattern}' has an unknown placeholder ':{placeholder}'",
            Suggest(":" + placeholder, known.Select(name => ":" + name)));

    public static Diagnostic UnknownValue(Location at, string key, string value, IEnumerable<string> known) =>
        Error("PB0107", at, $"'{value}' is no value for '{key}': one of {string.Join(", ", known)}", Suggest(value, known));

    public static Diagnostic NoFeedFormats(Location at) =>
        Warning("PB0107", at, "'formats' names none, so there are no feeds", "write 'feeds: false' if that is meant");

    /// <summary>A warning only: a section may be written later.</summary>
    public static Diagnostic NoSuchSection(Location at, string key, string section, IEnumerable<string> known) =>
        Warning("PB0107", at, $"there is no section '{section}', as '{key}' has it", Suggest(section, known));

    public static Diagnostic UnknownTheme(Location at, string name, IEnumerable<string> known) =>
        Error("PB0108", at, $"there is no theme '{name}'", Suggest(name, known) ?? $"themes here: {string.Join(", ", known)}");
}
