using Markdig.Renderers.Html;
using Markdig.Syntax;
using Publisher.Content.Markdown.Attributes;
using Publisher.Text;

namespace Publisher.Content.Markdown.CodeBlocks;

/// <summary>Writes code blocks: takes the code out of the source in one piece and hands it to the highlighter.</summary>
internal sealed class CodeBlockWriter(Draft draft)
{
    private char[] code = new char[4096];

    public void Write(CodeBlock block)
    {
        draft.EnsureLine();
        var isWrapped = block.TryGetAttributes() is { } own && (own.Id ?? own.Classes?.Find(IsOther)) is not null;
        if (isWrapped)
        {
            draft.Raw("<div"u8);
            AttributeWriter.Write(draft, block);
            draft.Raw(">\n"u8);
        }
        WriteCode(block, InfoOf(block), CodeOf(block));
        draft.Raw(isWrapped ? "\n</div>\n"u8 : "\n"u8);
        if (block is FencedCodeBlock { ClosingFencedCharCount: 0 } fence && !draft.IsSummary)
            draft.Problems.Add(Diagnostics.Messages.UnclosedCode(
                draft.Source.At(fence.Span), fence.FencedChar, fence.OpeningFencedCharCount));
    }

    /// <summary>The one place where code becomes HTML.</summary>
    private void WriteCode(CodeBlock block, ReadOnlySpan<char> info, ReadOnlySpan<char> code)
    {
        var fence = Highlighting.CodeBlock.Parse(info);
        fence.Write(draft.Html, code, draft.Options.Highlight);
        if (!fence.IsKnown && !draft.IsSummary)
            draft.Problems.Add(Diagnostics.Messages.UnknownCodeLanguage(
                PlaceOf(block, fence.Language), fence.Language, Highlighting.Languages.Names));
    }

    /// <summary>The language's name behind the fence.</summary>
    private Location PlaceOf(CodeBlock block, string language)
    {
        var text = draft.Source.Text.AsSpan(Math.Min(block.Span.Start, draft.Source.Text.Length));
        var line = text[..(text.IndexOf('\n') is >= 0 and var end ? end : text.Length)];
        var at = line.IndexOf(language, StringComparison.Ordinal);
        return at < 0 ? draft.Source.At(block.Span.Start, 3) : draft.Source.At(block.Span.Start + at, language.Length);
    }

    private static bool IsOther(string name) => !name.StartsWith("language-", StringComparison.Ordinal);

    /// <summary>The fence's info string; an attribute list may name the language as well: <c>{: .language-ruby}</c>.</summary>
    private static string InfoOf(CodeBlock block)
    {
        if (block is FencedCodeBlock { Info.Length: > 0 } fence)
            return fence.Arguments is { Length: > 0 } rest ? fence.Info + " " + rest : fence.Info;
        return block.TryGetAttributes()?.Classes?.Find(name => !IsOther(name))?["language-".Length..] ?? "";
    }

    private ReadOnlySpan<char> CodeOf(CodeBlock block)
    {
        var lines = block.Lines.Lines.AsSpan(0, block.Lines.Count);
        if (lines.IsEmpty) return default;
        var text = lines[0].Slice.Text;
        var isOnePiece = true;
        var length = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            length += lines[i].Slice.Length + 1;
            isOnePiece &= ReferenceEquals(lines[i].Slice.Text, text)
                && (i == 0 || lines[i].Slice.Start == lines[i - 1].Slice.End + 2 && text[lines[i].Slice.Start - 1] == '\n');
        }
        var start = lines[0].Slice.Start;
        if (isOnePiece && start + length <= text.Length && text[start + length - 1] == '\n') return text.AsSpan(start, length);

        if (code.Length < length) code = new char[Math.Max(length, code.Length * 2)];
        var at = 0;
        foreach (ref var line in lines)
        {
            line.Slice.AsSpan().CopyTo(code.AsSpan(at));
            at += line.Slice.Length;
            code[at++] = '\n';
        }
        return code.AsSpan(0, at);
    }
}
