using Publisher.Sources;
using Publisher.Testing;
using Publisher.Text;

namespace Publisher.Core.Tests.Sources;

public sealed class DiskReaderTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_link_is_the_file_it_leads_to_when_that_is_in_the_site()
    {
        folder.Write("site/shared/long.txt", "a rather long text, longer than its path");
        Link("site/content/text.txt", "../shared/long.txt");
        Link("site/content/again.txt", folder["site/content/text.txt"]);
        var set = Read();
        Assert.Empty(set.Problems);
        Assert.Equal(["content/again.txt", "content/text.txt", "shared/long.txt"], set.Files.Select(file => file.Path.Value));
        Assert.Equal(40, set.Find(new("content/again.txt"))!.Length);

        folder.Write("site/shared/long.txt", "shorter");
        Assert.Equal(7, Reader().Refresh(set, [new("content/text.txt")], default).Find(new("content/text.txt"))!.Length);
    }

    [Fact]
    public void Other_links_are_left_out_and_told()
    {
        folder.Write("secret.txt", "secret");
        folder.Write("site/content/a.md", "a");
        Directory.CreateDirectory(folder["site/shared"]);
        Link("site/content/out.txt", "../../secret.txt");
        Link("site/content/nowhere.md", "nothing.md");
        Link("site/content/circle.md", "circle.md");
        Link("site/content/folder", "../shared");
        Link("site/content/way", folder.Path);
        Link("site/content/winding.txt", "way/secret.txt");
        var set = Read();
        Assert.Equal(["content/a.md"], set.Files.Select(file => file.Path.Value));
        Assert.Equal(
            ["circle.md", "folder", "nowhere.md", "out.txt", "way", "winding.txt"], set.Problems.Select(problem => problem.At.File.Name));
        Assert.All(set.Problems, problem => Assert.Equal("PB0804", problem.Code));

        File.Delete(folder["site/content/out.txt"]);
        folder.Write("site/content/out.txt", "mine");
        var mended = Reader().Refresh(set, [new("content/out.txt")], default);
        Assert.Equal(["content/a.md", "content/out.txt"], mended.Files.Select(file => file.Path.Value));
        Assert.Equal(5, mended.Problems.Length);
        File.Delete(folder["site/content/a.md"]);
        Link("site/content/a.md", "nothing.md");
        Assert.Equal(6, Reader().Refresh(mended, [new("content/a.md")], default).Problems.Length);
    }

    [Fact]
    public void A_site_may_itself_be_reached_by_a_link()
    {
        folder.Write("site/content/a.md", "a");
        Link("site/content/b.md", folder["site/content/a.md"]);
        Link("way", "site");
        var set = new DiskReader(folder["way"], []).Read(null, default);
        Assert.Equal((2, 0), (set.Files.Length, set.Problems.Length));
    }

    private void Link(string at, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[at])!);
        File.CreateSymbolicLink(folder[at], target);
    }

    private DiskReader Reader() => new(folder["site"], []);

    private SourceSet Read() => Reader().Read(null, default);
}
