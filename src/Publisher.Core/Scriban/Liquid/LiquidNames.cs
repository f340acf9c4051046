using Publisher.Scriban.Values;

namespace Publisher.Scriban.Liquid;

/// <summary>
/// The names of Liquid's tags, and which names of its variables mean something else in Scriban than a variable.
/// </summary>
internal static class LiquidNames
{
    public const string HostTagPrefix = "tag_";

    public static readonly string[] Tags =
    [
        "assign", "break", "capture", "case", "comment", "continue", "cycle", "decrement", "echo", "for", "if", "ifchanged",
        "include", "include_relative", "increment", "liquid", "raw", "render", "tablerow", "unless", "highlight", "link",
        "post_url",
    ];

    private static readonly HashSet<string> Keywords =
    [
        "if", "else", "end", "for", "in", "while", "tablerow", "case", "when", "break", "continue", "ret", "capture", "with",
        "wrap", "func", "do", "readonly", "import", "true", "false", "null", "this",
    ];

    private static readonly HashSet<string> Groups =
    [
        "array", "date", "html", "math", "object", "regex", "string", "timespan", "empty", LiquidNodes.FilterGroup,
        LiquidNodes.TagGroup,
    ];

    /// <summary>Whether tags of that name have an end.</summary>
    public static bool IsBlock(string tag) => tag is "capture" or "case" or "comment" or "for" or "if" or "ifchanged" or "raw"
        or "tablerow" or "unless" or "highlight";

    /// <summary>
    /// Whether the name is a word of Scriban or one of its functions, with underscores or without; such a variable gets
    /// an underscore more, so that no two become one.
    /// </summary>
    public static bool IsReserved(string name, Globals globals)
    {
        var bare = name.TrimEnd('_');
        return Keywords.Contains(bare) || Groups.Contains(bare)
            || (globals.TryGetConstant(bare, out var constant) && constant.Kind == ValueKind.Function);
    }

    /// <summary>The tags that the host gives as functions.</summary>
    public static IReadOnlyCollection<string> HostTags(Globals globals) =>
        [.. globals.KnownNames.Where(name => name.StartsWith(HostTagPrefix, StringComparison.Ordinal))
            .Select(name => name[HostTagPrefix.Length..])];

    /// <summary>The tags there are, their parts and ends, and those that the host gives.</summary>
    public static IEnumerable<string> KnownTags(IEnumerable<string> ofHost) => Tags.Concat(["else", "elsif", "when"])
        .Concat(Tags.Where(IsBlock).Select(tag => "end" + tag)).Concat(ofHost);
}
