using Publisher.Text;

namespace Publisher.Diagnostics;

/// <summary>YAML and JSON, wherever they stand: settings, front matter, data files.</summary>
public static partial class Messages
{
    public static Diagnostic BadYaml(Location at, string fault) =>
        Error("PB0201", at, $"this YAML cannot be read: {fault.TrimEnd('.')}");

    public static Diagnostic TabInYaml(Location at) =>
        Error("PB0201", at, "a tab indents this line; YAML is indented with spaces", "put spaces here");

    public static Diagnostic UnclosedQuote(Location at, char quote) =>
        Error("PB0201", at, $"this quote is not closed on its line", $"end the value with {quote}");

    public static Diagnostic WrongEscape(Location at, string escape, bool isHalf) =>
        Error("PB0201", at, isHalf ? $"'{escape}' is half of a character" : $"'{escape}' means nothing in double quotes", isHalf
            ? "write both halves, like \\ud83d\\ude00, or the character itself"
            : "write \\\\ for a backslash, or put the text in single quotes");

    public static Diagnostic TextAfterQuote(Location at) =>
        Error("PB0201", at, "there is text after the closing quote",
            "put the whole value in quotes of the other kind, or double the quotes inside it");

    public static Diagnostic ValueNeedsQuotes(Location at, string why) =>
        Error("PB0201", at, $"in YAML, {why} must be in quotes", "write \"…\" around the value");

    public static Diagnostic UnclosedBracket(Location at, char bracket) =>
        Error("PB0201", at,
            bracket == '['
                ? "this list cannot be read: is its ']' missing, or a ','?"
                : "this value cannot be read: is its '}' missing?",
            "a text that begins with a bracket or a brace must be in quotes");

    public static Diagnostic LineIsNoPair(Location at) =>
        Error("PB0201", at, "this line has no 'key: value'", "is the ':' missing, or the space after it?");

    public static Diagnostic BadJson(Location at, string fault) => Error("PB0202", at, $"this JSON cannot be read: {fault}");

    public static Diagnostic TextAfterJson(Location at) =>
        Error("PB0202", at, "there is text after the closing brace", "the page's text begins on the next line");

    public static Diagnostic DuplicateKey(Location at, string key, int line) =>
        Warning("PB0203", at, $"'{key}' stands here a second time (first on line {line}); this one counts");

    public static Diagnostic UnknownAnchor(Location at, string name, IEnumerable<string> known) =>
        Error("PB0204", at, $"'*{name}' refers to an anchor that this file does not have",
            Suggest(name, known) ?? "a text that begins with '*' must be in quotes");

    public static Diagnostic AnchorInItself(Location at, string name) =>
        Error("PB0204", at, $"'*{name}' stands inside the value that it refers to");

    public static Diagnostic DataTooDeep(Location at, int limit) =>
        Error("PB0205", at, $"values are nested more than {limit} deep here; the rest is not read");

    public static Diagnostic DataTooBig(Location at, int limit) =>
        Error("PB0205", at,
            $"this file comes to more than {limit} values when its aliases are written out; the rest is not read");

    public static Diagnostic KeyIsNoText(Location at) =>
        Error("PB0206", at, "a key must be a text", "a value that begins with '{' or '[' must be in quotes");

    public static Diagnostic MergeIsNoMapping(Location at) =>
        Error("PB0206", at, "'<<' merges a mapping, or a list of mappings; this is neither");

    public static Diagnostic SecondYamlDocument(Location at) =>
        Warning("PB0207", at, "a second YAML document begins here; only the first is read");

    public static Diagnostic UnclosedFrontMatter(Location at, string close) =>
        Error("PB0208", at, "this front matter is not closed, so all of it is shown as text", $"end it with a line '{close}'");

    public static Diagnostic FrontMatterIsNoMapping(Location at) =>
        Error("PB0209", at, "front matter is written as lines of 'key: value'; this is something else",
            "is the ':' missing, or the space after it?");

    public static Diagnostic CannotReadSource(Location at, string reason) =>
        Error("PB0211", at, $"this file cannot be read: {reason}",
            "look at its permissions, or leave it out of the site with 'exclude'");

    public static Diagnostic LinkToNothing(Location at) =>
        Error("PB0211", at, "this link of the file system leads to nothing", "mend or remove it");

    public static Diagnostic ClosedFolder(Location at) =>
        Warning("PB0212", at, "this folder cannot be opened, so what is in it is left out", "give yourself the right to read it");

    public static Diagnostic LinkToFolder(Location at) =>
        Warning("PB0213", at, "this link leads to a folder; such links are not followed", "move the folder to where the link is");

    public static Diagnostic UnusableName(Location at) =>
        Warning("PB0214", at, "this name is left out: it holds a backslash, or bytes that are no UTF-8", "give it another name");

    public static Diagnostic UnknownDataFormat(Location at) =>
        Warning("PB0215", at, "this file is not read: data files are YAML or JSON", "write it as .yml or .json");

    public static Diagnostic DataNameTaken(Location at, string name, SitePath other) =>
        Warning("PB0216", at, $"this file is not seen by templates: site.data has '{name}' from {other}", "give it another name");

    public static Diagnostic LinkOutOfSite(Location at, string target) =>
        Warning("PB0217", at, $"this link leads out of the site, to '{target}', and is left out",
            "copy the file to where the link is");

    public static Diagnostic NulByte(Location at) =>
        Error("PB0210", at, "this file holds a NUL byte, which no text does", "is it really a text, and saved as UTF-8?");

    public static Diagnostic BadUtf8(Location at) =>
        Error("PB0210", at, "this file is not UTF-8 here; the bytes that cannot be read are shown as '\uFFFD'",
            "save the file as UTF-8");
}
