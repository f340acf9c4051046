using System.IO.Compression;
using Publisher.Core.Tests.Tidy;

namespace Publisher.Core.Tests.Themes;

public class PlayerScriptTests
{
    private const int Most = 4096;

    [Fact]
    public void The_player_costs_listeners_less_than_four_kilobytes()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(Path.Combine(Repository.Root, "themes/default/assets/js/player.js")));
        Assert.InRange(packed.Length, 1, Most - 1);
    }
}
