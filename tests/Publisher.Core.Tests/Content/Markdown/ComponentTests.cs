using Publisher.Content;

namespace Publisher.Core.Tests.Content.Markdown;

public class ComponentTests
{
    [Theory]
    [InlineData("::video{id=x}", "video leaf id=x 1:1+13")]
    [InlineData("::video{}", "video leaf 1:1+9")]
    [InlineData("::video{ id=x }  ", "video leaf id=x 1:1+17")]
    [InlineData("::video[A *label* {b}]{id=\"a b\" flag .c #i}", "video leaf 'A *label* {b}' id=a b class=c flag 1:1+43")]
    [InlineData("::video {title=\"a {b} \\\"c\\\"\" n='\"'}", "video leaf title=a {b} \"c\" n=\" 1:1+35")]
    [InlineData("::video[label]", "video leaf 'label' 1:1+14")]
    [InlineData("::video", "video leaf 1:1+7")]
    [InlineData("text\n\n::video\ntext", "video leaf 3:1+7")]
    [InlineData("text\n::video{id=x}\ntext", "video leaf id=x 2:1+13")]
    [InlineData("> a\n> ::video{}\n\n- ::pic{}\n", "video leaf 2:3+9; pic leaf 4:3+7")]
    [InlineData(":::card A title {a=1 a=2}\nx\n:::", "card 'A title' a=2 1:1+25")]
    [InlineData(":::card[A {title}] {a=\"{\"}\nx\n:::", "card 'A {title}' a={ 1:1+26")]
    [InlineData("::::outer\n:::inner\n::leaf{}\n:::\n::::\n::next{}", "outer(2) 1:1+9; inner(1) 2:1+8; leaf leaf 3:1+8; next leaf 6:1+8")]
    [InlineData(":::card\nx\n:::\n{: .late key=v}", "card class=late key=v 1:1+7")]
    [InlineData("> [!NOTE]\n> x", "note built-in 1:1+9")]
    [InlineData(":::note Mind\nx\n:::", "note built-in 'Mind' 1:1+12")]
    [InlineData("::div{.clear}", "div built-in leaf class=clear 1:1+13")]
    public void Directives_are_components(string text, string expected) => Assert.Equal(expected, Words(Rendered.Of(text).Body));

    [Theory]
    [InlineData("a ::video{id=x} b")]
    [InlineData("`::video{id=x}`")]
    [InlineData("    ::video{id=x}")]
    [InlineData("```\n::video{id=x}\n```")]
    [InlineData("<!--\n::video{id=x}\n-->")]
    [InlineData("\\::video{id=x}")]
    [InlineData("std::vector{1, 2}")]
    [InlineData("::std::move")]
    [InlineData("::main();")]
    [InlineData("::video text")]
    [InlineData("::video [label] text {a=b}")]
    [InlineData("::video{id=\"x}")]
    [InlineData("::video{id=x} text")]
    [InlineData("::")]
    [InlineData(":: video{}")]
    [InlineData("::1")]
    [InlineData("::{id=x}")]
    [InlineData("::Iterator")]
    [InlineData("is a member of\n::iterator\nand so on")]
    [InlineData(":video{id=x}")]
    [InlineData(":::\nx\n:::")]
    public void What_only_looks_like_one_is_text(string text)
    {
        Assert.Empty(Rendered.Of(text).Body.Components);
        Assert.Contains(':', Rendered.Html(text));
    }

