using System.Runtime.CompilerServices;
using Publisher.Configuration;
using Publisher.Engine;
using Publisher.Sources;

namespace Publisher.Core.Tests.Incremental;

/// <summary>A preview that runs all day holds one state of the site, not every one that there was.</summary>
public class MemoryTests
{
    [Fact]
    public void A_build_that_was_followed_by_another_is_let_go()
    {
        var site = new RandomSite(7, ownTheme: false);
        var builder = new Builder(
            new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read(), new BuildOptions(), new FixedClock { Now = site.Clock }, remembers: true);
        var earlier = Enumerable.Range(0, 3).Select(_ => Render(builder, site)).ToList();
        var last = builder.Advance(site.Reader.Read(), default);
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.All(earlier, build => Assert.False(build.IsAlive));
        GC.KeepAlive(last);
    }

    // In a method of its own, whose variables are gone when it is over.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Render(Builder builder, RandomSite site)
    {
        var build = builder.Advance(site.Reader.Read(), default);
        foreach (var path in build.Paths) build.Render(path);
        site.Edit();
        return new WeakReference(build);
    }
}
