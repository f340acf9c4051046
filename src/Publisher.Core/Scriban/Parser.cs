using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Publisher.Scriban.Syntax;

namespace Publisher.Scriban;

/// <summary>Makes the tree of a template out of its tokens; never throws, and reports what it could not read.</summary>
internal sealed partial class Parser
{
    /// <summary>Deeper nesting than any author writes; it bounds the stack that parsing, compiling and running need.</summary>
    private const int MaxDepth = 300;

    /// <summary>The same for the tree, where a chain of operators adds a level with each link.</summary>
    private const int MaxTreeDepth = 300;

    private readonly string source;
    private readonly Token[] tokens;
    private readonly TemplateOptions options;
    private readonly List<(Span At, string Message)> faults = [];
    private int position;
    private int depth;
    private int deepest;
    private int longestChain;

    /// <summary>Above zero inside brackets, where lines do not end statements.</summary>
    private int brackets;

    /// <summary>Inside the branches of a <c>? :</c>, where "name :" is not a named argument.</summary>
    private bool inConditional;

    /// <summary>In the header of a <c>for</c>, where "limit:", "offset:", "cols:" and "reversed" are the loop's own.</summary>
    private bool inLoopHeader;
    private string indent = "";
    private bool stopped;
    private int stoppedAt;

    /// <summary>How many loops are open, so that <c>break</c> has something to break.</summary>
    private int loops;

    private Parser(string source, TemplateOptions options)
    {
        this.source = source;
        this.options = options;
        var lexer = new Lexer(source);
        tokens = lexer.Read();
        lexFaults = lexer.Faults;
    }

    private readonly IReadOnlyList<(Span At, string Message)> lexFaults;

    private Token Current => tokens[position];

    private Token Following => tokens[Math.Min(position + 1, tokens.Length - 1)];

    public static (Block Tree, IReadOnlyList<(Span At, string Message)> Faults) Parse(string source, TemplateOptions options)
    {
        var parser = new Parser(source, options);
        var tree = parser.ParseAll();
        if ((long)parser.deepest * (parser.longestChain + 2) > MaxTreeDepth && TooDeep(tree) is { } deep)
        {
            parser.Fault(deep.At, "this is too deep or too long a chain to be run");
            tree = new Block(tree.At, []);
        }
        var read = parser.stopped ? parser.tokens[parser.stoppedAt].Start : int.MaxValue;
        return (tree, [.. parser.lexFaults.Where(fault => fault.At.Start <= read), .. parser.faults]);
    }

    /// <summary>The first node that is too deep in its tree to be run; null when there is none.</summary>
    internal static Node? TooDeep(Node tree)
    {
        var open = new Stack<(Node Node, int Depth)>([(tree, 0)]);
        while (open.TryPop(out var next))
        {
            if (next.Depth > MaxTreeDepth) return next.Node;
            foreach (var child in next.Node.Children) open.Push((child, next.Depth + 1));
        }
        return null;
    }

    private Block ParseAll()
    {
        var statements = ImmutableArray.CreateBuilder<Statement>();
        while (true)
        {
            ParseStatements(statements);
            if (Current.Kind == TokenKind.EndOfFile) break;
            var stray = Next();
            Fault(stray.Span, stray.Text == "end" ? "this end has nothing to close"
                : $"{stray.Text} belongs inside a block that it is not in");
            if (stray.Text == "else") SkipStrayElse();
        }
        return new Block(new Span(0, source.Length), statements.ToImmutable());
    }

    /// <summary>Reads statements until a word that closes or divides a block, or the end.</summary>
    private void ParseStatements(ImmutableArray<Statement>.Builder statements)
    {
        while (Current.Kind != TokenKind.EndOfFile)
        {
            switch (Current.Kind)
            {
                case TokenKind.Text:
                    var text = Next();
                    statements.Add(new StaticText(text.Span, source[text.Start..text.End]));
                    break;
                case TokenKind.CodeEnter:
                    indent = options.AutoIndent ? IndentBefore(position) : "";
                    Next();
                    break;
                case TokenKind.CodeExit or TokenKind.NewLine or TokenKind.Semicolon:
                    Next();
                    break;
                case TokenKind.Identifier when Current.Text is "end" or "else" or "when" && !IsNameHere():
                    return;
                default:
                    var before = position;
                    if (ParseStatement() is { } statement) statements.Add(statement);
                    if (!stopped && (!IsEndOfStatement || position == before))
                        Stop($"{Describe(Current)} was not expected here; end the statement first");
                    break;
            }
        }
    }

