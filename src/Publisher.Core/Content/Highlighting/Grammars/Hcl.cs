using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>HashiCorp's configuration language, as Terraform and its kin write it.</summary>
internal static class Hcl
{
    public static Grammar Grammar => new()
    {
        Keywords = """
            backend check connection content data dynamic else endfor endif for for_each if import in lifecycle locals module
            moved output provider provisioner removed required_providers resource terraform variable
            """,
        Types = "any bool list map number object set string tuple",
        Builtins = "true false null each count self var local path",
        WordMarks = "-",
        Assigned = Token.Attribute,
        Rules =
        [
            new LineComment("#"), new LineComment("//"), new BlockComment("/*", "*/"),
            new Quoted("\"") { Interpolation = "${" },
            new Heredoc("<<") { Flags = "-", Body = new Quoted("\0") { Escape = '\0', Multiline = true, Interpolation = "${" } },
        ],
    };
}
