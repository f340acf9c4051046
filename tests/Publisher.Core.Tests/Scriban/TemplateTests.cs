using Publisher.Diagnostics;
using Publisher.Scriban;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Core.Tests.Scriban;

/// <summary>What hosts rely on: their types, limits, the trail of includes, and templates shared by threads.</summary>
public class TemplateTests
{
    private sealed record Article(string Title, Article? Next);

    private sealed class ArticleType : ObjectType
    {
        private readonly Member title, next;

        public int Asked { get; private set; }

        public ArticleType()
        {
            title = new Member("title", static (article, _) => Value.FromString(((Article)article).Title));
            next = new Member("next", (article, _) => Value.FromHost(this, ((Article)article).Next));
        }

        public override string Name => "article";

        public override IEnumerable<string> MemberNames => ["title", "next"];

        public override Member? Find(string name)
        {
            Asked++;
            return name switch { "title" => title, "next" => next, _ => null };
        }

        public override bool TryGetDynamic(object target, TemplateRun run, string name, out Value value)
        {
            value = name == "colour" ? Value.FromString("red") : default;
            return name == "colour";
        }

        public override IEnumerable<string> DynamicNames(object target, TemplateRun run) => ["colour"];
    }

    private static Rendered WithArticle(string source, ArticleType? type = null, bool strict = true) =>
        Rendered.From(source, html: true, strict: strict, run: run =>
            run.Set("article", Value.FromHost(type ?? new ArticleType(), new Article("One & only", new Article("Two", null)))));

    [Fact]
    public void Reads_members_of_host_values()
    {
        Assert.Equal("One &amp; only Two red", WithArticle("{{ article.title }} {{ article.next.title }} {{ article.colour }}")
            .Output);
        Assert.Equal("One &amp; only red", WithArticle("{{ with article; title; end }} {{ article['colour'] }}").Output);
    }

    [Fact]
    public void Looks_a_member_up_once_per_place_in_the_template()
    {
        var type = new ArticleType();
        Assert.Equal("", WithArticle("{{ for x in 1..100; article.title; end }}", type).Output.Replace("One &amp; only", ""));
        Assert.Equal(1, type.Asked);
    }

    [Fact]
    public void An_unknown_member_of_a_host_value_is_reported_with_the_nearest_name()
    {
        var diagnostic = Assert.Single(WithArticle("{{ article.titel }}").Diagnostics);
        Assert.Equal(("PB0404", "did you mean 'title'?"), (diagnostic.Code, diagnostic.Hint));
        Assert.Equal("did you mean 'colour'?", Assert.Single(WithArticle("{{ article.color }}").Diagnostics).Hint);
        Assert.Empty(WithArticle("{{ article.titel }}", strict: false).Diagnostics);
    }

    [Fact]
    public void Null_host_values_are_null()
    {
        Assert.Equal("none", WithArticle("{{ article.next.next ? 'some' : 'none' }}").Output);
        Assert.Equal("PB0408", Assert.Single(WithArticle("{{ article.next.next.title }}").Diagnostics).Code);
    }

    [Fact]
    public void Html_writes_itself()
    {
        var rendered = Rendered.From("{{ body }}|{{ body | string.size }}|{{ bytes }}", html: true, run: run =>
        {
            run.Set("body", Value.FromHtml(new Bold("x")));
            run.Set("bytes", Value.FromHtml("..<i>é</i>.."u8.ToArray().AsMemory(2, 9)));
        });
        Assert.Equal("<b>x</b>|8|<i>é</i>", rendered.Output);
    }

    private sealed record Bold(string Text) : IHtml
    {
        public void WriteTo(Utf8Buffer output, TemplateRun run) => output.Write($"<b>{Text}</b>");
    }

    [Fact]
    public void Declared_variables_may_be_unset_in_strict_templates()
    {
        var rendered = Rendered.From("<{{ section }}{{ section ? 1 : 2 }}>", strict: true, globals: globals =>
            globals.Declare("section"));
        Assert.Equal(("<2>", 0), (rendered.Output, rendered.Diagnostics.Count));
    }

    [Fact]
    public void Host_functions_fault_at_their_call()
    {
        var rendered = Rendered.From("\n{{ 1 | fail }}", globals: globals =>
            globals.Add(new HostFunction("fail", "x", static (run, _) => throw run.Fault("no", "try yes"))));
        var diagnostic = Assert.Single(rendered.Diagnostics);
        Assert.Equal(("text:2:8", "no", "try yes"), (diagnostic.At.ToString(), diagnostic.Message, diagnostic.Hint));
    }

