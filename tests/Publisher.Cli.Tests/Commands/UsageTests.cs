using Publisher.Testing;

namespace Publisher.Cli.Tests.Commands;

public class UsageTests
{
    [Theory]
    [InlineData("'publisher build' has no option '--basurl'; did you mean '--base-url'?", "build", "--basurl", "http://x/")]
    [InlineData("'publisher check' has no option '--strct'; did you mean '--strict'?", "check", "--strct")]
    [InlineData("there is no command 'biuld'; did you mean 'build'?", "biuld")]
    [InlineData("'publisher new' has no command 'wekenote'; did you mean 'weeknote'?", "new", "wekenote")]
    [InlineData("'jsn' is no format: text, json, github or msbuild; did you mean 'json'?", "check", "--format", "jsn")]
    [InlineData("'soon' is no time for --clock: ", "build", "--clock", "soon")]
    [InlineData("'title' is no setting: write --set key=value", "build", "--set", "title")]
    [InlineData("'x' is no port: ", "watch", "--port", "x")]
    [InlineData("there is no folder 'nowhere'", "build", "--source", "nowhere")]
    [InlineData("there is no site in '", "build")]
    [InlineData("there is no site in '", "new", "post", "A title")]
    [InlineData("an empty name is no folder", "new", "site", "")]
    [InlineData("an empty name is no folder", "build", "")]
    [InlineData("an empty name is no folder", "build", "-s", "")]
    [InlineData("an empty name is no folder", "build", "-o", "")]
    [InlineData("there is no completion for 'bsh'", "completion", "bsh")]
    public void Mistakes_end_with_2_and_say_what_was_meant(string message, params string[] args)
    {
        using var folder = new TestFolder();
        var ended = Cli.Run(folder.Path, args).With(2);
        Assert.Contains("publisher: error: " + message, ended.Error);
        Assert.Equal("", ended.Output);
        Assert.Empty(folder.List());
    }

    [Fact]
    public void Help_shows_commands_groups_and_examples()
    {
        using var folder = new TestFolder();
        var help = Cli.Run(folder.Path, "--help").With(0).Output;
        foreach (var name in new[] { "new", "watch", "build", "check", "publish", "completion" }) Assert.Matches($@"\n  {name}\b.*  \w", help);
        Assert.Contains("Examples:\n  publisher new site notes ", help);
        Assert.Equal(help, Cli.Run(folder.Path).With(0).Output);

        var build = Cli.Run(folder.Path, "build", "-h").With(0).Output;
        Assert.Contains("Usage: publisher build [DIR] [options]\n", build);
        Assert.Contains("\nWhere:\n  -s, --source DIR ", build);
        Assert.All(build.Split('\n'), line => Assert.True(line.Length <= 120, line));
    }

    [Fact]
    public void The_version_is_a_number()
    {
        using var folder = new TestFolder();
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", Cli.Run(folder.Path, "--version").With(0).Output);
    }

    [Fact]
    public void Shells_can_ask_what_comes_next()
    {
        using var site = Site.Small();
        site.Write("publisher.yml", "targets:\n  live: { folder: ../live }\n  staging: { folder: ../staging }\n");
        string[] Next(string line) => Cli.Run(site.Path, $"[suggest:{line.Length}]", line).With(0).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["--base-url"], Next("publisher build --base"));
        Assert.Contains("weeknote", Next("publisher new "));
        Assert.Equal(["github", "json", "msbuild", "text"], Next("publisher check --format ").Order());
        Assert.Contains("staging", Next("publisher publish "));
    }

    [Theory]
    [InlineData("bash", "complete -o default -F")]
    [InlineData("zsh", "compdef _publisher publisher")]
    [InlineData("fish", "complete -c publisher")]
    [InlineData("powershell", "Register-ArgumentCompleter")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public void Completion_is_a_script_for_each_shell(string shell, string part)
    {
        using var folder = new TestFolder();
        Assert.Contains(part, Cli.Run(folder.Path, "completion", shell).With(0).Output);
    }

    [Fact]
    public void Bash_completes_by_that_script()
    {
        using var folder = new TestFolder();
        folder.Write("complete.sh", Cli.Run(folder.Path, "completion", "bash").With(0).Output + """
            COMP_LINE="publisher watch --po"; COMP_POINT=20; COMP_WORDS=(publisher watch --po); COMP_CWORD=2
            _publisher_complete
            printf '%s\n' "${COMPREPLY[@]}"
            """);
        var start = new System.Diagnostics.ProcessStartInfo("bash", [folder["complete.sh"]]) { RedirectStandardOutput = true };
        start.Environment["PATH"] = Path.GetDirectoryName(Cli.File) + Path.PathSeparator + start.Environment["PATH"];
        using var bash = System.Diagnostics.Process.Start(start)!;
        Assert.Equal(["--poll", "--port"], bash.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Order());
    }
}
