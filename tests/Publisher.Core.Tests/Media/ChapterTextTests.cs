using Publisher.Media;

namespace Publisher.Core.Tests.Media;

public class ChapterTextTests
{
    private static readonly Chapter[] Chapters =
    [
        new(3753.2504, "Ende & \"Schluss\"\n neu") { End = 3800, Url = "https://example.com/?a=1&b=2", Image = "/a.png" },
        new(0, "Intro"),
    ];

    [Fact]
    public void Json_chapters_are_in_order()
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        Chapters.WriteJson(output);
        Assert.Equal("""{"version":"1.2.0","chapters":[{"startTime":0,"title":"Intro"},{"startTime":3753.25,"title":"Ende & \"Schluss\"\n neu","endTime":3800,"url":"https://example.com/?a=1&b=2","img":"/a.png"}]}""",
            System.Text.Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void Lines_of_a_description_look_alike()
    {
        Assert.Equal("(00:00:00) Intro\n(01:02:33) Ende & \"Schluss\" neu", Chapters.ToLines());
        Assert.Equal("(00:00) A\n(57:10) B", new Chapter[] { new(0, "A"), new(3430, "B") }.ToLines());
    }
}
