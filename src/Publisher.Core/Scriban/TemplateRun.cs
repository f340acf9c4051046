using System.Globalization;
using Publisher.Diagnostics;
using Publisher.Scriban.Functions;
using Publisher.Scriban.Running;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Scriban;

/// <summary>
/// What one rendering knows and keeps: the host's variables, the output, the stack. Reuse one per thread: after
/// <see cref="Reset"/> it allocates nothing more.
/// </summary>
public sealed partial class TemplateRun(Globals globals)
{
    private readonly List<Diagnostic> diagnostics = [];

    public Globals Globals => globals;

    /// <summary>The host's own state, for its functions and members.</summary>
    public object? Host { get; set; }

    public ITemplateLoader? Loader { get; set; }

    public CancellationToken Cancel { get; set; }

    public TemplateLimits Limits { get; set; } = TemplateLimits.Default;

    /// <summary>What <c>date.now</c> asks; without one it is an error to ask.</summary>
    public TimeProvider? Clock { get; set; }

    /// <summary>The zone of dates without one; null is UTC.</summary>
    public TimeZoneInfo? Zone { get; set; }

    /// <summary>
    /// What <c>math.random</c> and <c>math.uuid</c> draw from; the same numbers for each run unless the host gives another.
    /// </summary>
    public Random Random
    {
        get => random ??= new Random(1);
        set => random = value;
    }

    private Random? random;

    /// <summary>Where the run prints to; only while it renders.</summary>
    public Utf8Buffer Output { get; internal set; } = new(0);

    /// <summary>Everything reported so far.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    public void Report(Diagnostic diagnostic) => diagnostics.Add(diagnostic);

    /// <summary>Sets a variable of the host.</summary>
    public void Set(GlobalSlot slot, in Value value) => SetSlot(slot.Index, value);

    public void Set(string name, in Value value) => SetSlot(globals.SlotOf(name), value);

    /// <summary>Where the innermost call that is being made stands: for the diagnostics of host functions.</summary>
    public Location CallSite => LocationOf(callAt);

    /// <summary>A fault at the call that is being made, for host functions to throw.</summary>
    public TemplateFault Fault(string message, string? hint = null) => Fault(callAt, message, hint);

    /// <summary>Calls a function value, as <c>array.each</c> does.</summary>
    public Value Call(Function function, params ReadOnlySpan<Value> arguments)
    {
        var (at, call, callee) = (callAt, CallInTemplate, Callee);
        var result = Calls.Invoke(function, arguments, this, at);
        (callAt, CallInTemplate, Callee) = (at, call, callee);
        return result;
    }

    /// <summary>Prints a value as the template that is running would.</summary>
    public void Write(in Value value, Escape escape) => Printer.Write(this, value, escape);

    /// <summary>The text a date prints as: <c>date.format</c> if it was set, else <c>05 Jan 2016</c>.</summary>
    public string DateText(DateTimeOffset date) => DateFormat.Apply(date, DatePattern, CultureInfo.InvariantCulture);

    internal string DatePattern { get; set; } = DateFormat.Default;

    /// <summary>State of built-in functions that lasts for the run (<c>array.cycle</c>), by the function's own key.</summary>
    internal Dictionary<object, object> FunctionState => functionState ??= [];

    private Dictionary<object, object>? functionState;

    /// <summary>Forgets everything but the settings, so that the next page can be rendered.</summary>
    public void Reset()
    {
        diagnostics.Clear();
        (functionState, random) = (null, null);
        DatePattern = DateFormat.Default;
        ResetVariables();
        ResetStack();
        ResetLimits();
    }
}
