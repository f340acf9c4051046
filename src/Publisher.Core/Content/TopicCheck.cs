using Publisher.Diagnostics;
using Publisher.Media;

namespace Publisher.Content;

/// <summary>Finds times in an episode's text that cannot be meant so.</summary>
internal static class TopicCheck
{
    /// <param name="end">How many seconds the sound has; 0 when that is not known.</param>
    public static IEnumerable<Diagnostic> Of(IEnumerable<Topic> topics, int end)
    {
        var seen = new HashSet<int>();
        Topic? last = null;
        foreach (var topic in topics)
        {
            if (Moment.IsOver(topic.Time)) yield return Messages.TimeOver(topic.At, topic.Time, Timestamp.Short(topic.Seconds));
            if (end > 0 && topic.Seconds > end) yield return Messages.TimePastEnd(topic.At, topic.Time, Timestamp.Short(end));
            if (!seen.Add(topic.Seconds)) yield return Messages.TimeTwice(topic.At, topic.Time);
            else if (last is not null && topic.Seconds < last.Seconds)
                yield return Messages.TimesGoBack(topic.At, topic.Time, last.Time);
            last = topic;
        }
    }
}
