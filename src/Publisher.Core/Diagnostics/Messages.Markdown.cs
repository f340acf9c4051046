using Publisher.Text;

namespace Publisher.Diagnostics;

/// <summary>Markdown, as far as one text can be judged by itself; links are judged against the site.</summary>
public static partial class Messages
{
    public static Diagnostic MarkdownTooDeep(Location at) =>
        Error("PB0301", at, "lists, quotes or emphasis are nested too deeply here to be rendered");

    public static Diagnostic DuplicateId(Location at, string id) =>
        Warning("PB0302", at, $"the id '{id}' stands on this page a second time");

    public static Diagnostic UnclosedContainer(Location at, string name, int colons) =>
        Warning("PB0303", at, $"this ':::{name}' is not closed", $"end it with a line '{new string(':', Math.Min(colons, 20))}'");

    public static Diagnostic UnclosedCode(Location at, char fence, int count) =>
        Warning("PB0304", at, "this block of code is not closed",
            $"end it with a line '{new string(fence, Math.Min(count, 20))}'");

    public static Diagnostic UnknownAttributeList(Location at, string name, IEnumerable<string> known) =>
        Warning("PB0305", at, $"no attribute list here has the name '{name}'", Suggest(name, known));

    public static Diagnostic UnknownFootnote(Location at, string name) =>
        Warning("PB0306", at, $"there is no text for the footnote '[^{name}]', so this stands in the page as it is",
            $"add a line '[^{name}]: …'");

    public static Diagnostic UnknownReference(Location at, string label) =>
        Warning("PB0307", at, $"no line says where '[{label}]' leads, so this stands in the page as it is",
            $"add a line '[{label}]: …'");

    public static Diagnostic MarkdownFailed(Location at, string fault) =>
        Error("PB0308", at, $"this text cannot be rendered; that is a fault of the program: {fault}");

    public static Diagnostic TemplateCodeIsText(Location at, string code) =>
        Warning("PB0309", at, $"template code is not run in this text, so '{code}' stands in the page as it is",
            "to run it, let the page or its section say 'templating: liquid'; to show it, put it in backticks");

    public static Diagnostic UnknownComponent(Location at, string name, IEnumerable<string> known) =>
        Error("PB0314", at, $"there is no component '{name}'",
            Suggest(name, known)
                ?? $"write templates/components/{name}.sbn-html; ':::div {{.{name}}}' has a class and needs none");

    public static Diagnostic UnreadableDirective(Location at, string directive, string problem, string hint) =>
        Warning("PB0316", at, $"'{directive}' cannot be read: {problem}", hint);

    public static Diagnostic StrayFence(Location at, int colons) =>
        Warning("PB0317", at, $"this '{new string(':', Math.Min(colons, 20))}' closes nothing, so it stands in the page as it is",
            "a container begins with ':::name'; take this line out, or put a backslash before it");

    public static Diagnostic ComponentInItself(Location at, string name) =>
        Error("PB0315", at, $"the component '{name}' stands in a text that it prints itself");
}
