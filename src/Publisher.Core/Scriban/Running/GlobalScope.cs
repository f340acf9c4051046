using Publisher.Scriban.Values;

namespace Publisher.Scriban.Running;

/// <summary>The run's own variables seen as an object: what <c>this</c> is outside any <c>with</c>.</summary>
internal sealed class GlobalScope(TemplateRun run) : ValueObject
{
    public override IEnumerable<string> Names => run.SetNames();

    public override int Count => run.SetNames().Count();

    public override bool IsReadOnly => false;

    public override bool TryGet(string name, TemplateRun _, out Value value) =>
        run.TryRead(name, run.Globals.TryGetSlot(name, out var slot) ? slot : -1, out value);

    public override bool TrySet(string name, in Value value, TemplateRun _) => run.TrySetByName(name, value);
}
