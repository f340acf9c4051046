using Publisher.Cli.Problems;
using Publisher.Cli.Terminal;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Cli.Tests.Problems;

public class FindingsTests
{
    private static Diagnostic Problem(string file, int line, Severity severity = Severity.Error, string message = "wrong") =>
        new(severity, "PB0001", new Location(file.Length == 0 ? default : new SitePath(file), line, 1, 1), message);

    [Fact]
    public void Come_by_file_and_line_and_those_without_a_place_last()
    {
        var findings = new Findings(strict: false);
        findings.Add([Problem("", 0), Problem("b.md", 2), Problem("a.md", 10), Problem("a.md", 9)]);
        Assert.Equal(["a.md:9", "a.md:10", "b.md:2", ":0"], findings.InOrder().Select(one => $"{one.Problem.At.File}:{one.Problem.At.Line}"));
    }

    [Fact]
    public void One_mistake_met_in_many_outputs_is_one_finding_whatever_the_order()
    {
        Diagnostic On(string page) => Problem("t.sbn-html", 1) with { Trail = [new Location(new SitePath(page))] };
        var orders = new[] { new[] { "a", "b", "c" }, ["c", "b", "a"], ["b", "c", "a", "a"] };
        foreach (var order in orders)
        {
            var findings = new Findings(strict: false);
            Parallel.ForEach(order, page => findings.Add(On(page), new SitePath(page)));
            var one = Assert.Single(findings.InOrder());
            Assert.Equal((3, "a"), (one.Outputs, one.Problem.Trail[0].File.Value));
        }
    }

    [Fact]
    public void What_a_check_found_and_an_output_met_is_told_once_with_the_output()
    {
        var checkedFirst = Problem("t.sbn-html", 1) with { Hint = "did you mean 'x'?" };
        var met = Problem("t.sbn-html", 1) with { Trail = [new Location(new SitePath("a.md"))] };
        foreach (var isFirst in new[] { true, false })
        {
            var findings = new Findings(strict: false);
            if (isFirst) findings.Add(checkedFirst);
            findings.Add(met, new SitePath("a.html"));
            if (!isFirst) findings.Add(checkedFirst);
            var one = Assert.Single(findings.InOrder());
            Assert.Equal((1, "a.html", 1), (one.Outputs, one.First.Value, one.Problem.Trail.Length));
        }
    }

    [Fact]
    public void Strict_makes_errors_of_warnings_but_not_of_notes()
    {
        var findings = new Findings(strict: true);
        findings.Add([Problem("a", 1, Severity.Warning), Problem("a", 2, Severity.Note)]);
        Assert.Equal((1, 0), (findings.Errors, findings.Warnings));
    }

    [Fact]
    public void Text_shows_the_worst_hundred_in_order_and_counts_the_rest()
    {
        var findings = new Findings(strict: false);
        for (var i = 1; i <= 150; i++) findings.Add(Problem("a.md", i, i > 140 ? Severity.Error : Severity.Warning, $"wrong {i}"));
        var error = new StringWriter();
        new TextReport(new Screen(TextWriter.Null, error), _ => null).Write(findings.InOrder());
        var lines = error.ToString().TrimEnd().Split('\n');
        Assert.Equal(101, lines.Length);
        Assert.StartsWith("a.md:1:1: warning", lines[0]);
        Assert.StartsWith("a.md:141:1: error", lines[90]);
        Assert.Equal("… and 50 more; --format json lists them all", lines[100]);
    }

    [Fact]
    public void The_trail_tells_templates_from_the_page_that_was_rendered()
    {
        var problem = Problem("t.sbn-html", 1) with { Trail = [new Location(new SitePath("base.sbn-html"), 3, 4), new Location(new SitePath("content/a.md"))] };
        var error = new StringWriter();
        new TextReport(new Screen(TextWriter.Null, error), _ => null).Write([new Finding(problem, 10_000)]);
        Assert.Equal("t.sbn-html:1:1: error PB0001: wrong (and on 9,999 more pages)\n  in base.sbn-html:3:4\n  while rendering content/a.md\n", error.ToString());
    }

    [Fact]
    public void GitHub_and_MsBuild_messages_cannot_break_out_of_their_lines()
    {
        var problem = new Diagnostic(Severity.Warning, "PB0001", new Location(new SitePath("a,b:c%.md"), 1, 2, 3), "50%\r\n::error::x") { Hint = "h" };
        var (gitHub, msBuild) = (new StringWriter(), new StringWriter());
        new GitHubReport(new Screen(gitHub, TextWriter.Null), "site/").Write([new Finding(problem, 1)], new Summary("check", "Checked.", []));
        new MsBuildReport(new Screen(msBuild, TextWriter.Null), "site/").Write([new Finding(problem, 1)], new Summary("check", "Checked.", []));
        Assert.Equal("::warning file=site/a%2Cb%3Ac%25.md,line=1,col=2,endColumn=5,title=PB0001::50%25%0D%0A::error::x (h)\nChecked.\n", gitHub.ToString());
        Assert.Equal("site/a,b:c%.md(1,2): warning PB0001: 50%  ::error::x (h)\nChecked.\n", msBuild.ToString());
    }
}
