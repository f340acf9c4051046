using System.Text;

namespace Publisher.Core.Tests.Scriban.Liquid;

/// <summary>Makes Liquid templates that mean something, the same for the same seed.</summary>
internal sealed class TemplateMaker(int seed)
{
    private readonly Random random = new(seed);
    private int depth;

    private static readonly string[] Names =
        ["n", "zero", "f", "whole", "s", "digits", "no", "yes", "none", "nothing", "spaces", "list", "words", "empties", "mixed",
            "hash", "plain", "page", "products", "unknown", "v", "w", "item", "data-x"];

    private static readonly string[] Paths =
        ["hash.a", "hash.size", "plain.size", "plain.x.y", "page.title", "page.tags", "page.tags.first", "list.first", "list.last",
            "list.size", "s.size", "words[0]", "words[-1]", "list[n]", "products[0].title", "products.last.price", "page[key]",
            "hash['b']", "page.guest-name", "unknown.a.b", "none.x", "plain.first", "empties.first", "item.title", "item[0]",
            "mixed[5]", "mixed.last"];

    private static readonly string[] Literals =
        ["1", "0", "-2", "1.0", "2.5", "3", "\"text\"", "'3'", "\"\"", "true", "false", "nil", "\"a\"", "'two'"];

    public string Make()
    {
        var text = new StringBuilder();
        for (var i = random.Next(1, 5); i > 0; i--) text.Append(Part());
        return text.ToString();
    }

    private string Pick(params string[] of) => of[random.Next(of.Length)];

    private string Part()
    {
        if (depth > 3) return Words();
        depth++;
        var part = random.Next(16) switch
        {
            0 or 1 => Words(),
            2 or 3 or 4 => $"{{{{{Dash()} {Filtered()} {Dash()}}}}}",
            5 or 6 => $"{Tag($"if {Condition()}")}{Body()}{(random.Next(2) == 0 ? Tag($"elsif {Condition()}") + Body() : "")}"
                + $"{(random.Next(2) == 0 ? Tag("else") + Body() : "")}{Tag("endif")}",
            7 => $"{Tag($"unless {Condition()}")}{Body()}{Tag("endunless")}",
            8 or 9 => $"{Tag($"for {Pick("item", "i", "w")} in {Items()}{Options()}")}{LoopBody()}"
                + $"{(random.Next(3) == 0 ? Tag("else") + Body() : "")}{Tag("endfor")}",
            10 => Tag($"assign {Pick("v", "x", "data-x", "item", "i")} = {Filtered()}"),
            11 => $"{Tag($"capture {Pick("v", "y")}")}{Body()}{Tag("endcapture")}",
            12 => $"{Tag($"case {Value()}")} {Tag($"when {Pick(Literals)}{Pick("", ", ", " or ") switch { "" => "", var or => or + Pick(Literals) }}")}"
                + $"{Body()}{Tag($"when {Pick(Literals)}")}{Body()}{(random.Next(2) == 0 ? Tag("else") + Body() : "")}{Tag("endcase")}",
            13 => Pick(Tag("cycle 'a', 'b', 'c'"), Tag("cycle 'g': 1, 2"), Tag("increment c"), Tag("decrement c"), Tag("cycle n, s")),
            14 => Pick($"{Tag("comment")}{Words()}{Tag("endcomment")}", $"{Tag("raw")} {{{{ x }}}} {Tag("endraw")}".Replace("-", ""),
                Tag("# a comment"), Tag($"echo {Filtered()}")),
            _ => $"{Tag($"tablerow i in {Items()}{Pick("", " cols:2", " cols:3 limit:4", " offset:1")}")}{Body()}{Tag("endtablerow")}",
        };
        depth--;
        return part;
    }

    private string Dash() => random.Next(4) == 0 ? "-" : "";

    private string Tag(string inside) => $"{{%{Dash()} {inside} {Dash()}%}}";

    private string Words() => Pick(" ", "\n", "a ", "  b\n", "<p>", "{ x }", "\t\n ", "", "é", "%}", "end");

    private string Body()
    {
        var text = new StringBuilder();
        for (var i = random.Next(0, 3); i > 0; i--) text.Append(Part());
        return text.ToString();
    }

    private string LoopBody() => Body() + Pick("", "{{ forloop.index }}", "{{ forloop.rindex0 }}{{ forloop.last }}", "{{ item }}",
        "{% if forloop.first %}F{% endif %}", "{% break %}", "{% if item == 2 %}{% continue %}{% endif %}{{ i }}",
        "{{ forloop.parentloop.index }}", "{{ forloop.length }},") + Body();

    private string Items() => Pick("list", "words", "empties", "mixed", "hash", "plain", "products", "none", "s", "nothing", "n",
        "(1..3)", "(1..n)", "(n..1)", "(zero..list.size)", "page.tags", "digits");

    private string Options() => Pick("", "", "", " reversed", " limit:2", " offset:1", " limit:2 offset:1", " reversed limit:2",
        " limit:n", " offset:digits", " limit:none", " offset:continue", " limit:0");

    private static readonly string[] Filters =
        ["upcase", "append: s", "size", "join: \", \"", "first", "last", "default: \"none\"", "default: n, allow_false: true", "plus: n",
            "times: 2.0", "split: \"\"", "reverse", "sort", "map: \"title\"", "where: \"title\", \"Apple\"", "uniq", "escape",
            "truncate: 3, \"\"", "slice: -2, 2", "concat: words", "compact", "round", "divided_by: n", "minus: f",
            "replace: \"t\", digits", "jsonify", "inspect", "slugify", "sort: \"price\""];

    private string Filtered()
    {
        var text = new StringBuilder(Value());
        for (var i = random.Next(0, 3); i > 0; i--) text.Append(Pick(" | ", "|")).Append(Pick(Filters));
        return text.ToString();
    }

    private string Value() => random.Next(3) switch
    {
        0 => Pick(Names),
        1 => Pick(Paths),
        _ => Pick(Literals),
    };

    private string Condition()
    {
        var text = new StringBuilder(Comparison());
        for (var i = random.Next(0, 3); i > 0; i--) text.Append(Pick(" and ", " or ")).Append(Comparison());
        return text.ToString();
    }

    private string Comparison() => random.Next(3) == 0 ? Value()
        : $"{Value()} {Pick("==", "!=", "<>", "<", ">", "<=", ">=", "contains", "==", "!=")} {(random.Next(6) == 0 ? Pick("empty", "blank") : Value())}";
}
