using System.Text.Json;

namespace Publisher.Cli.Tests.Commands;

/// <summary>Publishing to folders and to a bucket that is not there; real buckets have tests of their own.</summary>
public class PublishTests
{
    [Fact]
    public void Works_with_nothing_configured()
    {
        using var site = Site.Small();
        Cli.Run(site.Path, "publish", "--dry-run").With(0);
        Assert.Empty(site.List("_site"));
        Assert.Contains("Published to _site", Cli.Run(site.Path, "publish").With(0).LastLine);
        Assert.Contains("<html", site.Read("_site/posts/first/index.html"));
        Assert.StartsWith("Nothing to do", Cli.Run(site.Path, "publish").With(0).LastLine);
    }

    [Fact]
    public void Says_of_each_file_why()
    {
        using var site = Site.Small();
        site.Write("publisher.yml", "base_url: https://example.org/\ntargets:\n  live: { folder: public }\n");
        Cli.Run(site.Path, "publish").With(0);
        site.Write("content/posts/2026-01-02-first.md", "---\ntitle: First\n---\nOne, edited.\n");
        File.Delete(site["content/posts/2026-01-03-second.md"]);
        site.Write("content/posts/2026-01-04-third.md", "---\ntitle: Third\n---\nThree.\n");

        var root = JsonDocument.Parse(Cli.Run(site.Path, "publish", "live", "-n", "--format", "json").With(0).Output).RootElement;
        var plan = root.GetProperty("plan").EnumerateArray().ToDictionary(step => step.GetProperty("path").GetString()!, step => step.GetProperty("reason").GetString());
        Assert.Equal("content", plan["posts/first/index.html"]);
        Assert.Equal("gone", plan["posts/second/index.html"]);
        Assert.Equal("new", plan["posts/third/index.html"]);
        Assert.Equal("planned", root.GetProperty("summary").GetProperty("outcome").GetString());
        Assert.True(File.Exists(site["public/posts/second/index.html"]));

        var output = Cli.Run(site.Path, "publish").With(0).Output;
        Assert.Contains("delete  gone     posts/second/index.html", output);
        Assert.Matches(@"write   new      posts/third/index\.html \([\d.]+ k?B\)", output);
        Assert.False(File.Exists(site["public/posts/second/index.html"]));
    }

    [Fact]
    public void Remembers_what_feeds_announced_and_holds_to_it()
    {
        const string Ledger = "publisher.ledger.json";
        using var site = Site.Small();
        Cli.Run(site.Path, "publish", "--dry-run").With(0);
        Cli.Run(site.Path, "publish", "--base-url", "https://preview.example/").With(0);
        Assert.False(File.Exists(site[Ledger]));

        Assert.Contains("note PB0914", Cli.Run(site.Path, "publish").With(0).Error);
        var remembered = site.Read(Ledger);
        Assert.Contains("\"content/posts/2026-01-02-first.md\": { \"id\": \"tag:", remembered);
        Assert.DoesNotContain("PB0914", Cli.Run(site.Path, "publish").With(0).Error);

        site.Write("content/posts/2026-01-02-first.md", "---\ntitle: First\nid: another\n---\nOne.\n");
        Assert.Contains("2026-01-02-first.md:3:5: error PB0910", Cli.Run(site.Path, "check").With(1).Error);
        Assert.StartsWith("Nothing was published", Cli.Run(site.Path, "publish").With(1).LastLine);
        Assert.Equal(remembered, site.Read(Ledger));
        Cli.Run(site.Path, "publish", "--allow-feed-changes").With(0);
        Assert.Contains("\"id\": \"another\"", site.Read(Ledger));
    }