    [Fact]
    public void The_trail_names_the_includes_innermost_first()
    {
        var rendered = Rendered.From("\n{{ include 'a' }}",
            includes: new() { ["a"] = "  {{ include 'b' }}", ["b"] = "\n\n{{ x.y }}" });
        var diagnostic = Assert.Single(rendered.Diagnostics);
        Assert.Equal("b:3:6", diagnostic.At.ToString());
        Assert.Equal(["a:1:6", "text:2:4"], diagnostic.Trail.Select(at => at.ToString()));
    }

    [Fact]
    public void What_was_printed_before_a_fault_stays()
    {
        Assert.Equal("ab", Rendered.From("ab{{ x.y }}cd").Output);
        Assert.Equal("", Rendered.From("ab{{ 1 + }}cd").Output);
    }

    [Fact]
    public void Several_faults_of_syntax_are_reported_together()
    {
        var template = Template.Parse(new SitePath("a"), "{{ if }}{{ end }}\n{{ x = (y = 1) }}\n{{ \"\\q\" }}",
            new TemplateOptions(Globals.Standard()));
        Assert.Equal(["a:3:5", "a:1:7", "a:2:9"], template.Diagnostics.Select(diagnostic => diagnostic.At.ToString()));
        Assert.All(template.Diagnostics, diagnostic => Assert.Equal(Severity.Error, diagnostic.Severity));
    }

    [Theory]
    [InlineData("{{ for x in 1..2000000000; end }}", "loops took too many steps")]
    [InlineData("{{ while true; end }}", "loops took too many steps")]
    [InlineData("{{ for x in 1..9999; for y in 1..9999; end; end }}", "loops took too many steps")]
    [InlineData("{{ for x in 1..9999999; 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'; end }}", "output is too large")]
    [InlineData("{{ 'a' * 2000000000 }}", "too long")]
    [InlineData("{{ x = 'ab'; while true; x = x + x; end }}", "too long")]
    [InlineData("{{ a = []; a[2000000000] = 1 }}", "too long")]
    [InlineData("{{ a = []; while true; a = a | array.add ('x' * 1000000); end }}", "memory")]
    [InlineData("{{ 1..2000000000 | array.reverse }}", "too long")]
    [InlineData("{{ 1..2000000000 | array.join ',' }}", "too long")]
    [InlineData("{{ 1..9223372036854775807 }}", "too long")]
    [InlineData("{{ [1] * 999999999 }}", "too long")]
    [InlineData("{{ func f; ret $0 (@f) (@f); end; f @f }}", "too deep")]
    [InlineData("{{ 1 << 99999999 }}", "too large")]
    [InlineData("{{ 1..2000000000 | array.sort }}", "too long")]
    [InlineData("{{ 1..2000000000 | array.uniq }}", "too long")]
    [InlineData("{{ 1..2000000000 | array.compact }}", "too long")]
    [InlineData("{{ 1..2000000000 | array.remove_at 5 }}", "too long")]
    [InlineData("{{ [] | array.insert_at 1000000000 1 }}", "too long")]
    [InlineData("{{ 'a' | string.pad_right 99999999999 }}", "too long")]
    [InlineData("{{ x = 'a' * 4000000; while true; y = x | string.contains 'b'; end }}", "too many steps")]
    [InlineData("{{ x = 'a' * 4000000; while true; y = x | string.md5; end }}", "memory")]
    [InlineData("{{ x = ['a' * 4000000, 'a' * 4000000]; while true; y = x | array.sort; end }}", "too many steps")]
    [InlineData("{{ x = ['a' * 4000000, 'a' * 4000000]; while true; y = x[0] == x[1]; end }}", "too many steps")]
    [InlineData("{{ for i in 1..1000000; ('a' + i) | regex.match ('a' + i); end }}", "too many")]
    [InlineData("{{ for i in 1..1000000; this['k' + i] = 'x' * 1000; end }}", "memory")]
    [InlineData("{{ x = '{' * 1000000; ('{{ ' + x) | object.eval_template }}", "memory")]
    [InlineData("{{ x = 10; while true; x = x * x; end }}", "too large")]
    [InlineData("{{ x = []; x[0] = x; x == [[[]]]; 'a' + x; x | array.uniq; x > x }}", "")]
    [InlineData("{{ x = '1'; while true; x = '(' + x + ')' | object.eval; x = x + 'a'; end }}", "")]
    public void Hostile_templates_are_stopped(string source, string message)
    {
        var rendered = Rendered.From(source, run: run =>
            run.Limits = TemplateLimits.Default with { OutputBytes = 1 << 20, LoopSteps = 1_000_000 });
        if (message.Length > 0) Assert.Contains(message, Assert.Single(rendered.Diagnostics).Message);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        foreach (var source in new[]
        {
            "{{ " + new string('(', 100_000) + "1" + new string(')', 100_000) + " }}",
            "{{ " + new string('[', 100_000),
            "{{ " + string.Concat(Enumerable.Repeat("if true;", 100_000)),
            "{{ x = " + string.Concat(Enumerable.Repeat("{a:", 100_000)),
            "{{ " + new string('!', 100_000) + "x }}",
            "{{ " + string.Concat(Enumerable.Repeat("1 ? 1 : ", 100_000)) + "1 }}",
            "{{ 1" + string.Concat(Enumerable.Repeat(" + 1", 100_000)) + " }}",
            "{{ x" + string.Concat(Enumerable.Repeat(".x", 100_000)) + " }}",
            "{{ x" + string.Concat(Enumerable.Repeat(" | string.upcase", 100_000)) + " }}",
            "{{ if 1" + string.Concat(Enumerable.Repeat("; else if 1", 100_000)) + "; end }}",
        })
            Assert.Equal("PB0401", Rendered.From(source).Diagnostics[0].Code);
    }

