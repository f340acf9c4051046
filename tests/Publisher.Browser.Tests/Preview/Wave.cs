using System.Buffers.Binary;

namespace Publisher.Browser.Tests.Preview;

/// <summary>A recording a browser can play: 8-bit mono at 8 kHz.</summary>
internal static class Wave
{
    public static byte[] Silence(int seconds)
    {
        const int Rate = 8000;
        var file = new byte[44 + Rate * seconds];
        "RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), Rate);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(32), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(34), 8);
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(40), Rate * seconds);
        file.AsSpan(44).Fill(128);
        return file;
    }
}
