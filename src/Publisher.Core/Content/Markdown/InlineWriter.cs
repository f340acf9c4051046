using System.Collections.Immutable;
using System.Globalization;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;
using Publisher.Content.Markdown.Attributes;
using Publisher.Content.Markdown.Footnotes;
using Publisher.Content.Markdown.Moments;
using Publisher.Content.Markdown.RawHtml;
using Publisher.Content.Markdown.References;
using Publisher.Content.Markdown.SmartPunctuation;
using Publisher.Content.Markdown.Summaries;
using Publisher.Content.Podcasts;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Content.Markdown;

/// <summary>Writes the text inside a block as HTML: its words, their emphasis, links, images and code.</summary>
internal sealed class InlineWriter(Draft draft)
{
    private readonly RawHtmlWriter rawHtml = new(draft);

    // What stands before the next character, in the text as it is read.
    private char before = ' ';
    private int depth;
    private bool isInWord;
    private bool isInLink;
    private bool isInRawLink;

    // The times that become links, the line being written, and whether its time is still to come.
    private ImmutableArray<MomentLine> moments = [];
    private int line;
    private bool isAwaited;

    // Whether the mark that ends a summary was met.
    private bool isEnded;

    /// <summary>
    /// Whether links are written as their text only, and images not at all: so a table of contents can link the whole.
    /// </summary>
    public bool WithoutLinks { get; set; }

    /// <summary>Whether anything was written that <see cref="WithoutLinks"/> changes; the caller resets it.</summary>
    public bool HasLinks { get; set; }

    public void Write(ContainerInline? inlines) => Write(inlines, []);

    /// <param name="lines">The times with which the lines begin; none where they are no moments of a sound.</param>
    public void Write(ContainerInline? inlines, ImmutableArray<MomentLine> lines)
    {
        if (inlines is null) return;
        (before, isInWord, isInLink, isInRawLink, isEnded) = (' ', false, false, false, false);
        (moments, line, isAwaited) = (lines, 0, !lines.IsEmpty);
        WriteChildren(inlines);
    }

    private void WriteChildren(ContainerInline container)
    {
        if (depth >= PlainText.MaxDepth)
        {
            if (!draft.IsSummary && !WithoutLinks) draft.Problems.Add(Messages.MarkdownTooDeep(draft.Source.At(container.Span)));
            return;
        }
        depth++;
        for (var child = container.FirstChild; child is not null && !isEnded; child = child.NextSibling) WriteInline(child);
        depth--;
    }

