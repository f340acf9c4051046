using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Sources;

/// <summary>A source that is there but cannot be read: its permissions forbid it, or the disk fails.</summary>
public sealed class UnreadableException(SitePath path, Exception reason) : IOException(reason.Message, reason)
{
    public SitePath Path { get; } = path;

    /// <summary>What to tell the author.</summary>
    public Diagnostic Problem => Messages.CannotReadSource(
        new Location(Path), InnerException is UnauthorizedAccessException ? "access to it is denied" : Message);

    /// <summary>The one by which <paramref name="error"/> came about; null when it has another cause.</summary>
    public static UnreadableException? In(Exception? error) => error switch
    {
        null => null,
        UnreadableException found => found,
        AggregateException many => many.InnerExceptions.Select(In).FirstOrDefault(found => found is not null),
        _ => In(error.InnerException),
    };
}
