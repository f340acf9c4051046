using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using System.Xml;
using Publisher.Diagnostics;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Feeds;

/// <summary>
/// Reads RSS and Atom: no document type, no entities but XML's own, so a feed can neither grow nor fetch anything.
/// </summary>
internal static class XmlFeedReader
{
    private const int MaxDepth = 100;

    public static Feed? Read(SitePath file, ReadOnlySpan<byte> bytes, ICollection<Diagnostic> problems)
    {
        var encoding = DeclaredEncoding(bytes);
        var text = Decode(file, bytes, encoding, problems);
        var reading = new Reading(file, text);
        try
        {
            reading.Run();
        }
        catch (XmlException fault)
        {
            problems.Add(Fault(file, text, fault));
            return null;
        }
        if (reading.TooDeep is { } deep)
        {
            problems.Add(Messages.FeedTooDeep(deep, MaxDepth));
            return null;
        }
        var root = reading.Root!;
        var (kind, channel) = root.Name switch
        {
            "rss" => (FeedKind.Rss, root.Find("channel")),
            "atom:feed" => (FeedKind.Atom, root),
            _ => (FeedKind.Rss, null),
        };
        if (channel is null)
        {
            problems.Add(root.Name == "rss" ? Messages.RssWithoutChannel(root.At)
                : Messages.NoFeed(root.At, $"<{root.Written}>"));
            return null;
        }
        // A few feeds write their items beside the channel, as RSS 1.0 had it.
        var items = kind == FeedKind.Atom ? root.All("atom:entry") : channel.All("item").Concat(root.All("item"));
        return new Feed(file, kind, root, channel, [.. items.Select((item, i) => new FeedItem(i, item, kind))])
        {
            Bytes = bytes.Length, Encoding = encoding, Xslt = reading.Xslt,
        };
    }

