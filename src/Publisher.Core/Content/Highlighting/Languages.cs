using System.Collections.Frozen;
using Publisher.Content.Highlighting.Grammars;
using Publisher.Content.Highlighting.Scanners;

namespace Publisher.Content.Highlighting;

/// <summary>
/// All languages that can be coloured, and those that need not be. A new one is a grammar (or a scanner) and a line here.
/// </summary>
public static class Languages
{
    private static readonly Language[] All =
    [
        new("bash", "sh shell zsh ksh fish shellscript ash dash", () => new ShellScanner(Scanner("console"))),
        new("c", "h", () => new GrammarScanner(Cpp.C)),
        new("console", "shell-session shellsession sh-session terminal session bash-session ps-session pycon python-repl doscon",
            Console),
        new("cpp", "c++ cc cxx hpp hh hxx arduino objective-c objc objectivec cuda", () => new GrammarScanner(Cpp.Grammar)),
        new("csharp", "cs c# csx dotnet cake", () => new GrammarScanner(CSharp.Grammar)),
        new("css", "", () => new CssScanner(hasLineComments: false)),
        new("dart", "", () => new GrammarScanner(Dart.Grammar)),
        new("diff", "patch udiff git-diff", () => new DiffScanner()),
        new("dockerfile", "docker containerfile", () => new DockerfileScanner()),
        new("ejs", "", () => Template(new("<%#", "%>", null), new("<%=", "%>", Scanner("js")), new("<%-", "%>", Scanner("js")),
            new("<%", "%>", Scanner("js")))),
        new("elixir", "ex exs", () => new GrammarScanner(Elixir.Grammar)),
        new("erb", "rhtml html+erb eex heex", () => Template(new("<%#", "%>", null), new("<%=", "%>", Scanner("ruby")),
            new("<%", "%>", Scanner("ruby")))),
        new("fsharp", "fs f# fsx fsi ocaml ml", () => new GrammarScanner(FSharp.Grammar)),
        new("go", "golang", () => new GrammarScanner(Go.Grammar)),
        new("gotmpl", "go-template go-html-template go-text-template gohtml hugo",
            () => Template(new("{{/*", "}}", null), new("{{", "}}", Of(TemplateCode.GoTemplate)))),
        new("graphql", "gql", () => new GrammarScanner(Schemas.GraphQl)),
        new("handlebars", "hbs mustache", () => Template(new("{{!--", "--}}", null), new("{{!", "}}", null),
            new("{{{", "}}}", Of(TemplateCode.Handlebars)), new("{{", "}}", Of(TemplateCode.Handlebars)))),
        new("hcl", "terraform tf tfvars opentofu tofu nomad packer", () => new GrammarScanner(Hcl.Grammar)),
        new("html", "htm xhtml vue svelte astro razor cshtml aspnet blazor",
            () => new MarkupScanner(Scanner("js"), Scanner("css"))),
        new("ini", "cfg conf config properties dotenv env editorconfig gitconfig desktop systemd service",
            () => new GrammarScanner(Settings.Ini)),
        new("java", "groovy gradle", () => new GrammarScanner(Java.Grammar)),
        new("javascript", "js jsx mjs cjs node ecmascript react", () => new GrammarScanner(JavaScript.Grammar)),
        new("jinja", "jinja2 j2 html+jinja django twig nunjucks njk tera", () => Template(
            new("{#", "#}", null), new("{{", "}}", Of(TemplateCode.Jinja)), new("{%", "%}", Of(TemplateCode.Jinja)))),
        new("json", "jsonc json5 jsonl ndjson geojson jsonld webmanifest importmap", () => new JsonScanner()),
        new("kotlin", "kt kts", () => new GrammarScanner(Kotlin.Grammar)),
        new("liquid", "jekyll shopify html+liquid", () => Template(new("{{", "}}", Of(TemplateCode.Liquid)),
            new("{%", "%}", Of(TemplateCode.Liquid)))),
        new("lua", "luau", () => new GrammarScanner(Lua.Grammar)),
        new("makefile", "make mk gnumakefile", () => new MakefileScanner()),
        new("markdown", "md mdx mkd mdown", () => new MarkdownScanner()),
        new("nginx", "nginxconf", () => new GrammarScanner(Settings.Nginx)),
        new("php", "php3 php4 php5 php7 php8", () => new TemplateScanner(
            Scanner("js"), Scanner("css"),
            new("<?php", "?>", Of(Php.Grammar)) { MayStayOpen = true }, new("<?=", "?>", Of(Php.Grammar)))
        {
            WithoutTags = Of(Php.Grammar),
        }),
        new("powershell", "ps1 posh pwsh ps psm1 psd1", () => new GrammarScanner(PowerShell.Grammar)),
        new("protobuf", "proto", () => new GrammarScanner(Schemas.Protobuf)),
        new("python", "py python3 py3 pyi starlark bzl gd", () => new GrammarScanner(Python.Grammar)),
        new("r", "rlang", () => new GrammarScanner(R.Grammar)),
        new("ruby", "rb rake gemfile rakefile podspec crystal", () => new GrammarScanner(Ruby.Grammar)),
        new("rust", "rs", () => new GrammarScanner(Rust.Grammar)),
        new("scala", "sc sbt", () => new GrammarScanner(Scala.Grammar)),
        new("scriban", "sbn sbn-html sbnhtml scriban-html",
            () => Template(new TemplateTag("{{", "}}", Of(TemplateCode.Scriban)))),
        new("scss", "sass less", () => new CssScanner(hasLineComments: true)),
        new("sql", "postgres postgresql pgsql plpgsql mysql mariadb sqlite sqlite3 tsql mssql plsql",
            () => new GrammarScanner(Sql.Grammar)),
        new("swift", "", () => new GrammarScanner(Swift.Grammar)),
        new("text", "txt plain plaintext text/plain none nohighlight no-highlight ascii output log", null),
        new("toml", "", () => new GrammarScanner(Settings.Toml)),
        new("tsx", "", () => new GrammarScanner(JavaScript.TypeScriptWithElements)),
        new("typescript", "ts mts cts", () => new GrammarScanner(JavaScript.TypeScript)),
        new("xml", "svg rss atom xsd xsl xslt wsdl plist csproj fsproj vbproj props targets xaml axaml resx nuspec pom mathml",
            () => new MarkupScanner(null, null)),
        new("yaml", "yml", () => new YamlScanner()),
        new("zig", "", () => new GrammarScanner(Zig.Grammar)),
    ];

    private static readonly FrozenDictionary<string, Language> ByName = All
        .SelectMany(language => language.Aliases.Prepend(language.Name), (language, name) => (Name: name, Language: language))
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Language, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every name and alias, in order: what an unknown name is compared with.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys.Order(StringComparer.Ordinal)];

    internal static Language? Find(ReadOnlySpan<char> name) =>
        ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var language) ? language : null;

    private static Scanner Scanner(string name) => ByName[name].Scanner!;

    private static GrammarScanner Of(Grammar grammar) => new(grammar);

    private static TemplateScanner Template(params TemplateTag[] tags) => new(Scanner("js"), Scanner("css"), tags);

    /// <summary>The shell here must not be the language, which leaves sessions to this scanner.</summary>
    private static ConsoleScanner Console() => new(new ShellScanner(null), Scanner("powershell"), Scanner("python"));
}
