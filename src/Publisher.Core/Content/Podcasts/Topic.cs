using Publisher.Text;

namespace Publisher.Content.Podcasts;

/// <summary>
/// A line of a text that begins with a time, which says what is talked about from then on. <paramref name="Time"/> is as it is
/// written.
/// </summary>
public sealed record Topic(int Seconds, string Time, string Title, Location At)
{
    internal SaidTime Said => new(Seconds, Time, At);

    internal Stamp AddTo(Stamp stamp) => stamp.With((ulong)Seconds).With(Title);
}
