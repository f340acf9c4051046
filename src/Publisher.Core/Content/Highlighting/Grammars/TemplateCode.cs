using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>What stands inside the tags of template languages.</summary>
internal static class TemplateCode
{
    private const string Operators = "=+-*/%&|^!<>?~";

    public static Grammar Liquid => new()
    {
        Keywords = """
            and assign block break by capture case comment contains continue cycle decrement echo else elsif elseif endblock
            endcapture endcase endcomment endfor endhighlight endif endraw endtablerow endunless endwith for from highlight if
            in include include_relative increment layout limit link offset or post_url raw render reversed section tablerow
            unless when with
            """,
        Builtins = "true false nil null empty blank",
        Variables = "forloop page site",
        WordMarks = "-",
        Operators = Operators,
        Filters = true,
        Rules = Strings,
    };

    public static Grammar Jinja => new()
    {
        Keywords = """
            and as autoescape block by call do elif else elseif embed endautoescape endblock endcall endembed endfilter endfor
            endif endmacro endraw endset endtrans endwith extends filter flush for from if ignore import in include is macro
            missing not only or raw recursive scoped set trans use verbatim with without
            """,
        Builtins = "true false none null True False None loop",
        Operators = Operators,
        Filters = true,
        Rules = Strings,
    };

    public static Grammar Scriban => new()
    {
        Keywords = """
            break capture case continue do else end for func if import in include include_join limit offset readonly ret
            reversed tablerow when while with wrap
            """,
        Builtins = "true false null empty",
        Variables = "this",
        Operators = Operators,
        Filters = true,
        Rules =
        [
            new BlockComment("##", "##"), new LineComment("#"), new Quoted("\"") { Multiline = true },
            new Quoted("'") { Multiline = true },
            new Quoted("`") { Escape = '\0', Multiline = true }, new Sigil("$", Token.Variable) { Specials = "0123456789" },
            new Sigil("@", Token.Operator),
        ],
    };

    public static Grammar GoTemplate => new()
    {
        Keywords = "block break continue define else end if range return template with",
        Builtins = """
            and call eq ge gt html index js le len lt ne nil not or partial print printf println slice true false urlquery
            """,
        Operators = "=|:",
        Filters = true,
        Rules =
        [
            new BlockComment("/*", "*/"), new Quoted("\""), new Quoted("`") { Escape = '\0', Multiline = true },
            new Sigil("$", Token.Variable) { Specials = "." }, new Sigil(".", Token.Attribute) { Marks = "." },
        ],
    };

    public static Grammar Handlebars => new()
    {
        Keywords = "each else if log lookup unless with as",
        Builtins = "true false null undefined",
        Variables = "this",
        WordMarks = "-",
        Operators = "=|#/>&^",
        Rules = [new Quoted("\""), new Quoted("'"), new Sigil("@", Token.Variable)],
    };

    private static Rule[] Strings => [new Quoted("\"") { Escape = '\0', Multiline = true },
        new Quoted("'") { Escape = '\0', Multiline = true }];
}
