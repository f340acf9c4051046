using System.Diagnostics;
using Publisher.Rendering.Routes;

namespace Publisher.Benchmarks;

/// <summary>What a podcast of N episodes costs: a full build, its feeds alone, and the edit of one episode.</summary>
internal static class ShowScale
{
    public static void Run(int episodes, bool isSpoken)
    {
        var show = new SampleShow(episodes, isSpoken);
        for (var i = 0; i < 3; i++) Build(show, episodes);
        Edit(show, episodes);
    }

    private static void Build(SampleShow show, int episodes)
    {
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        var build = SampleSite.NewBuilder(remembers: false).Advance(show.Reader.Read(), default);
        build.RenderAll(_ => { }, default);
        Console.WriteLine($"{episodes:N0} episodes, {build.Paths.Length:N0} outputs: {watch.Elapsed.TotalMilliseconds:N0} ms, "
            + $"{(Environment.CpuUsage.TotalTime - before).TotalMilliseconds:N0} ms of processors");
        Console.WriteLine($"  in memory afterwards, with the sources: {GC.GetTotalMemory(forceFullCollection: true) / 1e6:N0} MB");
        foreach (var (step, took) in build.Timings.Laps) Console.WriteLine($"  {step,-15} {took.TotalMilliseconds,9:N1} ms");
        // What rendering is made of, one output after the other.
        foreach (var kind in build.Paths.Where(path => build.Routes.Find(path) is not FileRoute).GroupBy(path => build.Routes.Find(path)!.GetType().Name))
        {
            watch.Restart();
            var bytes = kind.Sum(path => build.Render(path)!.Output.Length);
            Console.WriteLine($"  {kind.Key,-15} {watch.Elapsed.TotalMilliseconds,9:N1} ms {kind.Count(),6:N0} outputs {bytes / 1e6,8:N2} MB");
        }
        foreach (var path in build.Paths.Where(path => build.Routes.Find(path) is FeedRoute { IsPodcast: true }))
            Console.WriteLine($"  {path}: {build.Render(path)!.Output.Length:N0} bytes");
    }

    private static void Edit(SampleShow show, int episodes)
    {
        var builder = SampleSite.NewBuilder(remembers: true);
        builder.Advance(show.Reader.Read(), default).RenderAll(_ => { }, default);
        var middle = SampleShow.PathOf(episodes / 2);
        var text = show.Reader.Text(middle);
        var times = new List<double>();
        var renders = 0;
        for (var i = 0; i < 10; i++)
        {
            show.Reader.Write(middle, text + $"\nEdit {i}.\n");
            var sources = show.Reader.Read();
            var watch = Stopwatch.StartNew();
            var build = builder.Advance(sources, default);
            build.RenderAll(_ => { }, default);
            times.Add(watch.Elapsed.TotalMilliseconds);
            renders = build.Renders;
        }
        times.Sort();
        Console.WriteLine($"  one edited episode, everything fresh: median {times[times.Count / 2]:N1} ms, worst {times[^1]:N1} ms, {renders} outputs rendered");
    }
}
