using Publisher.Diagnostics;

namespace Publisher.Cli.Terminal;

/// <summary>Colours text on a terminal, and leaves it alone elsewhere.</summary>
internal readonly record struct Ink(bool On)
{
    public string Bold(string text) => Paint("1", text);

    public string Dim(string text) => Paint("2", text);

    public string Green(string text) => Paint("32", text);

    public string Blue(string text) => Paint("34", text);

    public string Of(Severity severity, string text) =>
        Paint(severity switch { Severity.Error => "1;31", Severity.Warning => "1;33", _ => "1;36" }, text);

    private string Paint(string code, string text) => On && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
