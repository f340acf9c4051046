using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting;

/// <summary>
/// Runs a <see cref="Grammar"/>: its words and rules, sorted once so that each character says at once what may start there.
/// </summary>
internal sealed class GrammarScanner : Scanner
{
    private readonly Rule[]?[] rules = new Rule[128][];
    private readonly byte[] starts = new byte[128];
    private readonly byte[] parts = new byte[128];

    public GrammarScanner(Grammar grammar)
    {
        Grammar = grammar;
        Words = new WordTable(grammar.IgnoreCase, Entries(grammar));
        Prefixed = [.. grammar.Rules.Where(rule => rule.Prefixes.Length > 0).Select(rule => (rule.Prefixes.Split(' '), rule))];
        for (var c = (char)0; c < 128; c++)
        {
            var isMark = grammar.WordMarks.Contains(c);
            parts[c] = (byte)(CodeText.IsWord(c) || isMark ? 1 : 0);
            var here = grammar.Rules.Where(rule => rule.Prefixes.Length == 0 && rule.Open[0] == c).ToArray();
            rules[c] = here.Length > 0 ? here : null;
            starts[c] = (byte)(rules[c] is not null ? Start.Rule : Plain(c));
        }
    }

    /// <summary>What a character can start.</summary>
    internal enum Start : byte
    {
        Punctuation, Space, Line, Word, Number, Operator, Bracket, Rule,
    }

    public Grammar Grammar { get; }

    public WordTable Words { get; }

    public (string[] Prefixes, Rule Rule)[] Prefixed { get; }

    public override void Scan(ReadOnlySpan<char> code, int start, TokenList tokens) =>
        new GrammarRun(this, code, start, tokens, 0).ScanCode();

    public Start StartOf(char c) => c < 128 ? (Start)starts[c] : char.IsLetter(c) ? Start.Word : Start.Punctuation;

    public Rule[] RulesAt(char c) => rules[c] ?? [];

    public bool IsPart(char c) => c < 128 ? parts[c] != 0 : char.IsLetterOrDigit(c);

    /// <summary>What the character would start if no rule took it.</summary>
    public Start Plain(char c) => c switch
    {
        '\n' => Start.Line,
        _ when char.IsWhiteSpace(c) => Start.Space,
        _ when char.IsAsciiDigit(c) => Start.Number,
        _ when CodeText.IsWordStart(c) => Start.Word,
        _ when Grammar.Operators.Contains(c) => Start.Operator,
        _ when Grammar.WordMarks.Contains(c) => Start.Word,
        '(' or ')' or '{' or '}' or '[' or ']' => Start.Bracket,
        _ => Start.Punctuation,
    };

    private static IEnumerable<(string, Token, Token)> Entries(Grammar grammar)
    {
        var functions = Split(grammar.FunctionAfter).ToHashSet();
        var types = Split(grammar.TypeAfter).ToHashSet();
        (string Words, Token Token)[] lists =
        [
            (grammar.Keywords, Token.Keyword), (grammar.FunctionAfter, Token.Keyword), (grammar.TypeAfter, Token.Keyword),
            (grammar.WordOperators, Token.Operator),
            (grammar.Types, Token.Type), (grammar.Variables, Token.Variable), (grammar.Builtins, Token.Builtin),
        ];
        foreach (var (words, token) in lists)
        {
            foreach (var word in Split(words))
            {
                var next = functions.Contains(word) ? Token.Function : types.Contains(word) ? Token.Type : Token.None;
                yield return (word, token, token == Token.Keyword ? next : Token.None);
            }
        }
    }

    private static string[] Split(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
