using System.Text;
using Publisher.Cli.Problems;
using Publisher.Cli.Terminal;
using Publisher.Diagnostics;
using Publisher.Feeds;
using Publisher.Text;

namespace Publisher.Cli.Commands;

/// <summary><c>publisher check --feeds</c>: the rules of those who read feeds, on any feed, without a site.</summary>
internal sealed class FeedCheck(string[] names, TimeProvider clock)
{
    private const string Standard = "-";

    private readonly Dictionary<SitePath, byte[]> read = [];

    private readonly Dictionary<SitePath, string> texts = [];

    /// <summary>The folder that all the files are in: the current one where that is possible.</summary>
    private string Root { get; } = RootOf(names);

    public int Run(Findings findings, ReportFormat format, Screen screen)
    {
        int feeds = 0, items = 0;
        foreach (var name in names)
        {
            var problems = new List<Diagnostic>();
            if (Read(name, problems) is var (file, bytes) && FeedReader.Read(file, bytes, problems) is { } feed)
            {
                feeds++;
                items += feed.Items.Length;
                findings.Add(FeedRules.Check(feed, clock.GetUtcNow()).Select(finding => finding.Problem));
            }
            findings.Add(problems);
        }
        var found = Measures.Problems(findings);
        var sentence = $"Checked {Words.Count(feeds, "feed")} with {Words.Count(items, "item")}: "
            + $"{(found.Length > 0 ? found : "nothing is wrong")}.";
        ReportFormats.Create(format, screen, Root, TextOf).Write(findings.InOrder(), new Summary("check", sentence,
            [new("feeds", feeds), new("items", items), new("errors", findings.Errors), new("warnings", findings.Warnings)]));
        return findings.HasErrors ? ExitCode.Problems : ExitCode.Fine;
    }

    private (SitePath File, byte[] Bytes)? Read(string name, List<Diagnostic> problems)
    {
        try
        {
            var file = new SitePath(name == Standard ? "stdin" : Path.GetRelativePath(Root, name));
            return (file, read[file] = name == Standard ? StandardInput() : File.ReadAllBytes(name));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var reason = fault is FileNotFoundException or DirectoryNotFoundException ? "there is no such file"
                : Directory.Exists(name) ? "it is a folder" : fault.Message;
            problems.Add(Messages.CannotRead(name, reason));
            return null;
        }
    }

    private static byte[] StandardInput()
    {
        using var input = Console.OpenStandardInput();
        var bytes = new MemoryStream();
        input.CopyTo(bytes);
        return bytes.ToArray();
    }

    private string? TextOf(SitePath file) => texts.TryGetValue(file, out var text) ? text
        : read.TryGetValue(file, out var bytes) ? texts[file] = Encoding.UTF8.GetString(bytes)
        : null;

    private static string RootOf(string[] names)
    {
        var root = Environment.CurrentDirectory;
        foreach (var name in names)
            while (name != Standard && Path.GetRelativePath(root, name).StartsWith("..", StringComparison.Ordinal)
                && Path.GetDirectoryName(root) is { } parent)
                root = parent;
        return root;
    }
}
