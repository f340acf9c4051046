using System.Text.RegularExpressions;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Functions;

/// <summary>
/// <c>regex.…</c>. Patterns run in linear time where they can, and are stopped after a second where they cannot.
/// </summary>
internal static class RegexFunctions
{
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(1);

    /// <summary>What building a pattern, and matching one character by it, cost more than looking at one.</summary>
    private const int WorkOfBuilding = 300_000, WorkOfMatching = 15;

    public static void AddTo(Globals globals) => new FunctionGroup("regex")
        // The text as a pattern that finds just it.
        // `{{ "1.5 (about)" | regex.escape }}` → `1\.5\ \(about\)`
        .Add("escape", "pattern", static (run, a) => Arguments.Made(run, Regex.Escape(a.Text(0, run))))
        // The first place that fits: all of it, then its groups; an empty array if there is none.
        // `` {{ "soup-2026" | regex.match `(\w+)-(\d+)` }} `` → `["soup-2026", "soup", "2026"]`
        // `` {{ "SOUP" | regex.match `soup` "i" }} `` → `["SOUP"]`
        .Add("match", "text, pattern, options?", static (run, a) => Guarded(run, a, Match))
        // All places that fit, each with its groups.
        // `` {{ "a1 b2" | regex.matches `([a-z])(\d)` }} `` → `[["a1", "a", "1"], ["b2", "b", "2"]]`
        .Add("matches", "text, pattern, options?", static (run, a) => Guarded(run, a, Matches))
        // The text with all places that fit replaced; `$1` is the first group.
        // `` {{ "2026-11-21" | regex.replace `(\d+)-(\d+)-(\d+)` "$3.$2.$1" }} `` → `21.11.2026`
        .Add("replace", "text, pattern, replace, options?", static (run, a) => Guarded(run, a, Replace))
        // The parts between the places that fit.
        // `` {{ "hot, quick;cheap" | regex.split `[,;]\s*` }} `` → `["hot", "quick", "cheap"]`
        .Add("split", "text, pattern, options?", static (run, a) => Guarded(run, a, Split))
        // The text that an escaped pattern stands for.
        // `` {{ `1\.5` | regex.unescape }} `` → `1.5`
        .Add("unescape", "pattern", static (run, a) =>
            Guarded(run, a, static (run, a) => Arguments.Made(run, Regex.Unescape(a.Text(0, run)))))
        .AddTo(globals);

    /// <summary>The compiled pattern, kept with the globals, as building one costs far more than running it.</summary>
    internal static Regex Compile(TemplateRun run, string pattern, string options)
    {
        if (run.Globals.Patterns.TryGetValue((pattern, options), out var known)) return known;
        var flags = RegexOptions.CultureInvariant;
        foreach (var option in options)
        {
            flags |= option switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => throw run.Fault($"the option '{option}' is not one of i, m, s and x"),
            };
        }
        return run.Globals.Patterns.Keep((pattern, options), Build(run, pattern, flags));
    }

    private static Regex Build(TemplateRun run, string pattern, RegexOptions flags)
    {
        if (pattern.Length > 10_000) throw run.Fault("the pattern is too long");
        run.Work(WorkOfBuilding);
        try
        {
            return new Regex(pattern, flags | RegexOptions.NonBacktracking, MaxTime);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, flags, MaxTime);
        }
    }

    private static Value Guarded(TemplateRun run, ReadOnlySpan<Value> a, HostFunction.Body body)
    {
        try
        {
            if (a[0].IsString) run.Work((long)a[0].AsString.Length * WorkOfMatching);
            if (run.Clock is not { } clock) return body(run, a);
            var began = clock.GetTimestamp();
            var value = body(run, a);
            run.Spend(clock.GetElapsedTime(began));
            return value;
        }
        catch (RegexMatchTimeoutException)
        {
            throw run.Fault("the pattern takes too long on this text");
        }
        catch (ArgumentException fault)
        {
            throw run.Fault($"the pattern is wrong: {fault.Message}");
        }
    }

    private static Value Match(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var match = Compile(run, a.Text(1, run), a.Text(2, run)).Match(a.Text(0, run));
        return Value.FromList(match.Success ? Groups(run, match) : new ScriptArray());
    }

    private static Value Matches(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var all = new ScriptArray();
        for (var match = Compile(run, a.Text(1, run), a.Text(2, run)).Match(a.Text(0, run)); match.Success;
            match = match.NextMatch())
        {
            run.Step();
            all.Add(Value.FromList(Groups(run, match)));
        }
        return Value.FromList(all);
    }

    private static ScriptArray Groups(TemplateRun run, Match match)
    {
        var groups = new ScriptArray(match.Groups.Count);
        foreach (Group group in match.Groups)
        {
            run.Charge(group.Length * 2L + 64);
            groups.Add(Value.FromString(group.Value));
        }
        return groups;
    }

    private static Value Replace(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var (text, by) = (a.Text(0, run), a.Text(2, run));
        var pattern = Compile(run, a.Text(1, run), a.Text(3, run));
        var length = 0L;
        var made = pattern.Replace(text, match =>
        {
            var part = match.Result(by);
            run.CheckLength(length += part.Length);
            return part;
        });
        return Arguments.Made(run, made);
    }

    private static Value Split(TemplateRun run, ReadOnlySpan<Value> a)
    {
        var parts = new ScriptArray();
        foreach (var part in Compile(run, a.Text(1, run), a.Text(2, run)).Split(a.Text(0, run)))
        {
            run.Charge(part.Length * 2L + 48);
            parts.Add(Value.FromString(part));
        }
        return Value.FromList(parts);
    }
}
