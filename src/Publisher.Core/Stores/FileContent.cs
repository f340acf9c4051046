using System.Buffers;

namespace Publisher.Stores;

/// <summary>Compares and writes whole files by their bytes, without holding large ones in memory.</summary>
internal static class FileContent
{
    private const int ChunkBytes = 128 * 1024;

    /// <summary>
    /// Whether a file exists at <paramref name="file"/> and holds exactly the output's bytes; the length is asked first.
    /// </summary>
    public static bool Equals(string file, Output output)
    {
        var info = new FileInfo(file);
        if (!info.Exists || info.Length != output.Length) return false;
        using var handle = File.OpenHandle(file);
        if (!output.InMemory)
        {
            using var content = output.Open();
            return Equals(handle, content, output.Length);
        }
        var expected = output.Bytes.Span;
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(expected.Length, 1), ChunkBytes));
        try
        {
            for (var offset = 0; offset < expected.Length;)
            {
                var read = RandomAccess.Read(handle, buffer, offset);
                if (read == 0 || read > expected.Length - offset) return false;
                if (!buffer.AsSpan(0, read).SequenceEqual(expected.Slice(offset, read))) return false;
                offset += read;
            }
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Writes the output to a new file; when this throws there is none.</summary>
    public static void Create(string file, Output output, CancellationToken cancel)
    {
        using var handle = File.OpenHandle(file, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        try
        {
            Fill(handle, output, cancel);
        }
        catch
        {
            File.Delete(file);
            throw;
        }
    }

    private static void Fill(Microsoft.Win32.SafeHandles.SafeFileHandle handle, Output output, CancellationToken cancel)
    {
        if (output.InMemory)
        {
            RandomAccess.Write(handle, output.Bytes.Span, 0);
            return;
        }
        using var content = output.Open();
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            long offset = 0;
            for (int read; (read = content.Read(buffer)) > 0; offset += read)
            {
                cancel.ThrowIfCancellationRequested();
                RandomAccess.Write(handle, buffer.AsSpan(0, read), offset);
            }
            if (offset != output.Length)
                throw new IOException($"The source changed while it was copied: {offset} bytes instead of {output.Length}.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool Equals(Microsoft.Win32.SafeHandles.SafeFileHandle handle, Stream content, long length)
    {
        var ours = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        var theirs = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            for (long offset = 0; offset < length;)
            {
                var read = content.ReadAtLeast(ours.AsSpan(0, ChunkBytes), ChunkBytes, throwOnEndOfStream: false);
                if (read == 0) return false;
                for (var filled = 0; filled < read;)
                {
                    var more = RandomAccess.Read(handle, theirs.AsSpan(filled, read - filled), offset + filled);
                    if (more == 0) return false;
                    filled += more;
                }
                if (!ours.AsSpan(0, read).SequenceEqual(theirs.AsSpan(0, read))) return false;
                offset += read;
            }
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(ours);
            ArrayPool<byte>.Shared.Return(theirs);
        }
    }
}
