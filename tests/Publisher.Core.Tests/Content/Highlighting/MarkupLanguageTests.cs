namespace Publisher.Core.Tests.Content.Highlighting;

/// <summary>Markup, style sheets and templates, with the languages inside them.</summary>
public class MarkupLanguageTests
{
    [Fact]
    public void Html() => Coloured.Has("html", """
        <!DOCTYPE html>
        <html lang=en>
        <!-- comment -->
        <style>body > p.a:hover { color: #fff; }</style>
        <script type="module">const x = "</p>"; f(1)</script>
        <body class="a &amp; b" disabled>Text &nbsp; a < b <br/></body>
        """,
        "k:<!DOCTYPE html>", "m:<html", "a:lang", "s:en", "c:<!-- comment -->", "m:<style>body", "f:.a", "b::hover", "a:color",
        "n:#fff", "m:</style>|<script", "a:type", "k:const", "s:\"</p>\"", "f:f",
        "m:</script>|<body", "a:class", "s:\"a", "e:&amp;", "s:b\"", "a:disabled", "e:&nbsp;", "m:<br/></body>");

    [Fact]
    public void Xml() => Coloured.Has("svg", """
        <?xml version="1.0"?>
        <a:root xmlns:a='x'><![CDATA[ <x> ]]><script>if</script></a:root>
        """,
        "k:<?xml version=\"1.0\"?>", "m:<a:root", "a:xmlns:a", "s:'x'", "s:<![CDATA[ <x> ]]>", "m:<script>",
        "m:</script></a:root>", "!k:if");

    [Fact]
    public void Css() => Coloured.Has("css", """
        @import url(x.css);
        :root { --main: #06c; }
        @media (min-width: 40em) and (print) {
          ul > a.link:not(.x)::before, #id[href^="http"] {
            color: var(--main, red); margin: -1.5rem 10%; background: url(data:a;b) !important;
          }
        }
        /* c */
        """,
        "k:@import", "f:url", "s:x.css", "b::root", "v:--main", "n:#06c", "k:@media", "a:min-width", "n:40em", "k:and", "m:ul",
        "m:a", "f:.link", "b::not", "f:.x", "b:::before", "f:#id", "a:href", "s:\"http\"",
        "a:color", "f:var", "v:--main", "n:-1.5rem 10%", "f:url", "s:data:a;b", "k:!important", "c:/* c */");

    [Fact]
    public void Scss() => Coloured.Has("scss", """
        $w: 10px; // c
        .a { &:hover { width: $w * 2; } @include mix($x); .b { color: red } }
        .c-#{$i} { x: y }
        """,
        "v:$w", "n:10px", "c:// c", "f:.a", "o:&", "b::hover", "a:width", "v:$w", "k:@include", "f:mix", "f:.b", "a:color",
        "f:.c-", "e:#{$i}", "a:x");

    [Fact]
    public void Markdown() => Coloured.Has("md", """
        ---
        title: Hi
        ---
        # Heading
        Text with `code`, **bold**, [link](http://x), <b>html</b> \* snake_case_word
        > quote [^1]
        - [x] item
        ```js {1}
        const a = 1;
        ```
        Title
        =====
        """,
        "o:---", "a:title", "o:---", "h:# Heading", "s:`code`", "o:**", "s:http://x", "m:<b>", "m:</b>", "e:\\*", "m:>",
        "v:[^1]", "m:-", "b:[x]", "m:```js {1}", "k:const", "n:1", "m:```", "h:=====", "!o:_");

    [Fact]
    public void Liquid() => Coloured.Has("liquid", """
        {%- for post in site.posts limit:5 -%}<a href="{{ post.url | relative_url }}" class="x">{{ post.title }}</a>{% endfor %}
        {% comment %} hidden <b> {% endcomment %}
        """,
        "e:{%-", "k:for", "k:in", "v:site", "k:limit", "n:5", "e:-%}", "m:<a", "a:href", "s:\"", "e:{{", "f:relative_url",
        "e:}}", "s:\"", "a:class", "k:endfor", "c:hidden <b>", "k:endcomment");

    [Fact]
    public void Jinja() => Coloured.Has(
        "jinja2",
        """{% extends "base.html" %}{# c #}{{ user.name|default('x') }}<script>var a = {{ b }};</script>""",
        "k:extends", "s:\"base.html\"", "c:{# c #}", "f:default", "s:'x'", "m:<script>", "k:var", "e:{{", "e:}}", "m:</script>");

    [Fact]
    public void Scriban() => Coloured.Has(
        "scriban",
        """{{~ for p in pages | array.sort "date" ~}}<li>{{ p.title }}{{ $x = 1; if true # c }}</li>{{ end }}""",
        "e:{{~", "k:for", "k:in", "f:sort", "s:\"date\"", "e:~}}", "m:<li>", "v:$x", "n:1", "k:if", "b:true", "c:# c", "e:}}",
        "m:</li>", "k:end");

    [Fact]
    public void OtherTemplates()
    {
        Coloured.Has("erb", "<% @posts.each do |p| %><b><%= p.title %></b><%# c %>", "e:<%", "v:@posts", "k:do", "m:<b>",
            "e:<%=", "e:%>", "m:</b>", "c:<%# c %>");
        Coloured.Has("gotmpl", "{{- range $i := .Pages }}<a>{{ .Title | upper }}</a>{{/* c */}}", "k:range", "v:$i", "a:.Pages",
            "m:<a>", "a:.Title", "f:upper", "c:{{/* c */}}");
        Coloured.Has("hbs", "{{#each items}}<b>{{this.name}}</b>{{/each}}{{!-- c --}}", "k:each", "m:<b>", "v:this",
            "c:{{!-- c --}}");
    }
}
