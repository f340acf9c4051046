using System.Text.Json;
using System.Text.RegularExpressions;
using Publisher.Cli.Tests.EndToEnd;
using Publisher.Testing;

namespace Publisher.Cli.Tests.Commands;

/// <summary><c>check --fix</c>: what is known is written where it stands, and told.</summary>
public partial class FixTests
{
    private static readonly string Corpus = Path.Combine(
        Environment.GetEnvironmentVariable("PUBLISHER_SHARED") ?? "", "corpora/running-in-production");

    [Fact]
    public void Writes_what_is_known_and_tells_each_change()
    {
        using var folder = Site.Small();
        folder.Write("content/podcast/index.md", "---\r\ntitle: Talk\r\nexplicit: \"yes\"  # no!\r\ncategory: Technolgy\r\n---\r\nyes\r\n");
        folder.Write("content/podcast/one.md", "---\ntitle: One\ndate: 2026-01-04\naudio: https://example.com/one.mp3\n---\n");
        var check = Cli.Run(folder.Path, "check", "--fix").With(1);
        Assert.Equal("---\r\ntitle: Talk\r\nexplicit: \"true\"  # no!\r\ncategory: Technology\r\n---\r\nyes\r\n",
            File.ReadAllText(folder["content/podcast/index.md"]));
        Assert.Contains("content/podcast/index.md:3:11: note PB0804: 'yes' is now 'true'", check.Error);
        Assert.Contains("content/podcast/index.md:4:11: note PB0804: 'Technolgy' is now 'Technology'", check.Error);
        Assert.DoesNotContain("PB0964", check.Error);
        Assert.Contains("PB0961: the show has no itunes:image", check.Error);
        Assert.StartsWith("Fixed 2 values. Checked ", check.Output);
        Assert.StartsWith("There was nothing to fix. Checked ", Cli.Run(folder.Path, "check", "--fix").With(1).Output);
        Assert.Empty(Directory.EnumerateFiles(folder.Path, "*.new", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_sound_file_of_the_site_says_what_is_right()
    {
        using var folder = new TestFolder();
        OwnSite.CopyTo(folder, "site");
        var page = folder["site/content/podcast/001-hello-listener/index.md"];
        var text = File.ReadAllText(page);
        File.WriteAllText(page, text.Replace("audio: hello-listener.mp3",
            "audio: { type: 'audio/mp3', url: hello-listener.mp3, duration: \"01:57\", bytes: 9 } # by hand"));
        Assert.Contains("Fixed 3 values. ", Cli.Run(folder["site"], "check", "--fix", "--clock", OwnSite.Clock).With(0).Output);
        Assert.Equal(text.Replace("audio: hello-listener.mp3",
            "audio: { type: 'audio/mpeg', url: hello-listener.mp3, duration: \"00:57\", bytes: 229418 } # by hand"), File.ReadAllText(page));
    }

    [Fact]
    public void Nothing_to_fix_is_fine()
    {
        using var folder = Site.Small();
        Assert.Matches("^There was nothing to fix. Checked .* nothing is wrong.\n$", Cli.Run(folder.Path, "check", "--fix").With(0).Output);
        Assert.False(File.Exists(folder["publisher.ledger.json"]));
        Cli.Run(folder.Path, "check", "--fix", "--feeds", "x.xml").With(2);
    }

    [Fact]
    public void A_ledger_learns_what_it_does_not_know_and_forgets_nothing()
    {
        using var folder = Site.Small();
        folder.Write("publisher.ledger.json",
            "{ \"content/posts/2026-01-02-first.md\": { \"id\": \"mine\", \"date\": \"2025-01-02T00:00:00Z\" },\n"
            + "  \"content/posts/gone.md\": { \"id\": \"gone\", \"date\": \"2024-01-02T00:00:00Z\" } }\n");
        folder.Write("content/posts/draft.md", "---\ntitle: Draft\ndate: 2026-01-04\ndraft: true\n---\n");
        var check = Cli.Run(folder.Path, "check", "--fix").With(1);
        Assert.Contains("note PB0914: this file now remembers 1 more", check.Error);
        Assert.Contains("error PB0912", check.Error);
        var ledger = JsonDocument.Parse(File.ReadAllText(folder["publisher.ledger.json"])).RootElement;
        Assert.Equal(
            ["content/posts/2026-01-02-first.md", "content/posts/2026-01-03-second.md", "content/posts/gone.md"],
            ledger.EnumerateObject().Select(item => item.Name));
        Assert.Equal("2025-01-02T00:00:00Z", ledger.GetProperty("content/posts/2026-01-02-first.md").GetProperty("date").GetString());
    }

    [Fact]
    public void The_episodes_of_a_real_show_get_their_values_back()
    {
        if (!Directory.Exists(Corpus)) return;
        using var folder = new TestFolder();
        folder.Write("publisher.yml", "title: Running\nbase_url: https://example.org/\n");
        folder.Write("content/podcast/index.md",
            "---\ntitle: Podcast\ncategory: Technology\ncascade: { audio_url: 'https://media.example.org/:number.mp3' }\n---\n");
        var originals = new Dictionary<string, byte[]>();
        var swapped = 0;
        foreach (var file in Directory.GetFiles(Path.Combine(Corpus, "_posts/podcast"), "*.md").Order(StringComparer.Ordinal))
        {
            var name = "content/podcast/" + Path.GetFileName(file);
            originals[name] = File.ReadAllBytes(file);
            var text = File.ReadAllText(file);
            var (bytes, duration) = (Bytes().Match(text), Duration().Match(text));
            if (originals.Count % 3 == 0)
            {
                text = Bytes().Replace(text, $"mp3_bytes: {duration.Groups[1].Value}", 1);
                text = Duration().Replace(text, $"mp3_duration: {bytes.Groups[1].Value}", 1);
                swapped++;
            }
            folder.Write(name, text);
        }
        var check = Cli.Run(folder.Path, "check", "--fix", "--format", "json");
        Assert.Equal(36, swapped);
        Assert.Equal(72, JsonDocument.Parse(check.Output).RootElement.GetProperty("diagnostics").EnumerateArray()
            .Count(problem => problem.GetProperty("code").GetString() == "PB0804"));
        Assert.DoesNotContain("PB0956", check.Output);
        Assert.DoesNotContain("PB0957", check.Output);
        foreach (var (name, bytes) in originals) Assert.Equal(bytes, File.ReadAllBytes(folder[name]));
    }

    [GeneratedRegex("""mp3_bytes: (\S+)""")]
    private static partial Regex Bytes();

    [GeneratedRegex("""mp3_duration: (\S+)""")]
    private static partial Regex Duration();
}