    [Fact]
    public void Cancelling_stops_a_run()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            Rendered.From("{{ while true; end }}", run: run => run.Cancel = source.Token));
    }

    [Fact]
    public void One_template_renders_on_many_threads()
    {
        var globals = Globals.Standard();
        var options = new TemplateOptions(globals);
        var template = Template.Parse(new SitePath("a"),
            "{{ for x in list; x.n; $y = x.n; $y; string.upcase 'a'; end; z = list[0].n; z }}", options);
        var types = Enumerable.Range(0, 4)
            .Select(i => new MemberTable("t" + i, new Member("n", (target, _) => Value.FromString(target + "-" + i)))).ToArray();
        Parallel.For(0, 64, i =>
        {
            var run = new TemplateRun(globals);
            var output = new Utf8Buffer();
            for (var round = 0; round < 200; round++)
            {
                run.Reset();
                output.Clear();
                var list = new ScriptArray([.. types.Select(type => Value.FromHost(type, "o" + i))]);
                run.Set("list", Value.FromList(list));
                Assert.True(template.Render(run, output));
                Assert.Equal(string.Concat(Enumerable.Range(0, 4).Select(t => $"o{i}-{t}o{i}-{t}A")) + $"o{i}-0",
                    output.ToString());
            }
        });
    }

    [Fact]
    public void A_run_forgets_everything_when_it_is_reset()
    {
        var globals = Globals.Standard();
        var run = new TemplateRun(globals);
        var output = new Utf8Buffer();
        var template = Template.Parse(new SitePath("a"),
            "{{ x }}{{ x = 1; readonly x; date.format = '%Y'; array.cycle ['a', 'b'] }}", new TemplateOptions(globals));
        for (var i = 0; i < 3; i++)
        {
            run.Reset();
            output.Clear();
            Assert.True(template.Render(run, output), run.Diagnostics.FirstOrDefault()?.Message);
            Assert.Equal("a", output.ToString());
        }
    }

    [Fact]
    public void A_run_can_be_used_again_after_a_fault()
    {
        var globals = Globals.Standard();
        var run = new TemplateRun(globals);
        var options = new TemplateOptions(globals);
        var output = new Utf8Buffer();
        Assert.False(Template.Parse(new SitePath("a"),
            "{{ func f(x); with {a: 1}; for y in 1..3; string.upcase (1 / 0); end; end; end; f 1 }}", options)
                .Render(run, output));
        Assert.True(Template.Parse(new SitePath("b"), "{{ x = 5; x }}", options).Render(run, output));
        Assert.Equal("5", output.ToString());
    }

    [Fact]
    public void Names_and_dependencies_can_be_read_off_the_tree()
    {
        var template = Template.Parse(new SitePath("a"),
            "{{ x = page.title; include 'head'; 'foot' | include; for y in z; include n; end; capture c; end }}",
                new TemplateOptions(Globals.Standard()));
        Assert.Equal(["head", "foot"], template.Dependencies.ToArray());
        Assert.Equal(["page", "include", "include", "z", "include", "n"], TemplateNames.ReadBy(template.Tree)
            .Select(name => name.Name));
        Assert.Equal(["x", "y", "c"], TemplateNames.SetBy(template.Tree).Select(name => name.Name));
    }

    [Fact]
    public void Random_numbers_are_the_same_in_each_run()
    {
        Assert.Equal(Rendered.From("{{ math.random 0 1000000 }} {{ math.uuid }}").Output,
            Rendered.From("{{ math.random 0 1000000 }} {{ math.uuid }}").Output);
    }

    [Fact]
    public void The_time_zone_of_the_run_is_that_of_dates_without_one()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(5.5), "test", "test");
        var rendered = Rendered.From(
            "{{ date.parse '2024-01-01 10:00' | date.to_string '%F %T %Z' }} {{ date.now | date.to_string '%H:%M' }}",
            run: run => run.Zone = zone);
        Assert.Equal("2024-01-01 10:00:00 +05:30 18:00", rendered.Output);
    }
}
