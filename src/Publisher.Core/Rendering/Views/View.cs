using System.Collections.Immutable;
using Publisher.Scriban;
using Publisher.Scriban.Values;

namespace Publisher.Rendering.Views;

/// <summary>The members that templates see of one C# type; every getter asks the render scope for what it shows.</summary>
internal class View<T>(string name, params IEnumerable<Member> members) : MemberTable(name, members) where T : class
{
    public Value Of(T? target) => Value.FromHost(this, target);

    public Value List(ImmutableArray<T> items) => Value.FromList(new HostList<T>(this, items));

    public Value List(IEnumerable<T> items) => List(items.ToImmutableArray());

    public static Member Member(string name, Func<T, RenderScope, Value> get) =>
        new(name, (target, run) => get((T)target, run.Scope()));

    public static Member Text(string name, Func<T, RenderScope, string?> get) =>
        Member(name, (target, scope) => Value.FromString(get(target, scope)));

    public static Member Flag(string name, Func<T, RenderScope, bool> get) =>
        Member(name, (target, scope) => Value.FromBoolean(get(target, scope)));

    public static Member Number(string name, Func<T, RenderScope, long> get) =>
        Member(name, (target, scope) => Value.FromInteger(get(target, scope)));
}

internal static class ScopeOfRun
{
    public static RenderScope Scope(this TemplateRun run) => (RenderScope)run.Host!;

    public static Value ToValue(this DateTimeOffset? date) => date is { } at ? Value.FromDate(at) : Value.Null;
}
