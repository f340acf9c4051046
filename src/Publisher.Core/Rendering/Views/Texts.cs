using System.Collections.Immutable;
using Publisher.Scriban;
using Publisher.Scriban.Values;

namespace Publisher.Rendering.Views;

/// <summary>A list of plain texts.</summary>
internal sealed class Texts(ImmutableArray<string> items) : ValueList
{
    public override int Count => items.Length;

    public static Value Of(IEnumerable<string> items) => Value.FromList(new Texts([.. items]));

    public override Value At(int index, TemplateRun run) => Value.FromString(items[index]);
}
