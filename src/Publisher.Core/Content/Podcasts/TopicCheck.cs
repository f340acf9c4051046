using Publisher.Diagnostics;
using Publisher.Media;

namespace Publisher.Content.Podcasts;

/// <summary>Finds times of an episode's topics and chapters that cannot be meant so, wherever they are written.</summary>
internal static class TopicCheck
{
    /// <param name="end">How many seconds the sound has; 0 when that is not known.</param>
    public static IEnumerable<Diagnostic> Of(IEnumerable<SaidTime> times, int end)
    {
        var seen = new HashSet<double>();
        SaidTime? last = null;
        foreach (var time in times)
        {
            if (Moment.IsOver(time.Text)) yield return Messages.TimeOver(time.At, time.Text, Timestamp.Short(time.Seconds));
            if (end > 0 && time.Seconds > end) yield return Messages.TimePastEnd(time.At, time.Text, Timestamp.Short(end));
            if (!seen.Add(time.Seconds)) yield return Messages.TimeTwice(time.At, time.Text);
            else if (time.Seconds < last?.Seconds) yield return Messages.TimesGoBack(time.At, time.Text, last.Value.Text);
            last = time;
        }
    }
}