    private void WriteInline(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal: WriteLiteral(literal); break;
            case LineBreakInline line: WriteLineBreak(line); break;
            case LinkInline { IsImage: true } image: WriteImage(image); break;
            case LinkInline link: WriteLink(link); break;
            case EmphasisInline emphasis: WriteEmphasis(emphasis); break;
            case CodeInline code: WriteCode(code); break;
            case HtmlEntityInline entity: WriteText(entity.Transcoded.AsSpan()); break;
            case AutolinkInline auto: WriteAutolink(auto); break;
            case HtmlInline html: WriteHtml(html); break;
            case FootnoteLink footnote: WriteFootnote(footnote); break;
            case TaskList task:
                draft.Raw(task.Checked ? "<input type=\"checkbox\" disabled checked>"u8 : "<input type=\"checkbox\" disabled>"u8);
                break;
            case AbbreviationInline abbreviation: WriteAbbreviation(abbreviation); break;
            case DelimiterInline delimiter:
                WriteText(delimiter.ToLiteral());
                WriteChildren(delimiter);
                break;
            case ContainerInline container: WriteChildren(container); break;
        }
    }

    private void WriteLiteral(LiteralInline literal)
    {
        var text = literal.Content.AsSpan();
        if (text.IsEmpty) return;
        CountWords(text);
        if (!draft.IsSummary && !WithoutLinks)
        {
            UnresolvedReference.Check(draft, literal, before);
            TemplateCode.Check(draft, text, literal.Span.Start);
        }
        var from = 0;
        if (isAwaited && text.IndexOf(moments[line].Time) is >= 0 and var at)
        {
            from = at + moments[line].Time.Length;
            draft.Text(text[..at]);
            BeginMoment(literal.Span.Start + at);
            draft.Text(text[at..from]);
            EndMoment();
            before = '0';
        }
        else if (literal.IsFirstCharacterEscaped)
        {
            draft.Text(text[..1]);
            (before, from) = (text[0], 1);
        }
        if (draft.Options.SmartPunctuation)
            SmartText.Write(draft, text[from..], before, literal.NextSibling is null or LineBreakInline);
        else draft.Text(text[from..]);
        before = text[^1];
    }

    private void BeginMoment(int offset)
    {
        var (time, title) = moments[line];
        var at = draft.Source.At(offset, time.Length);
        var seconds = Moment.Seconds(time)!.Value;
        if (!draft.IsSummary && !draft.IsTranscript && title.Length > 0) draft.Topics.Add(new Topic(seconds, time, title, at));
        // A link of the author's own leads where it leads.
        if (!isInLink && !isInRawLink) draft.Hole(HoleKind.Moment, seconds.ToString(CultureInfo.InvariantCulture), at);
    }

    private void EndMoment()
    {
        if (!isInLink && !isInRawLink) draft.Hole(HoleKind.MomentEnd, "", default);
        isAwaited = false;
    }

    private void WriteText(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        CountWords(text);
        draft.Text(text);
        before = text[^1];
    }

    private void WriteLineBreak(LineBreakInline lineBreak)
    {
        if (lineBreak.IsHard) draft.Raw("<br>"u8);
        else if (moments.Length > 1) draft.Hole(HoleKind.MomentBreak, "", default);
        draft.Raw("\n"u8);
        (before, isInWord) = (' ', false);
        isAwaited = ++line < moments.Length;
    }

    private void WriteEmphasis(EmphasisInline emphasis)
    {
        var tag = emphasis.DelimiterChar is '~' ? "del"u8 : emphasis.DelimiterCount == 2 ? "strong"u8 : "em"u8;
        draft.Raw("<"u8);
        draft.Raw(tag);
        AttributeWriter.Write(draft, emphasis);
        draft.Raw(">"u8);
        WriteChildren(emphasis);
        draft.Raw("</"u8);
        draft.Raw(tag);
        draft.Raw(">"u8);
    }

    private void WriteCode(CodeInline code)
    {
        var isMoment = isAwaited && code.ContentSpan.Contains(moments[line].Time, StringComparison.Ordinal);
        if (isMoment) BeginMoment(code.Span.Start);
        draft.Raw("<code"u8);
        AttributeWriter.Write(draft, code);
        draft.Raw(">"u8);
        CountWords(code.ContentSpan);
        draft.Text(code.ContentSpan);
        draft.Raw("</code>"u8);
        if (isMoment) EndMoment();
        before = 'x';
    }

    private void WriteLink(LinkInline link)
    {
        if (!BeginLink(link.Url ?? "", link, link.IsAutoLink))
        {
            WriteChildren(link);
            return;
        }
        if (link.Title is { Length: > 0 } title) draft.Attribute("title", title);
        AttributeWriter.Write(draft, link, Marks(link.Url));
        draft.Raw(">"u8);
        WriteChildren(link);
        EndLink();
    }

    private void WriteAutolink(AutolinkInline auto)
    {
        if (!BeginLink(auto.IsEmail ? "mailto:" + auto.Url : auto.Url, auto, true))
        {
            WriteText(auto.Url);
            return;
        }
        AttributeWriter.Write(draft, auto, Marks(auto.Url));
        draft.Raw(">"u8);
        WriteText(auto.Url);
        EndLink();
    }

    /// <summary>Opens a link up to its URL, unless it may not be one here.</summary>
    private bool BeginLink(string url, Inline at, bool isBare)
    {
        HasLinks = true;
        if (WithoutLinks || isInLink || isBare && isInRawLink) return false;
        isInLink = true;
        draft.Raw("<a href="u8);
        draft.Url(url, draft.Source.At(at.Span));
        return true;
    }

    private void EndLink()
    {
        draft.Raw("</a>"u8);
        isInLink = false;
    }

    private string? Marks(string? url)
    {
        if (!draft.Options.ExternalLinkMarks || !Urls.IsWeb(url)) return null;
        draft.Raw(" rel=\"external noopener\""u8);
        return "external";
    }

    private void WriteImage(LinkInline image)
    {
        HasLinks = true;
        if (WithoutLinks) return;
        var url = image.Url ?? "";
        var at = draft.Source.At(image.Span);
        draft.Raw("<img src="u8);
        draft.Url(url, at);
        draft.Attribute("alt", PlainText.Of(image));
        if (image.Title is { Length: > 0 } title) draft.Attribute("title", title);
        var hasSize = image.TryGetAttributes()?.Properties?.Exists(property => property.Key is "width" or "height") ?? false;
        if (!hasSize && !Urls.IsExternal(url)) draft.Hole(HoleKind.ImageSize, url, at);
        AttributeWriter.Write(draft, image);
        draft.Raw(">"u8);
        before = 'x';
    }

    private void WriteHtml(HtmlInline html)
    {
        if (SummaryWriter.IsMore(html.Tag))
        {
            isEnded = draft.IsSummary;
            return;
        }
        if (html.Tag.StartsWith("<a", StringComparison.OrdinalIgnoreCase) && html.Tag.Length > 2
            && !char.IsAsciiLetterOrDigit(html.Tag[2]))
            isInRawLink = HasLinks = true;
        else if (html.Tag.StartsWith("</a", StringComparison.OrdinalIgnoreCase)) isInRawLink = false;
        else if (html.Tag.StartsWith("<img", StringComparison.OrdinalIgnoreCase)) HasLinks = true;
        if (WithoutLinks && RawHtmlWriter.IsLinkOrImage(html.Tag)) return;
        rawHtml.WriteInline(html);
    }

    private void WriteFootnote(FootnoteLink footnote)
    {
        HasLinks = true;
        if (WithoutLinks || draft.IsSummary) return;
        FootnoteWriter.WriteLink(draft, footnote);
        before = 'x';
    }

    private void WriteAbbreviation(AbbreviationInline inline)
    {
        draft.Raw("<abbr"u8);
        draft.Attribute("title", inline.Abbreviation.Text.AsSpan());
        draft.Raw(">"u8);
        WriteText(inline.Abbreviation.Label);
        draft.Raw("</abbr>"u8);
    }

    /// <summary>Counts runs between spaces, and each sign of the scripts that put none between words.</summary>
    private void CountWords(ReadOnlySpan<char> text)
    {
        if (draft.IsSummary || WithoutLinks) return;
        var (words, inWord) = (0, isInWord);
        foreach (var sign in text)
        {
            if (sign <= ' ' || sign == '\u00A0') inWord = false;
            else if (sign is >= '\u2E80' and <= '\uA4CF' or >= '\uF900' and <= '\uFAFF') (words, inWord) = (words + 1, false);
            else if (!inWord) (words, inWord) = (words + 1, true);
        }
        draft.Words += words;
        isInWord = inWord;
    }
}
