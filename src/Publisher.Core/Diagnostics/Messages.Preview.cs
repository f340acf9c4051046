using Publisher.Text;

namespace Publisher.Diagnostics;

public static partial class Messages
{
    public static Diagnostic PortTaken(int port) =>
        Error("PB0841", new Location(SitePath.Root), $"port {port} is taken by another program",
            "ask for another one, or for none: the next free port is found then");

    public static Diagnostic CannotListen(int port, string reason) =>
        Error("PB0842", new Location(SitePath.Root), $"cannot listen on port {port}: {reason}");

    public static Diagnostic RenderingFailed(string url, Exception error) =>
        Error("PB0843", new Location(SitePath.Root), $"rendering {url} failed: {error.GetType().Name}: {error.Message}",
            "this is a bug in Publisher: please report it");

    public static Diagnostic LookingFailed(Exception error) =>
        Error("PB0844", new Location(SitePath.Root), $"reading the site failed: {error.GetType().Name}: {error.Message}",
            "the last good site is shown; the next change reads everything again");
}
