using Publisher.Text;

namespace Publisher.Stores;

/// <summary>
/// An object as a listing shows it. Without a hash its content is unknown: it was sent in parts, or is encrypted.
/// </summary>
public readonly record struct StoredObject(SitePath Path, long Length, ContentHash? Hash);

/// <summary>A small object read whole, with the tag that names this state of it.</summary>
public sealed record StoredText(ReadOnlyMemory<byte> Bytes, string Tag);

/// <summary>What an object must be like for a write to happen: anything, absent, or still in the state with a tag.</summary>
public readonly record struct WriteCondition
{
    public static WriteCondition None => default;

    public static WriteCondition Absent => new() { MustBeAbsent = true };

    public bool MustBeAbsent { get; private init; }

    public string? Tag { get; private init; }

    public static WriteCondition Still(string tag) => new() { Tag = tag };
}
