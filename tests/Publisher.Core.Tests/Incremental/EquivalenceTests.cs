using System.Collections.Concurrent;
using System.Text;
using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Engine;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Core.Tests.Incremental;

/// <summary>
/// The engine's one promise: whatever was built before, a build gives the bytes and the diagnostics that a fresh one gives.
/// PUBLISHER_FUZZ=n makes n edits.
/// </summary>
public class EquivalenceTests
{
    private static readonly int Edits = int.TryParse(Environment.GetEnvironmentVariable("PUBLISHER_FUZZ"), out var count) ? count : 1000;
    private static readonly SourceSet BuiltIn = new EmbeddedReader(typeof(Builder).Assembly, "themes/").Read();

    [Fact]
    public void An_incremental_build_equals_a_fresh_one_with_a_theme_that_asks_everything() => Compare(seed: 1, ownTheme: true, edits: Edits, sites: 4);

    [Fact]
    public void An_incremental_build_equals_a_fresh_one_with_the_default_theme() => Compare(seed: 100, ownTheme: false, edits: Edits / 4, sites: 2);

    [Fact]
    public void What_is_checked_without_being_kept_is_what_a_fresh_build_finds()
    {
        var source = new RandomSite(200, ownTheme: true);
        var clock = new FixedClock { Now = source.Clock };
        var builder = new Builder(BuiltIn, new BuildOptions(), clock, remembers: true);
        var choice = new Random(200);
        for (var edit = 0; edit < Edits / 5; edit++)
        {
            var fresh = new Builder(BuiltIn, new BuildOptions(), clock, remembers: false).Advance(source.Reader.Read(), default);
            var next = builder.Advance(source.Reader.Read(), default);
            foreach (var path in fresh.Paths.Where(_ => choice.Next(2) == 0))
            {
                Assert.Equal(fresh.Check(path).Select(Words), next.Check(path).Select(Words));
                if (choice.Next(50) == 0) next.Want(path);
            }
            source.Edit();
            clock.Now = source.Clock;
        }
    }

    private static void Compare(int seed, bool ownTheme, int edits, int sites)
    {
        for (var site = 0; site < sites; site++)
        {
            var source = new RandomSite(seed + site, ownTheme);
            var clock = new FixedClock { Now = source.Clock };
            var builder = new Builder(BuiltIn, new BuildOptions { Preview = site % 2 == 1 }, clock, remembers: true);
            var choice = new Random(seed + site);
            var history = new List<string> { "start" };
            for (var edit = 0; edit < edits / sites; edit++)
            {
                var fresh = new Builder(BuiltIn, new BuildOptions { Preview = site % 2 == 1 }, clock, remembers: false).Advance(source.Reader.Read(), default);
                var next = builder.Advance(source.Reader.Read(), default);
                // Not every output is wanted after each edit: what was rendered long ago must be as good as what was rendered just now.
                var wanted = fresh.Paths.Where(_ => choice.Next(2) == 0).ToHashSet();
                Equal(fresh, next, wanted, seed + site, edit, history);
                history.Add(source.Edit());
                clock.Now = source.Clock;
            }
        }
    }

    private static void Equal(Build fresh, Build next, HashSet<SitePath> wanted, int seed, int edit, List<string> history)
    {
        string Where() => $"seed {seed}, edit {edit}: {string.Join("; ", history.TakeLast(3))}";
        Assert.True(fresh.Paths.SequenceEqual(next.Paths), "other outputs after " + Where());
        Assert.True(fresh.Diagnostics.Select(Words).SequenceEqual(next.Diagnostics.Select(Words)), "other diagnostics after " + Where());
        Assert.True(fresh.TemplateDiagnostics.Select(Words).SequenceEqual(next.TemplateDiagnostics.Select(Words)), "other mistakes in templates after " + Where());
        var faults = new ConcurrentBag<string>();
        Parallel.ForEach(wanted, path =>
        {
            var (right, mine) = (fresh.Render(path)!, next.Render(path)!);
            if (right.Output.InMemory && !right.Output.Bytes.Span.SequenceEqual(mine.Output.Bytes.Span))
                faults.Add($"{path}:\n{Difference(right.Output.Bytes.Span, mine.Output.Bytes.Span)}");
            else if (!right.Output.InMemory && !Content(right.Output).SequenceEqual(Content(mine.Output)))
                faults.Add($"{path}: another file");
            if (!right.Diagnostics.Select(Words).SequenceEqual(mine.Diagnostics.Select(Words)))
                faults.Add($"{path}:\n  fresh {string.Join(" | ", right.Diagnostics.Select(Words))}\n  kept {string.Join(" | ", mine.Diagnostics.Select(Words))}");
        });
        Assert.True(faults.IsEmpty, $"stale after {Where()}\n{string.Join('\n', faults.Take(3))}");
    }

    private static string Words(Diagnostic problem) => $"{problem.At} {problem.Severity} {problem.Code} {problem.Message} {problem.Hint} {string.Join(" ", problem.Trail)}";

    private static byte[] Content(Publisher.Stores.Output output)
    {
        using var stream = output.Open();
        var bytes = new byte[output.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string Difference(ReadOnlySpan<byte> fresh, ReadOnlySpan<byte> kept)
    {
        var at = Math.Max(0, fresh.CommonPrefixLength(kept) - 60);
        return $"  fresh …{Text(fresh[at..])}\n  kept  …{Text(kept[at..])}";

        static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes[..Math.Min(160, bytes.Length)]).ReplaceLineEndings("⏎");
    }
}
