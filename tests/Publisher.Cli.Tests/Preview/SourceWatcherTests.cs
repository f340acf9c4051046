using System.Diagnostics;
using Publisher.Cli.Preview;

namespace Publisher.Cli.Tests.Preview;

public sealed class SourceWatcherTests : IDisposable
{
    /// <summary>For less than this the watcher waits for what is cut to nothing.</summary>
    private static readonly TimeSpan HalfDone = TimeSpan.FromMilliseconds(20);

    private readonly TemporaryFolder folder = new(("a.md", "one"), ("posts/b.md", "two"), ("posts/deep/c.md", "three"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_plain_write_is_one_batch()
    {
        var saves = 0;
        using var batches = Batches.OfQuick(folder, HalfDone, () => folder.Write("posts/b.md", "new" + saves++));
        batches.Expect("posts/b.md");
        Assert.Equal(["posts/b.md"], batches.Paths);
        Assert.Single(batches.All);
    }

    [Fact]
    public void A_change_of_what_may_be_read_is_told()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var batches = new Batches(folder);
        File.SetUnixFileMode(Path.Combine(folder.Root, "posts/b.md"), UnixFileMode.UserRead);
        batches.Expect("posts/b.md");
        Assert.Equal(["posts/b.md"], batches.Paths);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1500)]
    public void The_folder_itself_may_go_and_come_back(int awayMs)
    {
        using var batches = new Batches(folder);
        Directory.Delete(folder.Root, recursive: true);
        Thread.Sleep(awayMs);
        folder.Write("other/d.md", "four");
        batches.Expect("a.md", "posts/b.md", "other/d.md");
        batches.Forget();
        folder.Write("other/d.md", "five");
        batches.Expect("other/d.md");
    }

    [Fact]
    public void A_file_cut_to_nothing_is_waited_for()
    {
        using var batches = Batches.OfQuick(folder, HalfDone, () =>
        {
            using var file = new FileStream(folder["a.md"], FileMode.Truncate);
            Thread.Sleep(12);
            file.Write("later"u8);
        });
        batches.Expect("a.md");
        Assert.Single(batches.All);
    }

    [Fact]
    public void Vim_saves_in_one_batch_and_leaves_no_other_name()
    {
        using var batches = Batches.OfQuick(folder, () =>
        {
            var probe = folder["4913"];
            File.WriteAllBytes(probe, []);
            File.SetAttributes(probe, FileAttributes.Normal);
            File.Delete(probe);
            File.Move(folder["a.md"], folder["a.md~"]);
            using (var file = new FileStream(folder["a.md"], FileMode.CreateNew)) file.Write("from vim"u8);
            File.Delete(folder["a.md~"]);
        });
        batches.Expect("a.md");
        Assert.Equal(["a.md"], batches.Paths);
        Assert.Single(batches.All);
    }

    [Theory]
    [InlineData("a.md___jb_tmp___", "a.md___jb_old___")] // JetBrains: a new file, the old one aside, the new one in its place.
    [InlineData(".a.md.kate-swp", null)]
    [InlineData("a.md.tmp", null)]
    public void A_save_through_another_file_names_the_file_itself(string temporary, string? aside)
    {
        using var batches = Batches.OfQuick(folder, () =>
        {
            File.WriteAllText(folder[temporary], "saved");
            if (aside is not null) File.Move(folder["a.md"], folder[aside]);
            File.Move(folder[temporary], folder["a.md"], overwrite: true);
            if (aside is not null) File.Delete(folder[aside]);
        });
        batches.Expect("a.md");
        Assert.Equal(["a.md"], batches.Paths);
    }

    [Fact]
    public void Sed_in_place()
    {
        using var batches = new Batches(folder);
        Run("sed", "-i", "s/two/zwei/", folder["posts/b.md"]);
        batches.Expect("posts/b.md");
        Assert.Equal(["posts/b.md"], batches.Paths);
        Assert.Equal("zwei", File.ReadAllText(folder["posts/b.md"]));
    }

    [Fact]
    public void A_file_moved_in_from_elsewhere_is_seen()
    {
        using var elsewhere = new TemporaryFolder(("new.md", "x"));
        using var batches = new Batches(folder);
        File.Move(elsewhere["new.md"], folder["posts/new.md"]);
        batches.Expect("posts/new.md");
    }

    [Fact]
    public void A_rename_names_both_in_one_batch()
    {
        using var batches = new Batches(folder);
        File.Move(folder["a.md"], folder["z.md"]);
        batches.Expect("a.md", "z.md");
        Assert.Single(batches.All);
    }

    [Fact]
    public void Files_in_new_nested_folders_are_seen_and_watched()
    {
        using var batches = new Batches(folder);
        for (var i = 0; i < 20; i++) folder.Write($"new{i}/x/y/page.md", "hello");
        batches.Expect([.. Enumerable.Range(0, 20).Select(i => $"new{i}/x/y/page.md")]);
        batches.Forget();
        folder.Write("new7/x/y/page.md", "again");
        batches.Expect("new7/x/y/page.md");
        folder.Write("new7/x/second.md", "and again");
        batches.Expect("new7/x/second.md");
    }

