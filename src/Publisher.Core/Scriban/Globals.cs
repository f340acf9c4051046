using System.Collections.Concurrent;
using Publisher.Scriban.Values;

namespace Publisher.Scriban;

/// <summary>
/// The global names that a family of templates shares: the functions and objects of the language, the constants of the host, and
/// the variables the host sets anew for each run. Every name has a slot, so that templates look none up while they run.
/// </summary>
public sealed class Globals
{
    private readonly ConcurrentDictionary<string, int> slots = new();
    private readonly ConcurrentDictionary<string, Value> constants = new();
    private readonly ConcurrentDictionary<string, bool> declared = new();
    private readonly Lock growing = new();
    private string[] names = new string[64];
    private int count;

    internal Functions.RegexCache Patterns { get; } = new();

    private Globals() { }

    /// <summary>The functions of the language, to which a host adds its own.</summary>
    public static Globals Standard()
    {
        var globals = new Globals();
        Functions.BuiltIns.AddTo(globals);
        return globals;
    }

    /// <summary>A name with one value for all runs. Add all constants before the first template is parsed.</summary>
    public Globals Add(string name, Value constant)
    {
        SlotOf(name);
        constants[name] = constant;
        return this;
    }

    public Globals Add(Function function) => Add(function.Name, Value.FromFunction(function));

    /// <summary>
    /// A name whose value the host sets for each run (see <see cref="TemplateRun.Set(GlobalSlot, in Value)"/>).
    /// </summary>
    public GlobalSlot Declare(string name)
    {
        declared[name] = true;
        return new GlobalSlot(SlotOf(name));
    }

    /// <summary>The names the host and the language give, for suggestions and static checks.</summary>
    public IEnumerable<string> KnownNames => constants.Keys.Concat(declared.Keys);

    /// <summary>
    /// "string.upcase" for "upcase": the constant whose member has the name, Scriban's own before Liquid's; null when there is
    /// none.
    /// </summary>
    internal string? MemberNamed(string name) => constants
        .Where(constant => constant.Value.Reference is ScriptObject group && group.TryGet(name, out _))
        .OrderBy(constant => constant.Key.StartsWith("liquid", StringComparison.Ordinal))
        .ThenBy(constant => constant.Key, StringComparer.Ordinal)
        .Select(constant => $"{constant.Key}.{name}")
        .FirstOrDefault();

    internal int Count => Volatile.Read(ref count);

    public bool IsKnown(string name) => constants.ContainsKey(name) || declared.ContainsKey(name);

    public bool TryGetConstant(string name, out Value value) => constants.TryGetValue(name, out value);

    internal bool IsDeclared(string name) => declared.ContainsKey(name);

    internal string NameOf(int slot) => Volatile.Read(ref names)[slot];

    internal bool TryGetSlot(string name, out int slot) => slots.TryGetValue(name, out slot);

    internal int SlotOf(string name)
    {
        if (slots.TryGetValue(name, out var slot)) return slot;
        lock (growing)
        {
            if (slots.TryGetValue(name, out slot)) return slot;
            slot = count;
            if (slot == names.Length)
            {
                var longer = new string[slot * 2];
                names.CopyTo(longer, 0);
                Volatile.Write(ref names, longer);
            }
            names[slot] = name;
            Volatile.Write(ref count, slot + 1);
            return slots[name] = slot;
        }
    }
}

/// <summary>Where a run keeps a variable of the host.</summary>
public readonly record struct GlobalSlot(int Index);
