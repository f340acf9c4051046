using Publisher.Scriban.Values;

namespace Publisher.Scriban.Functions;

/// <summary>
/// Collects the functions of one group (<c>string.…</c>) while it is made. The comment above each is its text in the reference.
/// </summary>
internal sealed class FunctionGroup(string name)
{
    private readonly ScriptObject members = new();

    public FunctionGroup Add(string function, string parameters, HostFunction.Body body)
    {
        members[function] = Value.FromFunction(new HostFunction($"{name}.{function}", parameters, body));
        return this;
    }

    /// <summary>A function that is not among the members a template can list, as the reference does not have it.</summary>
    public FunctionGroup AddUnlisted(string function, string parameters, HostFunction.Body body)
    {
        Add(function, parameters, body);
        members.Hide(function);
        return this;
    }

    public void AddTo(Globals globals) => globals.Add(name, Value.FromObject(members.Freeze()));
}
