using System.Text.RegularExpressions;
using Publisher.Testing;

namespace Publisher.Cli.Tests.EndToEnd;

using Cli = Commands.Cli;

/// <summary>What somebody who has just begun does next, without having read anything.</summary>
public sealed partial class NewSiteTests
{
    [Fact]
    public void Whatever_is_started_can_be_reached_from_the_home_page()
    {
        using var folder = new TestFolder();
        New(folder.Path, "site", "notes");
        foreach (var kind in new[] { "post", "weeknote", "episode", "doc", "page" }) New(folder["notes"], kind, "My " + kind);
        Cli.Run(folder["notes"], "build").With(0);

        string[] started = ["/docs/my-doc/", "/my-page/", "/podcast/my-episode/", "/posts/my-post/", "/weeknotes/my-weeknote/"];
        Assert.Equal(started, started.Intersect(Reachable(folder, "notes/_site")));
    }

    [Fact]
    public void Publishing_to_a_bucket_reminds_of_the_address()
    {
        using var folder = new TestFolder();
        New(folder.Path, "site", "notes");
        const string Target = "targets:\n  live:\n    s3: { bucket: notes, endpoint: \"http://127.0.0.1:9/\" }\n";
        folder.Write("notes/publisher.yml", folder.Read("notes/publisher.yml") + Target);
        Assert.Contains("warning PB0803: 'base_url' is not set", Cli.Run(folder["notes"], "publish").Error);
    }

    private static void New(string folder, params string[] args) => Cli.Run(folder, ["new", .. args]).With(0);

    private static HashSet<string> Reachable(TestFolder folder, string site)
    {
        var reached = new HashSet<string>();
        var open = new Queue<string>(["/"]);
        while (open.TryDequeue(out var page))
        {
            if (!reached.Add(page)) continue;
            foreach (Match link in Link().Matches(folder.Read($"{site}{page}index.html"))) open.Enqueue(link.Groups[1].Value);
        }
        return reached;
    }

    [GeneratedRegex("<a [^>]*href=\"(/(?:[^\"#]*/)?)[\"#]")]
    private static partial Regex Link();
}