    [Fact]
    public void A_folder_moved_in_is_seen_and_watched_and_moved_out_is_gone()
    {
        using var elsewhere = new TemporaryFolder(("tree/one.md", "1"), ("tree/sub/two.md", "2"));
        using var batches = new Batches(folder);
        Directory.Move(elsewhere["tree"], folder["tree"]);
        batches.Expect("tree/one.md", "tree/sub/two.md");
        batches.Forget();
        folder.Write("tree/sub/two.md", "2a");
        batches.Expect("tree/sub/two.md");
        batches.Forget();
        Directory.Move(folder["tree"], elsewhere["back"]);
        batches.Expect("tree/one.md", "tree/sub/two.md");
    }

    [Fact]
    public void A_renamed_folder_is_gone_here_and_new_there_and_watched()
    {
        using var batches = new Batches(folder);
        Directory.Move(folder["posts"], folder["articles"]);
        batches.Expect("posts/b.md", "posts/deep/c.md", "articles/b.md", "articles/deep/c.md");
        batches.Forget();
        folder.Write("articles/deep/c.md", "after");
        batches.Expect("articles/deep/c.md");
        Assert.Equal(["articles/deep/c.md"], batches.Paths);
    }

    [Fact]
    public void A_deleted_folder_names_its_files()
    {
        using var batches = new Batches(folder);
        Directory.Delete(folder["posts"], recursive: true);
        batches.Expect("posts/b.md", "posts/deep/c.md");
    }

    [Fact]
    public void A_branch_switch_of_5000_files_is_a_handful_of_batches_and_complete()
    {
        for (var i = 0; i < 5000; i++) folder.Write($"content/{i % 50}/{i}.md", $"main {i}");
        Git("init", "-q", "-b", "main");
        Git("add", ".");
        Git("commit", "-q", "-m", "main");
        Git("checkout", "-q", "-b", "other");
        for (var i = 0; i < 5000; i++)
        {
            if (i % 5 == 0) File.Delete(folder[$"content/{i % 50}/{i}.md"]);
            else folder.Write(i % 5 == 1 ? $"content/fresh{i % 50}/{i}.md" : $"content/{i % 50}/{i}.md", $"other branch {i}");
        }
        Git("add", ".");
        Git("commit", "-q", "-m", "other");
        using var batches = new Batches(folder);
        Git("checkout", "-q", "main");
        // 1,000 come back, 1,000 go, 3,000 are rewritten.
        Batches.WaitUntil(() => batches.Paths.Length >= 5000, () => $"5,000 files, not {batches.Paths.Length}");
        Thread.Sleep(150);
        Assert.Equal(5000, batches.Paths.Length);
        Assert.InRange(batches.All.Length, 1, 8);
    }

    [Fact]
    public void Writes_in_quick_succession_end_in_a_batch_after_the_last()
    {
        var read = "";
        using var watcher = new SourceWatcher(folder.Root, [], _ => Volatile.Write(ref read, File.ReadAllText(folder["a.md"])));
        watcher.Start();
        for (var i = 0; i < 100; i++)
        {
            folder.Write("a.md", $"version {i:00}"); // Of one length, within one tick of the file system's clock.
            Thread.Sleep(i % 7);
        }
        Batches.WaitUntil(() => Volatile.Read(ref read) == "version 99", () => $"a batch after the last write, not after '{read}'");
    }

    [Fact]
    public void What_no_page_is_made_from_is_not_named()
    {
        using var batches = new Batches(folder, [folder["_site"]]);
        foreach (var path in new[] { "_site/a/index.html", ".git/index", "node_modules/x/readme.md", "bin/x.md", "posts/obj/x.md", ".a.md.swp", "#a.md#", "a.md~" })
            folder.Write(path, "no");
        folder.Write(".well-known/security.txt", "yes");
        batches.Expect(".well-known/security.txt");
        Assert.Equal([".well-known/security.txt"], batches.Paths);
    }

    [Fact]
    public void Polling_sees_the_same_changes()
    {
        using var batches = new Batches(folder, poll: true);
        folder.Write("a.md", "changed at length");
        folder.Write("new/x.md", "x");
        File.Delete(folder["posts/b.md"]);
        batches.Expect("a.md", "new/x.md", "posts/b.md");
    }

    [Fact]
    public void Where_the_system_cannot_watch_the_reason_is_said_once_and_changes_are_still_seen()
    {
        var (seen, reasons) = (new System.Collections.Concurrent.ConcurrentQueue<string>(), new System.Collections.Concurrent.ConcurrentQueue<string>());
        using var watcher = new SourceWatcher(folder["later"], [], hint => hint.Paths.ToList().ForEach(path => seen.Enqueue(path.Value)), reasons.Enqueue);
        watcher.Start();
        folder.Write("later/a.md", "here now");
        Batches.WaitUntil(() => seen.Contains("a.md"), () => "a.md");
        Assert.Single(reasons);
    }

    private void Git(params string[] arguments) => Run("git", ["-C", folder.Root, "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "gc.auto=0", "-c", "maintenance.auto=false", .. arguments]);

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, process.StandardError.ReadToEnd());
    }
}
