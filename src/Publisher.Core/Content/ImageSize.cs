using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Publisher.Content;

/// <summary>Reads an image's width and height, in pixels, from the head of its file: PNG, GIF, JPEG, WebP and SVG.</summary>
public readonly partial record struct ImageSize(int Width, int Height)
{
    public static readonly string[] Extensions = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"];

    /// <summary>Null when the format is another one or the file is broken.</summary>
    public static ImageSize? Read(Stream stream)
    {
        var head = new byte[64 * 1024];
        var bytes = head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        var size = bytes switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] when bytes.Length >= 24 =>
                new ImageSize(BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..])),
            [(byte)'G', (byte)'I', (byte)'F', ..] when bytes.Length >= 10 =>
                new ImageSize(
                    BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])),
            [0xFF, 0xD8, ..] => Jpeg(bytes),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] when bytes.Length >= 30 => WebP(bytes),
            _ => Svg(bytes),
        };
        return size is { Width: > 0, Height: > 0 } ? size : null;
    }

    /// <summary>Walks the segments up to the frame header (ITU T.81, B.2.2).</summary>
    private static ImageSize? Jpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 < bytes.Length;)
        {
            if (bytes[at] != 0xFF) return null;
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return new ImageSize(
                    BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += marker is 0xFF ? 1
                : marker is 0x01 or (>= 0xD0 and <= 0xD8) ? 2
                : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }
        return null;
    }

    /// <summary>The three forms of the WebP container (RFC 9649, section 2).</summary>
    private static ImageSize? WebP(ReadOnlySpan<byte> bytes)
    {
        var form = bytes.Slice(12, 4);
        if (form.SequenceEqual("VP8X"u8)) return new ImageSize(1 + Three(bytes[24..]), 1 + Three(bytes[27..]));
        if (form.SequenceEqual("VP8 "u8))
            return new ImageSize(
                BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF,
                BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF);
        if (!form.SequenceEqual("VP8L"u8)) return null;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
        return new ImageSize((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);

        static int Three(ReadOnlySpan<byte> at) => at[0] | at[1] << 8 | at[2] << 16;
    }

    private static ImageSize? Svg(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("<svg"u8) is not (>= 0 and var start)) return null;
        var rest = bytes[start..];
        var tag = Encoding.UTF8.GetString(rest[..(rest.IndexOf((byte)'>') is >= 0 and var end ? end : rest.Length)]);
        if (Length(tag, SvgWidth()) is { } width && Length(tag, SvgHeight()) is { } height) return new ImageSize(width, height);
        return ViewBox().Match(tag) is { Success: true } box
            ? new ImageSize(Round(box.Groups[1].Value), Round(box.Groups[2].Value))
            : null;
    }

    private static int? Length(string tag, Regex attribute) =>
        attribute.Match(tag) is { Success: true } match ? Round(match.Groups[1].Value) : null;

    private static int Round(string number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is > 0 and < 1e6
            ? (int)Math.Round(value)
            : 0;

    [GeneratedRegex(@"\swidth=""([\d.]+)(?:px)?""")]
    private static partial Regex SvgWidth();

    [GeneratedRegex(@"\sheight=""([\d.]+)(?:px)?""")]
    private static partial Regex SvgHeight();

    [GeneratedRegex(@"\sviewBox=""\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*""")]
    private static partial Regex ViewBox();
}
