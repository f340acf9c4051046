using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Publisher.Scriban;
using Publisher.Scriban.Liquid;
using Publisher.Scriban.Values;
using Publisher.Testing;
using Publisher.Text;

namespace Publisher.Core.Tests.Scriban.Liquid;

/// <summary>Calls our filters as <see cref="RealFilters"/> calls the real ones.</summary>
internal sealed class FilterCaller
{
    private readonly TemplateRun run;
    private readonly Template template;
    private readonly ScriptObject filters;
    private readonly Dictionary<string, Value> values = [];
    private readonly Utf8Buffer output = new();
    private FilterCase current = new("", "", []);
    private string result = "";

    public FilterCaller()
    {
        var globals = Globals.Standard();
        run = new TemplateRun(globals) { Clock = new FixedClock { Now = RealFilters.Now } };
        globals.TryGetConstant("liquid", out var group);
        filters = (ScriptObject)group.AsObject;
        globals.Add(new HostFunction("call_filter", "", (_, _) => CallNow()));
        template = Template.Parse(new SitePath("text"), "{{ call_filter }}", new TemplateOptions(globals));
    }

    public string[] Names => [.. filters.Names];

    /// <summary>The result as it prints and as inspect shows it, or the words of the fault.</summary>
    public string Call(FilterCase one)
    {
        run.Reset();
        run.Zone = TimeZoneInfo.FindSystemTimeZoneById(one.Zone);
        current = one;
        try
        {
            if (template.Render(run, output)) return result;
            var fault = Assert.Single(run.Diagnostics);
            Assert.Equal("text:1:4", fault.At.ToString());
            return "fault: " + fault.Message;
        }
        catch (Exception bug)
        {
            return "exception: " + bug;
        }
    }

    private Value CallNow()
    {
        Value[] arguments = [ValueOf(current.Input), .. current.Arguments.Select(ValueOf)];
        var made = run.Call(filters[current.Filter].AsFunction, arguments);
        result = LiquidText.Of(made, run) + "\u00A6" + LiquidMarkupFilters.XmlEscaped(LiquidText.Inspect(made, run));
        return Value.Null;
    }

    private Value ValueOf(string json)
    {
        if (values.TryGetValue(json, out var value)) return value;
        using var document = JsonDocument.Parse(json);
        return values[json] = Of(document.RootElement);
    }

    private static Value Of(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Null: return Value.Null;
            case JsonValueKind.True or JsonValueKind.False: return Value.FromBoolean(element.GetBoolean());
            case JsonValueKind.String: return Value.FromString(element.GetString());
            case JsonValueKind.Number when element.GetRawText().AsSpan().IndexOfAny(".eE") >= 0:
                return Value.FromDouble(element.GetDouble());
            case JsonValueKind.Number:
                return Value.FromBig(BigInteger.Parse(element.GetRawText(), CultureInfo.InvariantCulture));
            case JsonValueKind.Array: return Value.FromList(new ScriptArray([.. element.EnumerateArray().Select(Of)]));
        }
        if (element.TryGetProperty("$time", out var time))
            return Value.FromDate(DateTimeOffset.Parse(time.GetString()!, CultureInfo.InvariantCulture));
        if (element.TryGetProperty("$float", out var number))
            return Value.FromDouble(number.GetString() == "NaN" ? double.NaN : double.PositiveInfinity);
        if (element.TryGetProperty("$range", out var range))
            return Value.FromList(new RangeList(range[0].GetInt64(), range[1].GetInt64(), true));
        var made = new ScriptObject();
        foreach (var member in element.EnumerateObject()) made[member.Name] = Of(member.Value);
        return Value.FromObject(made);
    }
}
