namespace Publisher.Media;

/// <summary>How a picture's colours are stored. Directories of podcasts want red, green and blue.</summary>
public enum ArtworkColor { Rgb, Grey, Cmyk }

/// <summary>
/// What directories ask of a show's picture, read from the head of a JPEG or PNG file: its size in pixels, its media type, its
/// colours.
/// </summary>
public sealed record Artwork(int Width, int Height, string Type, ArtworkColor Color)
{
    /// <summary>Null when it is neither, or broken. The stream must be able to seek.</summary>
    public static Artwork? Read(Stream stream)
    {
        var bytes = new FileBytes(stream);
        var artwork = TypeOf(bytes.At(0, 8)) switch { "image/png" => Png(bytes), "image/jpeg" => Jpeg(bytes), _ => null };
        return artwork is { Width: > 0, Height: > 0 } ? artwork : null;
    }

    /// <summary>By the first bytes of a file; null when it is neither.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> head) => head switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        _ => null,
    };

    /// <summary>From the header that comes first (ISO 15948, 11.2.2); a palette holds red, green and blue.</summary>
    private static Artwork Png(FileBytes bytes)
    {
        const int Grey = 0, GreyAndAlpha = 4;
        var color = bytes.Byte(25) is Grey or GreyAndAlpha ? ArtworkColor.Grey : ArtworkColor.Rgb;
        return new Artwork((int)bytes.UInt32(16), (int)bytes.UInt32(20), "image/png", color);
    }

    /// <summary>Walks the segments up to the frame header (ITU T.81, B.2.2).</summary>
    private static Artwork? Jpeg(FileBytes bytes)
    {
        for (long at = 2; bytes.Byte(at) == 0xFF;)
        {
            var marker = bytes.Byte(at + 1);
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                var color = bytes.Byte(at + 9) switch { 1 => ArtworkColor.Grey, 4 => ArtworkColor.Cmyk, _ => ArtworkColor.Rgb };
                return new Artwork(bytes.UInt16(at + 7), bytes.UInt16(at + 5), "image/jpeg", color);
            }
            at += marker is 0xFF ? 1 : marker is 0x01 or (>= 0xD0 and <= 0xD8) ? 2 : 2 + bytes.UInt16(at + 2);
        }
        return null;
    }
}
