using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Cli.Problems;

/// <summary>One problem, and in how many outputs it was met (at least one).</summary>
public sealed record Finding(Diagnostic Problem, int Outputs)
{
    /// <summary>The first by path of the outputs it was met in; none for problems of the site.</summary>
    public SitePath First { get; init; }
}

/// <summary>
/// Gathers what a command found, from many threads: a mistake in a template that ten thousand pages met is one finding.
/// </summary>
/// <param name="strict">Warnings count as errors.</param>
public sealed class Findings(bool strict)
{
    private readonly Dictionary<(Location At, string Code, string Message), Met> met = [];
    private readonly Lock turn = new();

    public int Errors => Count(Severity.Error);

    public int Warnings => Count(Severity.Warning);

    public bool HasErrors => Errors > 0;

    /// <param name="output">The output that was being made; none for problems of the site.</param>
    public void Add(IEnumerable<Diagnostic> problems, SitePath output = default)
    {
        foreach (var problem in problems) Add(problem, output);
    }

    public void Add(Diagnostic problem, SitePath output = default)
    {
        if (strict && problem.Severity == Severity.Warning) problem = problem with { Severity = Severity.Error };
        var key = (problem.At, problem.Code, problem.Message);
        lock (turn)
        {
            if (!met.TryGetValue(key, out var known)) met[key] = known = new Met(problem, output);
            // The trail shown is that of the first output by path, whichever thread came first. What was found without any
            // output has no trail, but perhaps the better hint.
            else if (!output.IsRoot && (known.First.IsRoot || output.CompareTo(known.First) < 0))
                (known.Problem, known.First) = (problem with { Hint = known.Problem.Hint ?? problem.Hint }, output);
            else if (known.Problem.Hint is null) known.Problem = known.Problem with { Hint = problem.Hint };
            if (!output.IsRoot) known.Outputs.Add(output);
        }
    }

    /// <summary>By file, line and column; problems without a place come last.</summary>
    public ImmutableArray<Finding> InOrder()
    {
        lock (turn)
        {
            return
            [
                .. met.Values.Select(one => new Finding(one.Problem, Math.Max(1, one.Outputs.Count)) { First = one.First })
                    .OrderBy(one => one.Problem.At.File.IsRoot)
                    .ThenBy(one => one.Problem.At.File).ThenBy(one => one.Problem.At.Line).ThenBy(one => one.Problem.At.Column)
                    .ThenBy(one => one.Problem.Code, StringComparer.Ordinal)
                        .ThenBy(one => one.Problem.Message, StringComparer.Ordinal),
            ];
        }
    }

    private int Count(Severity severity)
    {
        lock (turn) return met.Values.Count(one => one.Problem.Severity == severity);
    }

    private sealed class Met(Diagnostic problem, SitePath first)
    {
        public Diagnostic Problem { get; set; } = problem;

        public SitePath First { get; set; } = first;

        public HashSet<SitePath> Outputs { get; } = [];
    }
}
