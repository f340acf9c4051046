using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Scriban.Syntax;
using Publisher.Text;

namespace Publisher.Scriban;

/// <summary>What a run may use up, and its faults.</summary>
public sealed partial class TemplateRun
{
    private const int CharactersPerStep = 1024;

    private static readonly TimeSpan MaxPatternTime = TimeSpan.FromSeconds(5);

    private int steps;
    private long allocated;
    private TimeSpan patternTime;
    private int depth;

    /// <summary>Whether a limit was reached, so that nothing more should be tried.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>
    /// Goes on with what another run has used up, for a template that a value of that run renders while it is printed; give it
    /// back with <see cref="Return"/>.
    /// </summary>
    public void Continue(TemplateRun outer)
    {
        outer.Step();
        if (outer.depth + outer.frameCount > outer.Limits.Recursion) throw outer.TooDeep(outer.callAt);
        (steps, allocated, depth) = (outer.steps, outer.allocated, outer.depth + outer.frameCount);
        patternTime = outer.patternTime;
        (Limits, Cancel) = (outer.Limits, outer.Cancel);
    }

    /// <summary>Counts what this run used up as the outer one's.</summary>
    public void Return(TemplateRun outer)
    {
        (outer.steps, outer.allocated, outer.patternTime) = (steps, allocated, patternTime);
        outer.IsSpent |= IsSpent;
    }

    /// <summary>Counts one step of the loop at a place.</summary>
    internal void Step(Span at)
    {
        callAt = at;
        Step();
    }

    /// <summary>Counts one step of the work that the call being made does.</summary>
    internal void Step()
    {
        steps++;
        if ((steps & 0x3FF) == 0) Cancel.ThrowIfCancellationRequested();
        if (steps > Limits.LoopSteps) throw Limit("its loops took too many steps", Limits.LoopSteps);
        if (Output.Length > Limits.OutputBytes) throw Limit("its output is too large", Limits.OutputBytes);
    }

    /// <summary>
    /// Counts work on text that was made once and is looked at again and again: a thousand characters are about a step.
    /// </summary>
    internal void Work(long characters)
    {
        if (characters < CharactersPerStep) return;
        steps += (int)Math.Min(characters / CharactersPerStep, Limits.LoopSteps);
        Cancel.ThrowIfCancellationRequested();
        if (steps > Limits.LoopSteps) throw Limit("its loops took too many steps", Limits.LoopSteps);
    }

    /// <summary>Counts the time of what cannot be counted otherwise: patterns that look back.</summary>
    internal void Spend(TimeSpan time)
    {
        patternTime += time;
        if (patternTime > MaxPatternTime) throw Limit("its patterns took too many seconds", (long)MaxPatternTime.TotalSeconds);
    }

    internal void CheckOutput()
    {
        if (Output.Length > Limits.OutputBytes) throw Limit("its output is too large", Limits.OutputBytes);
    }

    /// <summary>Counts memory, roughly, before it is used for something whose size the template chose.</summary>
    internal void Charge(long bytes)
    {
        allocated += bytes;
        if (allocated > Limits.Allocation) throw Limit("it used too much memory", Limits.Allocation);
    }

    /// <summary>Refuses a string or an array that is longer than any should be.</summary>
    internal void CheckLength(long length)
    {
        if (length > Limits.Length) throw Limit("a text or an array became too long", Limits.Length);
    }

    internal TemplateFault Limit(string what, long limit) => Limit(callAt, what, limit);

    internal TemplateFault Limit(Span at, string what, long limit)
    {
        IsSpent = true;
        return Fault(Messages.TemplateLimit(LocationOf(at), what, limit));
    }

    internal TemplateFault TooDeep(Span at) =>
        Limit(at, "functions or includes are too deep inside each other", Limits.Recursion);

    internal TemplateFault Fault(Span at, string message, string? hint = null) =>
        Fault(Messages.TemplateFault(LocationOf(at), message, hint));

    internal TemplateFault Fault(Diagnostic diagnostic) => new(diagnostic with { Trail = Trail() });

    internal Location LocationOf(Span at) => frameCount == 0 ? default : CurrentFrame.Template.LocationOf(at);

    /// <summary>The places that included what is running, innermost first.</summary>
    internal ImmutableArray<Location> Trail()
    {
        var trail = ImmutableArray.CreateBuilder<Location>();
        for (var i = frameCount - 1; i > 0; i--)
            if (frames[i].IsInclude) trail.Add(frames[i - 1].Template.LocationOf(frames[i].CalledAt));
        return trail.ToImmutable();
    }

    private void ResetLimits()
    {
        (steps, allocated, depth, patternTime) = (0, 0, 0, TimeSpan.Zero);
        IsSpent = false;
    }
}
