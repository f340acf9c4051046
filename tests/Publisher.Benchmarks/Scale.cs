using System.Diagnostics;
using Publisher.Text;

namespace Publisher.Benchmarks;

/// <summary>What a site of N posts costs: a full build by stages, and then single edits, each from the change to the open page's new bytes.</summary>
internal static class Scale
{
    public static void Run(int posts)
    {
        var site = new SampleSite(posts);
        var builder = SampleSite.NewBuilder(remembers: true);
        var watch = Stopwatch.StartNew();
        var build = builder.Advance(site.Reader.Read(), default);
        Console.WriteLine($"{posts:N0} posts, {build.Paths.Length:N0} outputs");
        foreach (var (step, took) in build.Timings.Laps) Console.WriteLine($"  {step,-10} {took.TotalMilliseconds,9:N1} ms");
        watch.Restart();
        long bytes = 0;
        SampleSite.NewBuilder(remembers: false).Advance(site.Reader.Read(), default).RenderAll(rendered => Interlocked.Add(ref bytes, rendered.Output.Length), default);
        Console.WriteLine($"  parse again and render all {watch.Elapsed.TotalMilliseconds,9:N1} ms, {bytes / 1e6:N0} MB");

        var middle = SampleSite.PathOf(posts / 2);
        var open = build.Site.Entries[build.Site.Index.Find(new SitePath(middle))].Output;
        build.Render(open);
        var text = site.Reader.Text(middle);
        Edit("prose", i => site.Reader.Write(middle, text + $"\nEdit {i}.\n"));
        Edit("title", i => site.Reader.Write(middle, text.Replace("title: Post", $"title: Edit {i} of post")));
        Edit("tag", i => site.Reader.Write(middle, text.Replace("tags: [", $"tags: [edit-{i}, ")));
        Edit("template", i => site.Reader.Write("templates/includes/custom.sbn-html", $"<!-- {i} -->"));

        void Edit(string what, Action<int> change)
        {
            var times = new List<double>();
            for (var i = 0; i < 20; i++)
            {
                change(i);
                var sources = site.Reader.Read();
                watch.Restart();
                builder.Advance(sources, default).Render(open);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
            times.Sort();
            Console.WriteLine($"  {what} edit, open page fresh: median {times[times.Count / 2],7:N2} ms, worst {times[^1]:N2} ms");
        }
    }
}
