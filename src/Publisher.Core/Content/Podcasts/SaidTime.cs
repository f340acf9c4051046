using Publisher.Text;

namespace Publisher.Content.Podcasts;

/// <summary>The time of a topic or a chapter, as its author wrote it, and where.</summary>
internal readonly record struct SaidTime(double Seconds, string Text, Location At);
