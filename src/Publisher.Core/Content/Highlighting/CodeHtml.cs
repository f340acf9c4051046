using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Publisher.Text;

namespace Publisher.Content.Highlighting;

/// <summary>
/// Writes code and its tokens as HTML: neighbours of one class share a span, space at a span's ends stays outside, and where
/// lines are wrapped every span ends with its line.
/// </summary>
internal ref struct CodeHtml(Utf8Buffer output, ReadOnlySpan<char> code, ReadOnlySpan<LineRange> marks, int? firstNumber)
{
    private const int LongestStep = 1024;
    private const int WorstCharacter = 5;

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(0, 128).Select(c => (char)c).Except("<>&")]);

    private readonly Utf8Buffer output = output;
    private readonly ReadOnlySpan<char> code = code;
    private readonly ReadOnlySpan<LineRange> marks = marks;
    private int position;
    private int written;
    private Token open;
    private int line;
    private int mark;
    private bool isMarked;

    /// <summary>Writes all of the code; what the tokens do not cover is plain.</summary>
    public void Write(TokenList tokens)
    {
        var isByLine = firstNumber is not null || !marks.IsEmpty;
        if (isByLine && code.Length > 0) BeginLine();
        for (var i = 0; i <= tokens.Count; i++)
        {
            var (token, end) = i < tokens.Count ? tokens[i] : (Token.None, code.Length);
            end = Math.Min(end, code.Length);
            // Half of a surrogate pair is not a character, whatever a scanner thinks.
            if (end < code.Length && char.IsLowSurrogate(code[end]) && char.IsHighSurrogate(code[end - 1])) end++;
            if (isByLine) PutByLine(token, end);
            else Put(token, end);
        }
        Close();
        Text(written, code.Length);
        if (isMarked) output.Write("</mark>"u8);
    }

    private void PutByLine(Token token, int end)
    {
        while (position < end)
        {
            var feed = code[position..end].IndexOf('\n');
            if (feed < 0) break;
            Put(token, position + feed);
            Close();
            position++;
            Text(written, position);
            written = position;
            EndLine();
            if (position < code.Length) BeginLine();
        }
        Put(token, end);
    }

    private void BeginLine()
    {
        line++;
        while (mark < marks.Length && marks[mark].Last < line) mark++;
        isMarked = mark < marks.Length && marks[mark].First <= line;
        if (isMarked) output.Write("<mark class=\"line\">"u8);
        if (firstNumber is not { } first) return;
        output.Write("<span class=\"line-number\" data-line=\""u8);
        Utf8Formatter.TryFormat(first + line - 1, output.GetSpan(12), out var length);
        output.Advance(length);
        output.Write("\"></span>"u8);
    }

    private void EndLine()
    {
        if (isMarked) output.Write("</mark>"u8);
        isMarked = false;
    }

    /// <summary>
    /// The text from the last end up to <paramref name="end"/> is a token; space waits until it is known on which side it
    /// falls.
    /// </summary>
    private void Put(Token token, int end)
    {
        var first = position;
        while (first < end && IsSpace(code[first])) first++;
        position = Math.Max(position, end);
        if (first >= end) return;
        var last = end;
        while (IsSpace(code[last - 1])) last--;
        if (token != open)
        {
            Close();
            Text(written, first);
            written = first;
            if (token != Token.None) Open(token);
        }
        Text(written, last);
        written = last;
    }

    private static bool IsSpace(char c) => c is ' ' or '\n' or '\t' or '\r' or '\f';

    private void Open(Token token)
    {
        var room = output.GetSpan(16);
        "<span class=\"x\">"u8.CopyTo(room);
        room[13] = TokenClasses.Of(token);
        output.Advance(16);
        open = token;
    }

    private void Close()
    {
        if (open != Token.None) output.Write("</span>"u8);
        open = Token.None;
    }

    private readonly void Text(int from, int to)
    {
        while (from < to)
        {
            var stop = Math.Min(to, from + LongestStep);
            var room = output.GetSpan((stop - from) * WorstCharacter);
            var used = 0;
            while (from < stop)
            {
                if (stop - from >= 32)
                {
                    var run = code[from..stop].IndexOfAnyExcept(Plain);
                    if (run < 0) run = stop - from;
                    Ascii.FromUtf16(code.Slice(from, run), room[used..], out var copied);
                    (from, used) = (from + copied, used + copied);
                    if (from == stop) break;
                }
                var c = code[from];
                if (c < 128 && c is not ('<' or '>' or '&'))
                {
                    room[used++] = (byte)c;
                    from++;
                    continue;
                }
                if (c < 128)
                {
                    var entity = c == '<' ? "&lt;"u8 : c == '>' ? "&gt;"u8 : "&amp;"u8;
                    entity.CopyTo(room[used..]);
                    used += entity.Length;
                    from++;
                    continue;
                }
                Rune.DecodeFromUtf16(code[from..to], out var rune, out var taken);
                used += rune.EncodeToUtf8(room[used..]);
                from += taken;
            }
            output.Advance(used);
        }
    }
}
