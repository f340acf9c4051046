using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Core.Tests.Configuration;

/// <summary>Writes data and problems in short, so that a test reads as what it expects.</summary>
internal static class DataText
{
    public static readonly SitePath File = new("a.yml");

    /// <summary>Plain scalars bare, text in quotes.</summary>
    public static string Show(DataNode? node) => node switch
    {
        null => "nothing",
        ScalarNode scalar => scalar.IsPlain ? scalar.Text : $"'{scalar.Text}'",
        SequenceNode sequence => $"[{string.Join(", ", sequence.Items.Select(Show))}]",
        MappingNode mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{entry.Key.Text}: {Show(entry.Value)}"))}}}",
        _ => "?",
    };

    public static string Show(Diagnostic problem) => $"{problem.At.Line}:{problem.At.Column} {problem.Code} {problem.Message}";

    public static string At(DataNode? node) => node is null ? "nowhere" : $"{node.At.Line}:{node.At.Column}+{node.At.Length}";
}
