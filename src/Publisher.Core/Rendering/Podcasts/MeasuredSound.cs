using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Media;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Rendering.Podcasts;

/// <summary>What one of the site's sound files says of itself; <see cref="Facts"/> is null when it cannot be measured.</summary>
internal sealed record MeasuredSound(SourceFile File, Sound? Facts, ImmutableArray<Diagnostic> Problems)
{
    /// <summary>Whether nobody could hear anything of it.</summary>
    public bool IsNone { get; private init; }

    public Stamp Stamp
    {
        get
        {
            var stamp = new Stamp(1).With((ulong)File.Length).With(File.Version);
            if (Facts is null) return stamp;
            stamp = stamp.With(BitConverter.DoubleToUInt64Bits(Facts.Duration)).With(Facts.Type).With((ulong)Facts.Bitrate);
            foreach (var chapter in Facts.Chapters)
                stamp = stamp.With(BitConverter.DoubleToUInt64Bits(chapter.Start)).With(chapter.Title).With(chapter.Url);
            return stamp;
        }
    }

    public static MeasuredSound Of(SourceFile file)
    {
        var problems = new List<Diagnostic>();
        try
        {
            using var stream = file.Open();
            var facts = Sound.Read(file.Path, stream, problems);
            return new MeasuredSound(file, facts, [.. problems]) { IsNone = facts is null && Sound.IsNone(stream) };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new MeasuredSound(file, null, []); // it has gone since the listing, or is closed: copying it will tell
        }
    }
}
