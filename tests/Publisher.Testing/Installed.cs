using System.Net;
using System.Net.Sockets;

namespace Publisher.Testing;

/// <summary>Looks for programs and free ports on this machine.</summary>
internal static class Installed
{
    private static readonly string[] MoreFolders =
        ["/usr/local/sbin", "/usr/sbin", "/sbin", "/usr/local/bin", "/usr/bin", "/bin"];

    /// <summary>The full path of a program; null when it is not installed.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(MoreFolders)
            .Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>Why tests that need these programs cannot run, and what to do; null when they can.</summary>
    public static string? Missing(string server, string packages, params string[] programs)
    {
        if (!OperatingSystem.IsLinux()) return $"{server} runs on Linux only";
        var missing = programs.Where(program => Find(program) is null).ToArray();
        if (missing.Length == 0) return null;
        return $"{server} is not installed ({string.Join(", ", missing)}): apt-get install --no-install-recommends {packages}";
    }

    /// <summary>A port nobody listens on at this moment.</summary>
    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