    private bool IsEndOfStatement =>
        Current.Kind is TokenKind.NewLine or TokenKind.Semicolon or TokenKind.CodeExit or TokenKind.EndOfFile
            or TokenKind.CodeEnter or TokenKind.Text
        || tokens[Math.Max(0, position - 1)] is { Kind: TokenKind.Identifier, Text: "end" };

    /// <summary>Reads a block and the <c>end</c> that closes it.</summary>
    private Block ParseBody(Span owner, string what)
    {
        var block = ParseBlock();
        ExpectEnd(owner, what);
        return block;
    }

    private Block ParseBlock()
    {
        var start = Current.Start;
        var statements = ImmutableArray.CreateBuilder<Statement>();
        var (outerBrackets, outerConditional, outerHeader) = (brackets, inConditional, inLoopHeader);
        (brackets, inConditional, inLoopHeader) = (0, false, false);
        if (Enter())
        {
            ParseStatements(statements);
            depth--;
        }
        (brackets, inConditional, inLoopHeader) = (outerBrackets, outerConditional, outerHeader);
        return new Block(new Span(start, Math.Max(start, Current.Start)), statements.ToImmutable());
    }

    private void ExpectEnd(Span owner, string what)
    {
        while (Current.Kind != TokenKind.EndOfFile && !IsWord("end"))
        {
            var stray = Next();
            Fault(stray.Span, $"{stray.Text} does not belong in a {what}");
            if (!IsEndOfStatement) ParseExpression();
            ParseBlock();
        }
        if (IsWord("end"))
        {
            Next();
            return;
        }
        var last = Math.Max(0, (stopped ? stoppedAt : position) - 1);
        Fault(tokens[last].Span, $"the {what} that begins at line {LineOf(owner)} is never closed with end");
    }

    private int LineOf(Span at) => source.AsSpan(0, at.Start).Count('\n') + 1;

    private void SkipStrayElse()
    {
        if (IsWord("if")) Next();
        if (!IsEndOfStatement) ParseExpression();
        ParseBlock();
        if (IsWord("end")) Next();
    }

    private bool Enter()
    {
        if (depth < MaxDepth && RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            deepest = Math.Max(deepest, ++depth);
            return true;
        }
        Stop("this is nested too deeply to be read");
        return false;
    }

    /// <summary>
    /// The white space between the start of the line and this code, when there is nothing else and the code does not trim.
    /// </summary>
    private string IndentBefore(int enter)
    {
        var code = tokens[enter];
        if (code.End - code.Start != 2) return "";
        var start = code.Start;
        while (start > 0 && source[start - 1] is ' ' or '\t') start--;
        if (start == code.Start || (start > 0 && source[start - 1] != '\n')) return "";
        var untrimmed = enter > 0 && tokens[enter - 1] is { Kind: TokenKind.Text } text && text.Start <= start;
        return untrimmed ? source[start..code.Start] : "";
    }

    private bool IsWord(string word) => Current.Kind == TokenKind.Identifier && Current.Text == word && !stopped;

    private Token Next()
    {
        var token = tokens[position];
        if (position < tokens.Length - 1) position++;
        if (brackets > 0) SkipNewLines();
        return token;
    }

    private void SkipNewLines()
    {
        while (Current.Kind == TokenKind.NewLine) position++;
    }

    private bool Take(TokenKind kind)
    {
        if (Current.Kind != kind) return false;
        Next();
        return true;
    }

    private void Fault(Span at, string message) => faults.Add((at, message));

    /// <summary>Reports a fault after which nothing more can be understood.</summary>
    private void Stop(string message)
    {
        if (stopped) return;
        Fault(Current.Span, message);
        stopped = true;
        stoppedAt = position;
        position = tokens.Length - 1;
    }

    private string Describe(Token token) => token.Kind switch
    {
        TokenKind.EndOfFile => "the end of the file",
        TokenKind.NewLine => "the end of the line",
        TokenKind.Invalid => $"the character {source[token.Start..token.End]}",
        _ => token.End - token.Start is > 0 and < 40 ? $"'{source[token.Start..token.End]}'" : "this",
    };
}
