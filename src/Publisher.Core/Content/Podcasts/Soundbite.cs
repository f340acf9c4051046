using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Diagnostics;
using Publisher.Media;
using Publisher.Text;

namespace Publisher.Content.Podcasts;

/// <summary>A stretch of an episode that stands for it: apps play it to people who do not know the show; in seconds.</summary>
public sealed record Soundbite(double Start, double Duration, string Title, Location At)
{
    public const string Key = "soundbites";

    // An end says seconds, and a duration may have more.
    private const double Least = 15, Most = 120, Rounding = 1;

    /// <summary>Of mappings with <c>start</c>, <c>duration</c> or <c>end</c>, and <c>title</c>.</summary>
    public static ImmutableArray<Soundbite> ListOf(DataNode? node, ICollection<Diagnostic> problems)
    {
        var found = ImmutableArray.CreateBuilder<Soundbite>();
        foreach (var item in node.Items())
            if (Of(item, problems) is { } soundbite) found.Add(soundbite);
        return found.ToImmutable();
    }

    private static Soundbite? Of(DataNode node, ICollection<Diagnostic> problems)
    {
        if (node is not MappingNode map) return Refuse(node, "is no mapping");
        var (start, duration, end) = (map.Find("start") ?? map.Find("startTime"), map.Find("duration"), map.Find("end"));
        if (Timestamp.Seconds(start.TextOrNull()) is not { } from)
            return Refuse(start ?? node, start is null ? "has no 'start'" : "has a 'start' that is no time");
        if (duration is not null && Timestamp.Seconds(end.TextOrNull()) - from - Timestamp.Seconds(duration.TextOrNull())
            is { } rest && Math.Abs(rest) > Rounding)
            return Refuse(end!, "has both an end and a duration");
        var length = duration is not null
            ? Timestamp.Seconds(duration.TextOrNull())
            : Timestamp.Seconds(end.TextOrNull()) - from;
        var said = duration ?? end;
        if (length is not > 0)
            return Refuse(said ?? node, said is null ? "has neither 'duration' nor 'end'" : "does not end after its start");
        if (length is < Least or > Most) problems.Add(Messages.OddSoundbite(said!.At, Moment.Seconds(length.Value)));
        return new Soundbite(from, length.Value, map.Find("title").TextOrNull() ?? "", node.At);

        Soundbite? Refuse(DataNode at, string why)
        {
            problems.Add(Messages.BadSoundbite(at.At, why));
            return null;
        }
    }
}
