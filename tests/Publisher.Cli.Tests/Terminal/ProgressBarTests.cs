using Publisher.Cli.Terminal;

namespace Publisher.Cli.Tests.Terminal;

public class ProgressBarTests
{
    private static string Drawn(bool live, int milliseconds, Action<ProgressBar> work)
    {
        var error = new StringWriter();
        using (var bar = new ProgressBar(new Screen(TextWriter.Null, error) { Live = live, Width = 60 }))
        {
            work(bar);
            Thread.Sleep(milliseconds);
        }
        return error.ToString();
    }

    [Fact]
    public void Long_work_is_shown_and_wiped_away()
    {
        var drawn = Drawn(live: true, 1000, bar =>
        {
            bar.Begin("Building", 1000);
            Parallel.For(1, 501, i => bar.Report(i));
        });
        Assert.Contains("\rBuilding [============            ] 500 of 1,000", drawn);
        Assert.EndsWith("\r\e[K", drawn);
        Assert.All(drawn.Split('\r'), frame => Assert.True(frame.Length <= 63, frame));
    }

    [Fact]
    public void Short_work_and_work_nobody_looks_at_is_not()
    {
        Assert.Equal("", Drawn(live: true, 0, bar => bar.Begin("Building", 10)));
        Assert.Equal("", Drawn(live: false, 500, bar => bar.Begin("Building", 10)));
    }
}
