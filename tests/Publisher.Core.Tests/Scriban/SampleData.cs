using Publisher.Scriban;
using Publisher.Scriban.Values;

namespace Publisher.Core.Tests.Scriban;

/// <summary>The variables and functions that the reference's own tests assume.</summary>
internal static class SampleData
{
    public static void AddFunctions(Globals globals)
    {
        globals.Add(new HostFunction("special_concat_params", "args...", static (run, a) =>
            Value.FromString(string.Join(", ", a.ToArray().Select((value, i) => $"v{i}: {ValueText.Of(value, run)}")))));
        globals.Add(new HostFunction("special_concat_string_and_params", "text, args...", static (run, a) =>
            Value.FromString(string.Join(", ", a.ToArray()
                .Select((value, i) => (i == 0 ? "a: " : $"v{i - 1}: ") + ValueText.Of(value, run))))));
    }

    public static void SetVariables(TemplateRun run)
    {
        var products = new ScriptArray();
        foreach (var (title, type) in new[]
        {
            ("Orange", "fruit"), ("Banana", "fruit"), ("Apple", "fruit"), ("Computer", "electronics"),
            ("Mobile Phone", "electronics"), ("Table", "furniture"), ("Sofa", "furniture"),
        })
            products.Add(Object(("title", Value.FromString(title)), ("type", Value.FromString(type))));
        run.Set("products", Value.FromList(products));
        run.Set("product", products[0]);
        run.Set("page", Object(("title", Value.FromString("This is a title"))));
        run.Set("user", Object(("name", Value.FromString("John"))));
    }

    public static Value Object(params (string Name, Value Value)[] members)
    {
        var made = new ScriptObject();
        foreach (var (name, value) in members) made[name] = value;
        return Value.FromObject(made);
    }
}