    /// <summary>What the XML declaration says; empty when it says nothing.</summary>
    private static string DeclaredEncoding(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..])
            return "utf-16";
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 200)]);
        if (!head.Contains("<?xml", StringComparison.Ordinal)) return "";
        head = head.Split("?>")[0];
        var at = head.IndexOf("encoding", StringComparison.Ordinal);
        return at < 0 ? "" : head[(at + 8)..].Trim(' ', '=', '"', '\'').Split('"', '\'', ' ')[0];
    }

    private static string Decode(
        SitePath file, ReadOnlySpan<byte> bytes, string encoding, ICollection<Diagnostic> problems)
    {
        if (encoding == "utf-16" && bytes.Length > 1 && bytes[0] is 0xFE or 0xFF)
            return (bytes[0] == 0xFE ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(bytes[2..]);
        var isUtf8 = encoding.Length == 0 || encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
        // Another encoding has its own rule; its letters need only be letters here.
        if (!isUtf8 && !Utf8.IsValid(bytes)) return Encoding.Latin1.GetString(bytes);
        return SourceText.Decode(file, bytes, problems);
    }

    private static Diagnostic Fault(SitePath file, string text, XmlException fault)
    {
        var at = new Location(file, Math.Max(1, fault.LineNumber), Math.Max(1, fault.LinePosition), 1);
        if (text.AsSpan().IsWhiteSpace()) return Messages.BadXml(at, "there is nothing in it", null);
        if (fault.Message.Contains("DTD", StringComparison.Ordinal))
            return Messages.BadXml(at, "it declares a document type, which feeds do not have", "remove the line <!DOCTYPE …>");
        var message = fault.Message;
        var end = message.LastIndexOf(" Line ", StringComparison.Ordinal);
        if (end > 0) message = message[..end];
        // It tells of the letter behind an '&'; what is wrong is the '&'.
        var line = text.Split('\n').ElementAtOrDefault(at.Line - 1) ?? "";
        if (at.Column > 1 && at.Column - 2 < line.Length && line[at.Column - 2] == '&') at = at with { Column = at.Column - 1 };
        var hint = message.Contains("entity", StringComparison.OrdinalIgnoreCase) ? "XML knows &amp; &lt; &gt; &quot; and "
                + "&apos; only: write '&amp;' for an '&', and other letters as themselves"
            : message.Contains("undeclared prefix", StringComparison.Ordinal) ? "declare it in the outermost tag, like "
                + "xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\""
            : null;
        return Messages.BadXml(at, char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.'), hint);
    }

    private sealed class Reading(SitePath file, string text)
    {
        private readonly Stack<Open> open = new();

        public FeedElement? Root { get; private set; }

        public Location? TooDeep { get; private set; }

        public Location? Xslt { get; private set; }

        public void Run()
        {
            using var xml = XmlReader.Create(new StringReader(text), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true,
            });
            while (xml.Read())
            {
                var here = Here(xml);
                switch (xml.NodeType)
                {
                    case XmlNodeType.Element:
                        if (xml.Depth >= MaxDepth)
                        {
                            TooDeep = here;
                            return;
                        }
                        Begin(xml, here);
                        break;
                    case XmlNodeType.EndElement:
                        End();
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace
                        when open.Count > 0:
                        open.Peek().Add(xml.Value, here, xml.NodeType == XmlNodeType.CDATA);
                        break;
                    case XmlNodeType.ProcessingInstruction when xml.Name == "xml-stylesheet" && xml.Value.Contains("xsl"):
                        Xslt = here with { Length = xml.Name.Length };
                        break;
                }
            }
        }

        private void Begin(XmlReader xml, Location here)
        {
            var name = FeedNames.Canonical(xml.NamespaceURI, xml.LocalName);
            var isEmpty = xml.IsEmptyElement;
            var element = new FeedElement(name, here with { Length = xml.Name.Length })
            {
                Written = xml.Name, Attributes = Attributes(xml),
            };
            open.Push(new Open(element with { Base = BaseOf(element) }));
            if (isEmpty) End();
        }

        /// <summary>XML Base: its own, which may be relative itself, else that of what it stands in.</summary>
        private Uri? BaseOf(FeedElement element)
        {
            var outer = open.TryPeek(out var parent) ? parent.Base : null;
            if (element.Attribute("xml:base") is not { Value: var own }) return outer;
            if (outer is not null) return Uri.TryCreate(outer, own, out var whole) ? whole : outer;
            // A path is an address of a file to some systems.
            return Uri.TryCreate(own, UriKind.Absolute, out var full) && full.Scheme is "http" or "https" ? full : null;
        }

        private ImmutableArray<FeedAttribute> Attributes(XmlReader xml)
        {
            var attributes = ImmutableArray.CreateBuilder<FeedAttribute>(xml.AttributeCount);
            while (xml.MoveToNextAttribute())
            {
                var (name, value) = (FeedNames.Canonical(xml.NamespaceURI, xml.LocalName), xml.Value);
                var at = Here(xml);
                // The value's own place is that of the node in it; an empty value has none.
                at = xml.ReadAttributeValue() ? Here(xml) with { Length = value.Length } : at with { Length = xml.Name.Length };
                attributes.Add(new FeedAttribute(name, value.Trim(), at));
            }
            xml.MoveToElement();
            return attributes.DrainToImmutable();
        }

        private void End()
        {
            var element = open.Pop().Close();
            if (open.TryPeek(out var parent)) parent.Children.Add(element);
            else Root = element;
        }

        private Location Here(XmlReader xml)
        {
            var info = (IXmlLineInfo)xml;
            return new Location(file, info.LineNumber, info.LinePosition, 1);
        }
    }

    /// <summary>An element whose end has not come yet.</summary>
    private sealed class Open(FeedElement element)
    {
        private readonly StringBuilder text = new();
        private Location? textAt;
        private bool isLiteral, isPadded;

        public List<FeedElement> Children { get; } = [];

        public Uri? Base => element.Base;

        public void Add(string piece, Location at, bool isData)
        {
            var skipped = piece.Length - piece.AsSpan().TrimStart().Length;
            if (textAt is null && skipped < piece.Length)
            {
                // White space before the text is left out, so what is left begins behind it.
                isPadded = skipped + text.Length > 0;
                text.Clear();
                var before = piece.AsSpan(0, skipped);
                var lines = before.Count('\n');
                textAt = at with
                {
                    Line = at.Line + lines, Column = lines == 0 ? at.Column + skipped : skipped - before.LastIndexOf('\n'),
                };
                isLiteral = isData || !piece.Contains('<') && !piece.Contains('&');
                piece = piece[skipped..];
            }
            else if (skipped < piece.Length) isLiteral = false;
            text.Append(piece);
        }

        public FeedElement Close()
        {
            var all = text.ToString().TrimEnd();
            var line = all.IndexOf('\n');
            return element with
            {
                Text = all, IsLiteral = isLiteral, IsPadded = isPadded || all.Length < text.Length, Children = [.. Children],
                TextAt = textAt is { } at ? at with { Length = Math.Max(1, line < 0 ? all.Length : line) } : element.At,
            };
        }
    }
}
