using Publisher.Scriban.Liquid;
using Publisher.Scriban.Running;
using Publisher.Scriban.Values;

namespace Publisher.Scriban.Functions;

/// <summary>The names the language itself gives.</summary>
internal static class BuiltIns
{
    /// <summary>The special object that equals everything that has nothing in it.</summary>
    public static ScriptObject Empty { get; } = new ScriptObject().Freeze();

    public static void AddTo(Globals globals)
    {
        globals.Add("empty", Value.FromObject(Empty));
        globals.Add(new IncludeFunction());
        globals.Add(IncludeJoin.Function);
        ArrayFunctions.AddTo(globals);
        DateFunctions.AddTo(globals);
        HtmlFunctions.AddTo(globals);
        MathFunctions.AddTo(globals);
        ObjectFunctions.AddTo(globals);
        RegexFunctions.AddTo(globals);
        StringFunctions.AddTo(globals);
        TimeSpanFunctions.AddTo(globals);
        LiquidFilters.AddTo(globals);
        LiquidOperators.AddTo(globals);
    }
}
