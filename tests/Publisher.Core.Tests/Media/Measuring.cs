using Publisher.Diagnostics;
using Publisher.Media;
using Publisher.Text;

namespace Publisher.Core.Tests.Media;

/// <summary>Measures sounds that a test has made.</summary>
internal static class Measuring
{
    private static readonly SitePath Name = new("podcast/one.mp3");

    /// <param name="codes">Of the problems that are expected to be told.</param>
    public static Sound Measure(byte[] bytes, params string[] codes)
    {
        var problems = new List<Diagnostic>();
        var sound = Sound.Read(Name, new MemoryStream(bytes), problems);
        Assert.Equal(codes, problems.Select(problem => problem.Code));
        Assert.NotNull(sound);
        Assert.Equal(bytes.Length, sound.Bytes);
        return sound;
    }

    public static string Refusal(byte[] bytes)
    {
        var problems = new List<Diagnostic>();
        Assert.Null(Sound.Read(Name, new MemoryStream(bytes), problems));
        var problem = Assert.Single(problems);
        Assert.Equal("PB0601", problem.Code);
        return problem.Message;
    }
}
