using System.Collections.Immutable;
using Publisher.Scriban;
using Publisher.Scriban.Checks;
using Publisher.Scriban.Values;

namespace Publisher.Rendering.Views;

/// <summary>The members that templates see of one C# type; every getter asks the render scope for what it shows.</summary>
internal class View<T>(string name, params IEnumerable<Member> members) : MemberTable(name, members) where T : class
{
    public Value Of(T? target) => Value.FromHost(this, target);

    public Value List(ImmutableArray<T> items) => Value.FromList(new HostList<T>(this, items));

    public Value List(IEnumerable<T> items) => List(items.ToImmutableArray());

    /// <summary>What one of these is like, and a list of them: for the members that give them.</summary>
    public Shape One => field ??= new TypeShape(this);

    public Shape Many => field ??= new ListShape(() => One);

    /// <param name="gives">What the value is like; without it nothing is known of its members before templates run.</param>
    public static Member Member(string name, Func<T, RenderScope, Value> get, Func<Shape?>? gives = null) =>
        new(name, (target, run) => get((T)target, run.Scope())) { Gives = gives };

    public static Member Text(string name, Func<T, RenderScope, string?> get) =>
        Member(name, (target, scope) => Value.FromString(get(target, scope)), () => Shape.Text);

    public static Member Flag(string name, Func<T, RenderScope, bool> get) =>
        Member(name, (target, scope) => Value.FromBoolean(get(target, scope)), () => Shape.Flag);

    public static Member Number(string name, Func<T, RenderScope, long> get) =>
        Member(name, (target, scope) => Value.FromInteger(get(target, scope)), () => Shape.Number);
}

internal static class ScopeOfRun
{
    public static RenderScope Scope(this TemplateRun run) => (RenderScope)run.Host!;

    public static Value ToValue(this DateTimeOffset? date) => date is { } at ? Value.FromDate(at) : Value.Null;
}
