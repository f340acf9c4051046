using System.Globalization;
using Publisher.Configuration;
using Publisher.Content;
using Publisher.Scriban;
using Publisher.Scriban.Values;

namespace Publisher.Rendering.Views;

/// <summary>
/// Shows YAML and JSON to templates: plain scalars by their meaning (YAML 1.2 core schema, and dates), mappings in their order.
/// </summary>
public static class DataValues
{
    public static Value ToValue(DataNode? node) => node switch
    {
        null => Value.Null,
        ScalarNode scalar => Scalar(scalar),
        SequenceNode sequence => Value.FromList(new NodeList(sequence)),
        MappingNode mapping => Value.FromObject(new NodeMembers(mapping)),
        _ => Value.Null,
    };

    private static Value Scalar(ScalarNode scalar)
    {
        if (!scalar.IsPlain) return Value.FromString(scalar.Text);
        var text = scalar.Text;
        if (scalar.IsNull) return Value.Null;
        if (text is "true" or "True" or "TRUE") return Value.True;
        if (text is "false" or "False" or "FALSE") return Value.False;
        if (!char.IsAsciiDigit(text[0]) && text[0] is not ('-' or '+' or '.')) return Value.FromString(text);
        var culture = CultureInfo.InvariantCulture;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var whole)) return Value.FromInteger(whole);
        if (double.TryParse(text, NumberStyles.Float, culture, out var number)) return Value.FromDouble(number);
        if (text.Length >= 8 && char.IsAsciiDigit(text[0]) && text[4] == '-'
            && PageDate.Parse(text, TimeZoneInfo.Utc) is { } date)
            return Value.FromDate(date);
        return Value.FromString(text);
    }

    private sealed class NodeList(SequenceNode sequence) : ValueList
    {
        public override int Count => sequence.Items.Length;

        public override Value At(int index, TemplateRun run) => ToValue(sequence.Items[index]);
    }

    /// <summary>A mapping's keys are its members; one it lacks is null, since another file of its kind may have it.</summary>
    private sealed class NodeMembers(MappingNode mapping) : ValueObject
    {
        public override IEnumerable<string> Names => mapping.Entries.Select(entry => entry.Key.Text);

        public override int Count => mapping.Entries.Length;

        public override bool TryGet(string name, TemplateRun run, out Value value)
        {
            var node = mapping.Find(name);
            value = ToValue(node);
            return node is not null;
        }
    }
}
