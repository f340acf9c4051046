using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Publisher.Stores;

/// <summary>
/// The MD5 of an output: what S3 gives as an object's ETag and checks on arrival (RFC 1864), so that one hash serves for
/// comparing with a manifest, comparing with a listing and sending. It guards against accidents, not against enemies.
/// </summary>
public readonly record struct ContentHash(UInt128 Value)
{
    public static ContentHash Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[16];
        MD5.HashData(bytes, hash);
        return new(BinaryPrimitives.ReadUInt128BigEndian(hash));
    }

    /// <summary>Reads a streamed output through, holding none of it.</summary>
    public static ContentHash Of(Output output)
    {
        if (output.InMemory) return Of(output.Bytes.Span);
        using var content = output.Open();
        Span<byte> hash = stackalloc byte[16];
        MD5.HashData(content, hash);
        return new(BinaryPrimitives.ReadUInt128BigEndian(hash));
    }

    /// <summary>From 32 hexadecimal digits; null for anything else, such as the ETag of a multipart upload.</summary>
    public static ContentHash? Parse(string? text) =>
        text?.Length == 32 && UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new(value)
            : null;

    /// <summary>As the Content-MD5 header wants it.</summary>
    public string ToBase64()
    {
        Span<byte> hash = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(hash, Value);
        return Convert.ToBase64String(hash);
    }

    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);
}