    [Theory]
    [InlineData(":::card{key=}\nx\n:::", "1:9 PB0316 key=: 'key' has no value")]
    [InlineData(":::card A title {key=}\nx\n:::", "1:18 PB0316 key=: 'key' has no value")]
    [InlineData(":::card {key=a\nx\n:::", "1:14 PB0316 a: its braces are not closed")]
    [InlineData("::: card {key=a\nx\n:::", "1:15 PB0316 a: its braces are not closed")]
    [InlineData("> a\n> ::video{id=\"x}\n", "2:11 PB0316 id=\"x: the value of 'id' is not closed")]
    [InlineData("::video{id=x} text", "1:13 PB0316 } text: something stands behind its braces")]
    [InlineData("::video[A label]{a=1 , b=2}", "1:22 PB0316 ,: ',' is no attribute")]
    [InlineData("::video{src: x}", "1:9 PB0316 src:: 'src:' is no attribute")]
    [InlineData("::video{url=a<b}", "1:9 PB0316 url=a<b: the value of 'url' cannot be read")]
    [InlineData("::video{!}", "1:9 PB0316 !: '!' is no attribute")]
    [InlineData("::: {.wide}\nx\n:::", "1:1 PB0316 :::: a container needs a name")]
    [InlineData(":::{note}\nx\n:::\n\n:::", "1:1 PB0316 :::: a container needs a name; 5:1 PB0317 :::")]
    [InlineData("x\n\n:::", "3:1 PB0317 :::")]
    [InlineData(":::note\nx\n:::\n:::", "4:1 PB0317 :::")]
    [InlineData("::::note\nx\n:::\n::::", "3:1 PB0317 :::")]
    [InlineData("a\n\n- b\n  :::card{key=}\n", "4:11 PB0316 key=: 'key' has no value")]
    public void What_was_meant_as_one_and_cannot_be_read_is_told(string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", Rendered.Of(text).Diagnostics.Select(problem =>
            $"{problem.At.Line}:{problem.At.Column} {problem.Code} {text.Split('\n')[problem.At.Line - 1].Substring(problem.At.Column - 1, problem.At.Length)}"
            + (problem.Message.IndexOf("read: ", StringComparison.Ordinal) is > 0 and var at ? ": " + problem.Message[(at + 6)..] : ""))));

    [Theory]
    [InlineData("`:::card{key=}` and ::video{id= and a {brace")]
    [InlineData("```\n:::card{key=}\n:::\n```")]
    [InlineData("    :::card{key=}\n    :::")]
    [InlineData("<!--\n:::card{key=}\n:::\n-->")]
    [InlineData("\\:::card{key=}")]
    [InlineData("\\:::")]
    [InlineData("std::vector{1, 2}")]
    [InlineData("::std::move {a=}")]
    [InlineData("::main() { return; }")]
    [InlineData("::video text {a, b}")]
    [InlineData("::video [label] text {a=b}")]
    [InlineData(":::card Sets {a, b} of things\nx\n:::")]
    [InlineData(":::card[Sets {a=} of things]{b=c}\nx\n:::")]
    [InlineData("Term\n: {a=}\n")]
    [InlineData(":smile: {a=}\n:: {\n::{id=x}")]
    public void Ordinary_text_is_not_told_of(string text) => Assert.Equal("", Rendered.Problems(text));

    [Fact]
    public void A_name_that_is_not_built_in_leaves_the_content_alone()
    {
        Assert.Equal("<p>a</p>\n<p>b</p>\n<p>c</p>", Rendered.Html("a\n:::card Title {.x}\nb\n:::\n::leaf{}\nc"));
        Assert.Equal("<p>a</p>", Rendered.Html("::leaf{}\na"));
    }

    [Fact]
    public void An_id_is_an_anchor_and_counts_once()
    {
        Assert.Equal("a note", string.Join(' ', Rendered.Of(":::card {#a}\n:::note {id=note}\n::film{id=b}\n").Anchors));
        Assert.Equal("4:1 PB0302", Rendered.Problems(":::card {#a}\nx\n:::\n::film{#a id=b}\n"));
    }

    [Fact]
    public void A_summary_has_its_components_without_their_ids()
    {
        var markup = Rendered.Of("# T\n\nlong before\n\n:::card {#a k=v id=b}\n[x](y) ::no{}\n::leaf{}\n:::\n<!--more-->\n:::late\n:::\n", titleFromHeading: true);
        Assert.Equal("card(1) k=v id=b 5:1+21; leaf leaf 7:1+8", Words(markup.Summary));
        Assert.Equal("card(1) id=b k=v 5:1+21; leaf leaf 7:1+8; late 10:1+7", Words(markup.Body));
        var card = markup.Summary.Components[0];
        Assert.Equal("<p><a href=\"\">x</a> ::no{}</p>\n", System.Text.Encoding.UTF8.GetString(markup.Summary.Html.Span[card.ContentStart..card.ContentEnd]));
    }

    [Theory]
    [InlineData("::a{k=v}", "::b{k=v}")]
    [InlineData("::a{k=v}", "::a{k=w}")]
    [InlineData("::a{k=v}", "::a{l=v}")]
    [InlineData("::a{k=v}", "::a[t]{k=v}")]
    [InlineData("::a{k=v}", "\n::a{k=v}")]
    [InlineData(":::a\n:::\n:::b\n:::", ":::a\n:::b\n:::\n:::")]
    [InlineData(":::a\n:::", "::a{}\n")]
    public void Another_component_is_another_body(string one, string other) =>
        Assert.NotEqual(Rendered.Of(one).Body.Stamp, Rendered.Of(other).Body.Stamp);

    private static string Words(Body body) => string.Join("; ", body.Components.Select(component =>
        component.Name + (component.Inside > 0 ? $"({component.Inside})" : "") + (component.IsBuiltIn ? " built-in" : "")
        + (component.IsLeaf ? " leaf" : "") + (component.Title is { } title ? $" '{title}'" : "")
        + string.Concat(component.Attributes.Select(pair => $" {pair.Key}" + (pair.Value is { } value ? "=" + value : "")))
        + $" {component.At.Line}:{component.At.Column}+{component.At.Length}"));
}
