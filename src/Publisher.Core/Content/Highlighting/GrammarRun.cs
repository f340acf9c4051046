using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting;

/// <summary>
/// One pass of a grammar over one text: where it is, what came just before, and which interpolations it is inside.
/// </summary>
internal ref struct GrammarRun(GrammarScanner scanner, ReadOnlySpan<char> code, int start, TokenList tokens, int nesting)
{
    /// <summary>The last thing was the name of a type.</summary>
    private const char AType = 't';

    private readonly Grammar grammar = scanner.Grammar;
    private Stack<Frame>? frames;
    private Queue<PendingText>? pending;
    private Token expected;
    private int prefix = -1;

    /// <summary>An interpolation that is open: what its closing mark looks like, and which rule goes on after it.</summary>
    private readonly record struct Frame(Rule Owner, char Close, int CloseLength, int Mark, int Depth);

    /// <summary>A here-document that was announced on this line: its body starts on the next.</summary>
    private readonly record struct PendingText(Heredoc Rule, int NameStart, int NameEnd, bool IsRaw);

    public readonly ReadOnlySpan<char> Code { get; } = code;

    public int Start { get; } = start;

    public int At { get; set; } = start;

    /// <summary>The last character that was not space; NUL at first.</summary>
    public char Last { get; private set; }

    /// <summary>Whether what came last is a value, so that a slash now divides and a less-than sign compares.</summary>
    public bool AfterValue { get; private set; }

    /// <summary>
    /// No rule that failed for want of an end looks again before this offset: what keeps the whole pass linear.
    /// </summary>
    public int Hopeless { get; set; }

    /// <summary>Whether a here-document without an end was seen, after which none is believed.</summary>
    public bool DistrustsHeredocs { get; private set; }

    /// <summary>Everything before a token is plain; the token starts there, or at the prefix that belongs to it.</summary>
    public void Before(int at)
    {
        tokens.Add(Token.None, prefix >= 0 ? prefix : at);
        prefix = -1;
    }

    public readonly void Add(Token first, int firstEnd, Token second, int secondEnd)
    {
        tokens.Add(first, firstEnd);
        tokens.Add(second, secondEnd);
    }

    /// <summary>A token that says nothing about what may follow, such as a comment.</summary>
    public void Take(Token token, int from, int end)
    {
        tokens.Add(token, from, end);
        At = end;
    }

    /// <summary>A token that is a value, from where the last one ended.</summary>
    public void TakeValue(Token token, int end)
    {
        tokens.Add(token, end);
        At = end;
        Follow('"', true);
    }

    /// <summary>
    /// Leaves a rule for code up to <paramref name="close"/>; the opening is already written, and its end is where code goes
    /// on.
    /// </summary>
    public void Enter(Rule owner, char open, int closeLength, int mark)
    {
        (frames ??= new()).Push(new(owner, open == '(' ? ')' : '}', closeLength, mark, 0));
        At = tokens.End;
        Follow(open, false);
    }

    public void Announce(Heredoc rule, int nameStart, int nameEnd, bool isRaw) =>
        (pending ??= new()).Enqueue(new(rule, nameStart, nameEnd, isRaw));

    public void ScanCode()
    {
        while (At < Code.Length)
        {
            var c = Code[At];
            var kind = scanner.StartOf(c);
            if (kind == GrammarScanner.Start.Rule)
            {
                if (TryRules(c)) continue;
                kind = scanner.Plain(c);
            }
            switch (kind)
            {
                case GrammarScanner.Start.Space:
                    At++;
                    break;
                case GrammarScanner.Start.Line:
                    At++;
                    EndLine();
                    break;
                case GrammarScanner.Start.Word:
                    Word();
                    break;
                case GrammarScanner.Start.Number:
                    var end = CodeText.NumberEnd(Code, At, grammar.DigitMarks);
                    Before(At);
                    TakeValue(Token.Number, end);
                    break;
                case GrammarScanner.Start.Operator:
                    Take(Token.Operator, At, At + 1);
                    Follow(c, false, c == '|' && grammar.Filters ? Token.Function : Token.None);
                    break;
                case GrammarScanner.Start.Bracket:
                    Bracket(c);
                    break;
                default:
                    At++;
                    Follow(c, false, c == '.' ? expected : Token.None);
                    break;
            }
        }
        tokens.Add(Token.None, Code.Length);
    }

    private void Follow(char c, bool isValue, Token next = Token.None) => (Last, AfterValue, expected) = (c, isValue, next);

    private bool TryRules(char c)
    {
        foreach (var rule in scanner.RulesAt(c))
            if (CodeText.StartsWith(Code, At, rule.Open) && rule.Scan(ref this)) return true;
        return false;
    }

    private void Bracket(char c)
    {
        if (frames is { Count: > 0 })
        {
            var frame = frames.Peek();
            if (c == frame.Close)
            {
                frames.Pop();
                if (frame.Depth == 0)
                {
                    Take(Token.Escape, At, Math.Min(At + frame.CloseLength, Code.Length));
                    frame.Owner.Resume(ref this, frame.Mark);
                    return;
                }
                frames.Push(frame with { Depth = frame.Depth - 1 });
            }
            else if (c == (frame.Close == ')' ? '(' : '{'))
            {
                frames.Pop();
                frames.Push(frame with { Depth = frame.Depth + 1 });
            }
        }
        At++;
        Follow(c, c is ')' or ']' or '}');
    }

    private void EndLine()
    {
        while (frames is { Count: > 0 } && frames.Peek().Owner.EndsWithLine) frames.Pop();
        while (pending is { Count: > 0 } && At < Code.Length)
        {
            var text = pending.Dequeue();
            var (end, after) = Heredoc.FindEnd(Code, At, Code[text.NameStart..text.NameEnd]);
            if (end < 0)
            {
                // Looking for one missing end after another would take quadratic time.
                DistrustsHeredocs = true;
                pending.Clear();
                return;
            }
            if (text.Rule.Body is { } body && !text.IsRaw && nesting < 3)
                new GrammarRun(scanner, Code[..end], At, tokens, nesting + 1).ScanBody(body);
            tokens.Add(Token.String, after);
            At = after;
        }
    }

    private void ScanBody(Rule body)
    {
        body.Resume(ref this, 0);
        ScanCode();
    }

    private void Word()
    {
        var from = At;
        var at = from + 1;
        while (at < Code.Length && scanner.IsPart(Code[at])) at++;
        var next = CodeText.Peek(Code, at);
        if (next is '"' or '\'' or '#' && TryPrefixed(from, at)) return;
        if (next != '\0' && grammar.WordEnds.Contains(next) && CodeText.Peek(Code, at + 1) != '=')
            next = CodeText.Peek(Code, ++at);

        var word = Code[from..at];
        var isMember = Last == '.' && CodeText.Peek(Code, from - 2) != '.';
        At = at;
        if (grammar.Label != Token.None && next == ':' && char.IsWhiteSpace(CodeText.Peek(Code, at + 1)) && Last != '?')
        {
            Finish(grammar.Label, from, true);
            return;
        }
        if (grammar.Assigned != Token.None && IsAssigned())
        {
            Finish(grammar.Assigned, from, true);
            return;
        }
        var after = Token.None;
        var token = isMember ? Token.None : scanner.Words.Find(word, out after);
        if (expected == Token.Function && next == '.')
            (token, after) = (token == Token.None ? Name(word, next) : token, Token.Function);
        else if (grammar.Statements && token == Token.None && Last is '\0' or ';' or '{' or '}') token = Token.Keyword;
        else if (token == Token.None) token = expected != Token.None ? expected : Name(word, next, isMember);
        Finish(token, from, token != Token.Keyword && token != Token.Operator, after);
    }

    private void Finish(Token token, int from, bool isValue, Token next = Token.None)
    {
        if (token != Token.None) tokens.Add(token, from, At);
        Follow(token == Token.Type ? AType : 'a', isValue, next);
    }

    /// <summary>What a name that is no known word is, by its looks and by what follows.</summary>
    private readonly Token Name(ReadOnlySpan<char> word, char next, bool isMember = false)
    {
        if (grammar.DashedCommands && word.IndexOf('-') is var dash and >= 0)
        {
            if (dash > 0) return Token.Function;
            return word.Length == 1 ? Token.Operator : char.IsAsciiLetter(word[1]) ? Token.Attribute : Token.None;
        }
        var isPascal = char.IsAsciiLetterUpper(word[0]);
        if (next == '(' && grammar.Calls)
            return isPascal && grammar.PascalTypes && !grammar.PascalCalls && !isMember ? Token.Type : Token.Function;
        if (word[^1] == '!') return Token.Function;
        if (!isPascal || isMember) return Token.None;
        if (grammar.CapsConstants && word.Length > 1 && !word.ContainsAnyInRange('a', 'z')) return Token.Builtin;
        return grammar.PascalTypes && (!grammar.PascalCalls || (Last != AType && ReadsAsType())) ? Token.Type : Token.None;
    }

    /// <summary>Where members have names like types, those that are assigned, compared or indexed are members.</summary>
    private readonly bool ReadsAsType()
    {
        var after = CodeText.SkipBlanks(Code, At);
        var c = CodeText.Peek(Code, after);
        if (c == '[') return CodeText.Peek(Code, after + 1) is ']' or ',';
        return c is not ('=' or ';' or '+' or '-' or '/' or '|' or '!' or '}' or ':')
            && (after == At || c is not ('<' or '>' or '?' or '&' or '*'))
            && !(c == '>' && CodeText.Peek(Code, after + 1) == '=');
    }

    /// <summary>A gap is looked at by the one word before it, so this costs linear time in all.</summary>
    private readonly bool IsAssigned()
    {
        var equals = CodeText.SkipBlanks(Code, At);
        return CodeText.Peek(Code, equals) == '=' && CodeText.Peek(Code, equals + 1) is not ('=' or '>' or '~');
    }

    private bool TryPrefixed(int from, int at)
    {
        foreach (var (prefixes, rule) in scanner.Prefixed)
        {
            if (!CodeText.StartsWith(Code, at, rule.Open)) continue;
            foreach (var known in prefixes)
            {
                if (!Code[from..at].SequenceEqual(known)) continue;
                (At, prefix) = (at, from);
                if (rule.Scan(ref this)) return true;
                (At, prefix) = (from, -1);
            }
        }
        return false;
    }
}
