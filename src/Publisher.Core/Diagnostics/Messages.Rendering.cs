using Publisher.Text;

namespace Publisher.Diagnostics;

public static partial class Messages
{
    public static Diagnostic NoLayout(Location at, string layout, IEnumerable<string> known) =>
        Error("PB0490", at, $"there is no template '{layout}.sbn-html' for the layout '{layout}'", Suggest(layout, known));

    public static Diagnostic UnknownLayout(Location at, string layout, string used, IEnumerable<string> known) =>
        Warning("PB0492", at,
        $"there is no template '{layout}.sbn-html' for the layout '{layout}'; {used} is used instead", Suggest(layout, known));

    public static Diagnostic NoTemplate(Location at, string file, IEnumerable<string> known) =>
        Error("PB0491", at, $"the theme has no template {file}",
            Suggest(file, known) ?? "put one into 'templates', or choose a theme that has it, such as default");
}