    [Fact]
    public void Remembers_nothing_of_what_is_not_for_subscribers()
    {
        const string Ledger = "publisher.ledger.json";
        using var site = Site.Small();
        Cli.Run(site.Path, "publish", "--set", "title=Another").With(0);
        Cli.Run(site.Path, "publish", "--clock", "2026-11-21").With(0);
        Assert.False(File.Exists(site[Ledger]));
        site.Write(Ledger, "{}\n");
        site.Write("publisher.yml", "title: Small\n");
        Assert.Contains("PB0803", Cli.Run(site.Path, "publish").With(0).Error);
        Cli.Run(site.Path, "check", "--fix").With(0);
        Assert.Equal("{}\n", site.Read(Ledger));
    }

    [Fact]
    public void A_broken_ledger_is_told_of_once_and_stays_as_it_is()
    {
        const string Ledger = "publisher.ledger.json", Half = "{ \"content/posts/2026-01-02-first.md\": { \"id\": \"a";
        using var site = Site.Small();
        site.Write(Ledger, Half);
        var check = Cli.Run(site.Path, "check", "--fix").With(1);
        Assert.Contains("PB0202", check.Error);
        Assert.DoesNotContain("PB091", check.Error);
        Cli.Run(site.Path, "publish", "--allow-feed-changes").With(1);
        Assert.Equal(Half, site.Read(Ledger));
    }

    [Fact]
    public void Reminds_of_the_address_readers_need_also_in_a_folder()
    {
        using var site = Site.Small();
        site.Write("publisher.yml", "title: Small\ntargets:\n  live: { folder: public }\n");
        var first = Cli.Run(site.Path, "publish", "--strict").With(0);
        Assert.Contains("publisher.yml: note PB0803: 'base_url' is not set, so feeds and canonical links lead to http://localhost/", first.Error);
        Assert.DoesNotContain("PB0803", Cli.Run(site.Path, "publish", "--base-url", "https://example.org").With(0).Error);
    }

    [Fact]
    public void Is_never_published_into_its_own_sources()
    {
        using var site = Site.Small();
        site.Write("publisher.yml", "base_url: https://example.org/\ntargets:\n  live: { folder: content }\n");
        Assert.Contains("error PB0701: 'content' cannot be the output folder", Cli.Run(site.Path, "publish").With(3).Error);
        Assert.Equal(4, site.List().Length);
    }

    [Fact]
    public void Refuses_a_site_with_errors()
    {
        using var site = Site.Small();
        Cli.Run(site.Path, "publish").With(0);
        site.Write("content/posts/2026-01-02-first.md", "---\ntitle: [First\n---\nOne.\n");
        site.Write("content/posts/2026-01-03-second.md", "---\ntitle: Second\n---\nTwo, edited.\n");
        Assert.Contains("Nothing was published to _site, because of", Cli.Run(site.Path, "publish").With(1).LastLine);
        Assert.DoesNotContain("edited", site.Read("_site/posts/second/index.html"));
    }

    [Fact]
    public void Asks_for_a_name_where_there_is_a_choice()
    {
        using var site = Site.Small();
        site.Write("publisher.yml", "targets:\n  live: { folder: ../live }\n  staging: { folder: ../staging }\n");
        Assert.Contains("name one: publisher.yml has live, staging", Cli.Run(site.Path, "publish").With(2).Error);
        Assert.Contains("there is no target 'stagin': publisher.yml has live, staging; did you mean 'staging'?", Cli.Run(site.Path, "publish", "stagin").With(2).Error);
    }

    [Fact]
    public void A_bucket_out_of_reach_has_its_own_exit_code()
    {
        using var site = Site.Small();
        site.Write("publisher.yml", "base_url: https://example.org/\ntargets:\n  live:\n    s3: { bucket: a-bucket, endpoint: \"http://127.0.0.1:1/\" }\n");
        var failed = Cli.Run(site.Path, [("AWS_ACCESS_KEY_ID", "a"), ("AWS_SECRET_ACCESS_KEY", "b")], "publish").With(6);
        Assert.Contains("publisher.yml:4:9: error PB0728: cannot reach", failed.Error);
        Assert.Contains("Publishing to live failed.", failed.LastLine);
    }
}
