using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Publisher.Diagnostics;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Configuration;

/// <summary>
/// What subscribers were once told of a page: what its entry is known by, when it was published, and where its sound is. Of a
/// podcast's own page it is only what the podcast is known by.
/// </summary>
public sealed record LedgerItem(string Id, string Date, string Enclosure)
{
    /// <summary>Whether it is of a podcast's own page.</summary>
    public bool IsShow => Date.Length == 0;
}

/// <summary>
/// What feeds have announced, by the source of each page. It lies beside the settings and is committed with them, so that no
/// later edit makes subscribers download or be told again without anybody knowing.
/// </summary>
public sealed class Ledger(ImmutableSortedDictionary<SitePath, LedgerItem> items)
{
    public static readonly SitePath FileName = new("publisher.ledger.json");

    public static Ledger Empty { get; } = new(ImmutableSortedDictionary<SitePath, LedgerItem>.Empty);

    public ImmutableSortedDictionary<SitePath, LedgerItem> Items { get; } = items;

    /// <summary>Whether there is a file of it that could not be read, so that nobody knows what it remembers.</summary>
    public bool IsUnreadable { get; private init; }

    public ImmutableArray<Diagnostic> Problems { get; private init; } = [];

    private SourceFile? Source { get; init; }

    public LedgerItem? Find(SitePath source) => Items.GetValueOrDefault(source);

    /// <summary>Gives back <paramref name="last"/> when the file did not change; without one, nothing was announced.</summary>
    public static Ledger Read(SourceFile? file, Ledger? last)
    {
        if (file is null) return Empty;
        if (last is not null && ReferenceEquals(last.Source, file)) return last;
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var faults = new List<Diagnostic>();
        var text = SourceText.Decode(file.Path, file.Read(faults), faults);
        var node = JsonReader.Read(file.Path, text, 1, faults);
        if (node is not (null or MappingNode)) faults.Add(Messages.NotAMapping(node.At, FileName.Value));
        problems.AddRange(faults);
        // A half of it would say of the other pages that they are new.
        if (node is not MappingNode all || faults.Exists(fault => fault.Severity == Severity.Error))
            return new Ledger(Empty.Items) { Source = file, Problems = problems.ToImmutable(), IsUnreadable = true };
        var items = ImmutableSortedDictionary.CreateBuilder<SitePath, LedgerItem>();
        foreach (var (source, value) in all.Entries)
        {
            if (value is not MappingNode map)
            {
                problems.Add(Messages.WrongType(value.At, source.Text, "a mapping of 'id', 'date' and 'enclosure'"));
                continue;
            }
            var fields = new Fields(map, FileName.Value, problems);
            var item = new LedgerItem(fields.Text("id") ?? "", fields.Text("date") ?? "", fields.Text("enclosure") ?? "");
            if (item.Id.Length > 0) items[new SitePath(source.Text)] = item;
            fields.WarnUnknown();
        }
        return new Ledger(items.ToImmutable()) { Source = file, Problems = problems.ToImmutable() };
    }

    /// <summary>One line for each page, so that two branches that publish different pages merge.</summary>
    public string ToJson()
    {
        var text = new StringBuilder("{");
        foreach (var (source, item) in Items)
        {
            text.Append(text.Length == 1 ? "\n  "
                : ",\n  ").Append(Quoted(source.Value)).Append(": { \"id\": ").Append(Quoted(item.Id));
            if (item.Date.Length > 0) text.Append(", \"date\": ").Append(Quoted(item.Date));
            if (item.Enclosure.Length > 0) text.Append(", \"enclosure\": ").Append(Quoted(item.Enclosure));
            text.Append(" }");
        }
        return text.Append("\n}\n").ToString();
    }

    private static string Quoted(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
