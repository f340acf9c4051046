using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban;

/// <summary>Global names: a slot each, below the objects of <c>with</c> and of functions with parameters.</summary>
public sealed partial class TemplateRun
{
    private Value[] slots = [];
    private int[] touched = new int[16];
    private int touchedCount;
    private Scope[] scopes = new Scope[4];
    private int scopeCount;
    private HashSet<int>? readOnlySlots;
    private Dictionary<string, Value>? unslotted;
    private GlobalScope? globalScope;

    internal int ScopeCount => scopeCount;

    /// <summary>The value of a slot when no object is in between; undefined when it was not set.</summary>
    internal ref readonly Value Slot(int slot)
    {
        if (slot >= slots.Length) GrowSlots();
        return ref slots[slot];
    }

    internal void SetSlot(int slot, in Value value)
    {
        if (slot >= slots.Length) GrowSlots();
        if (slots[slot].IsUndefined) Touch(slot);
        slots[slot] = value.IsUndefined ? Value.Null : value;
    }

    /// <summary>Puts a slot back as it was before a loop took it.</summary>
    internal void RestoreSlot(int slot, in Value value) => slots[slot] = value;

    /// <summary>The name's value, wherever it comes from; false when nothing has that name.</summary>
    internal bool TryRead(string name, int slot, out Value value)
    {
        if (TryVariable(name, slot, out value) || globals.TryGetConstant(name, out value)) return true;
        value = default;
        return globals.IsDeclared(name);
    }

    /// <summary>The value of a variable; false when there is none, though there may be a constant of that name.</summary>
    internal bool TryReadVariable(string name, out Value value) =>
        TryVariable(name, globals.TryGetSlot(name, out var slot) ? slot : -1, out value);

    private bool TryVariable(string name, int slot, out Value value)
    {
        for (var i = scopeCount - 1; i >= 0; i--)
        {
            if (TryMember(scopes[i].Target, name, out value)) return true;
            if (!scopes[i].IsBarrier) continue;
            if (!globals.IsDeclared(name)) return false;
            break;
        }
        value = slot >= 0 ? Slot(slot) : default;
        return !value.IsUndefined || unslotted?.TryGetValue(name, out value) == true;
    }

    internal bool TrySetGlobal(string name, int slot, in Value value)
    {
        for (var i = scopeCount - 1; i >= 0; i--)
            if (scopes[i].OwnsAssignments)
                return scopes[i].Target.Kind == ValueKind.Object && scopes[i].Target.AsObject.TrySet(name, value, this);
        if (readOnlySlots?.Contains(slot) == true) return false;
        SetSlot(slot, value);
        return true;
    }

    internal bool TrySetByName(string name, in Value value)
    {
        if (globals.TryGetSlot(name, out var slot))
        {
            if (readOnlySlots?.Contains(slot) == true) return false;
            SetSlot(slot, value);
            return true;
        }
        Charge(200);
        (unslotted ??= [])[name] = value;
        return true;
    }

    internal void MakeReadOnly(string name, int slot)
    {
        if (TopScope is { Kind: ValueKind.Object } scope) (scope.AsObject as ScriptObject)?.Fix(name);
        else (readOnlySlots ??= []).Add(slot);
    }

    /// <summary>The object that assignments write to; undefined when they go to the run's own variables.</summary>
    internal Value TopScope
    {
        get
        {
            for (var i = scopeCount - 1; i >= 0; i--)
                if (scopes[i].OwnsAssignments) return scopes[i].Target;
            return default;
        }
    }

    internal Value This =>
        TopScope is { IsUndefined: false } scope ? scope : Value.FromObject(globalScope ??= new GlobalScope(this));

    internal void PushScope(in Value target, bool ownsAssignments, bool isBarrier = false)
    {
        if (scopeCount == scopes.Length) Array.Resize(ref scopes, scopeCount * 2);
        scopes[scopeCount++] = new Scope(target, ownsAssignments, isBarrier);
    }

    internal void PopScope() => scopes[--scopeCount] = default;

    /// <summary>The run's own variables that are set, in order of their first setting.</summary>
    internal IEnumerable<string> SetNames()
    {
        for (var i = 0; i < touchedCount; i++)
            if (!slots[touched[i]].IsUndefined) yield return globals.NameOf(touched[i]);
        foreach (var name in unslotted?.Keys ?? Enumerable.Empty<string>()) yield return name;
    }

    /// <summary>All names that could have been meant, for suggestions.</summary>
    internal IEnumerable<string> KnownNames()
    {
        for (var i = scopeCount - 1; i >= 0; i--)
        {
            if (scopes[i].Target.Kind != ValueKind.Object) continue;
            foreach (var name in scopes[i].Target.AsObject.Names) yield return name;
        }
        foreach (var name in SetNames()) yield return name;
        foreach (var name in globals.KnownNames) yield return name;
    }

    private bool TryMember(in Value target, string name, out Value value)
    {
        if (target.Kind == ValueKind.Object) return target.AsObject.TryGet(name, this, out value);
        if (target.Type.Find(name) is { } member)
        {
            value = member.Get(target, this);
            return true;
        }
        value = default;
        return target.Kind == ValueKind.Host && target.Type.TryGetDynamic(target.Reference!, this, name, out value);
    }

    private void Touch(int slot)
    {
        if (touchedCount == touched.Length) Array.Resize(ref touched, touchedCount * 2);
        touched[touchedCount++] = slot;
    }

    private void GrowSlots() => Array.Resize(ref slots, Math.Max(globals.Count, slots.Length) + 32);

    private void ResetVariables()
    {
        for (var i = 0; i < touchedCount; i++) slots[touched[i]] = default;
        touchedCount = 0;
        Array.Clear(scopes, 0, scopeCount);
        scopeCount = 0;
        (readOnlySlots, unslotted) = (null, null);
    }
}
