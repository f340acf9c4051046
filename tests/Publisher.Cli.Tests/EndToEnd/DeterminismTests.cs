using Publisher.Testing;

namespace Publisher.Cli.Tests.EndToEnd;

using Cli = Commands.Cli;

/// <summary>The same sources at the same time are the same bytes, on any machine.</summary>
public sealed class DeterminismTests
{
    private const string Unusual = "another, with ünusual 'letters' & blanks";

    [Fact]
    public void Folder_cores_zone_and_language_of_the_machine_do_not_show()
    {
        using var folder = new TestFolder();
        OwnSite.CopyTo(folder, "one");
        OwnSite.CopyTo(folder, Unusual, backwards: true);

        Build(folder["one"], ("DOTNET_PROCESSOR_COUNT", "1"), ("TZ", "UTC"), ("LANG", "C.UTF-8"));
        Build(folder[Unusual], ("DOTNET_PROCESSOR_COUNT", "2"), ("TZ", "Asia/Tokyo"), ("LANG", "tr_TR.UTF-8"));

        var one = folder.List("one/_site");
        var another = folder.List(Unusual + "/_site");
        Assert.Contains("docs/writing/code-blocks/index.html", one);
        Assert.Contains("podcast/feed.xml", one);
        Assert.Equal(one, another);
        foreach (var file in one)
            Assert.True(Bytes(folder, "one", file).AsSpan().SequenceEqual(Bytes(folder, Unusual, file)), $"{file} differs");
    }

    private static void Build(string site, params (string, string)[] environment) =>
        Cli.Run(site, environment, "build", "--clock", OwnSite.Clock).With(0);

    private static byte[] Bytes(TestFolder folder, string site, string file) => File.ReadAllBytes(folder[$"{site}/_site/{file}"]);
}
