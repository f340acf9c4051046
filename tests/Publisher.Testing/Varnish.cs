using System.Net.Sockets;

namespace Publisher.Testing;

/// <summary>
/// A real cache: Varnish in front of a bucket, as a CDN is. It takes PURGE for a URL and for tags (xkey), reads an object's
/// tags from the metadata which S3 sends, gives <c>/a/</c> the object <c>a/index.html</c>, and answers with the site's
/// 404.html when there is none.
/// </summary>
public sealed class Varnish : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string folder;
    private Daemon? daemon;

    private Varnish(string folder, int port) => (this.folder, Address) = (folder, new Uri($"http://127.0.0.1:{port}/"));

    /// <summary>Why it cannot run here, with the command that would change that; null when it can.</summary>
    public static string? WhyNot { get; } =
        Installed.Missing("Varnish", "varnish varnish-modules gcc libc6-dev", "varnishd", "gcc");

    public static bool Available => WhyNot is null;

    /// <summary>Where readers, and purges, reach it.</summary>
    public Uri Address { get; }

    /// <summary>Starts a cache in front of a bucket; takes about two seconds.</summary>
    /// <param name="prefix">The folder in the bucket that holds the site, such as "docs/".</param>
    public static async Task<Varnish> StartAsync(Uri origin, string bucket, string prefix = "")
    {
        if (WhyNot is { } reason) throw new InvalidOperationException(reason);
        var varnish = new Varnish(Directory.CreateTempSubdirectory("publisher-varnish-").FullName, Installed.FreePort());
        try
        {
            await varnish.StartDaemonAsync(origin, $"/{bucket}/{prefix}".TrimEnd('/'));
            return varnish;
        }
        catch
        {
            await varnish.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (daemon is not null) await daemon.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task StartDaemonAsync(Uri origin, string root)
    {
        var vcl = Path.Combine(folder, "site.vcl");
        await File.WriteAllTextAsync(vcl, Configuration(origin, root));
        var log = Path.Combine(folder, "varnish.log");
        // No jail: its user could not read this folder.
        daemon = Daemon.Start(log, new Dictionary<string, string>(), Installed.Find("varnishd")!,
            "-F", "-j", "none", "-n", Path.Combine(folder, "work"), "-f", vcl, "-a", $"127.0.0.1:{Address.Port}", 
            "-s", "malloc,64m");
        var until = DateTime.UtcNow + Patience;
        while (DateTime.UtcNow < until)
        {
            if (daemon.HasExited)
                throw new InvalidOperationException($"Varnish ended by itself: {await File.ReadAllTextAsync(log)}");
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(Address.Host, Address.Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }
        throw new TimeoutException("Varnish was not ready within a minute.");
    }

    private static string Configuration(Uri origin, string root) => $$"""
        vcl 4.1;
        import xkey;

        backend origin { .host = "{{origin.Host}}"; .port = "{{origin.Port}}"; }
        acl publishers { "127.0.0.1"; }

        sub vcl_recv {
            if (req.method == "PURGE") {
                if (client.ip !~ publishers) { return (synth(405, "Not allowed")); }
                if (req.http.xkey) {
                    set req.http.purged = xkey.purge(req.http.xkey);
                    return (synth(200, "Purged " + req.http.purged));
                }
                return (purge);
            }
            if (req.method != "GET" && req.method != "HEAD") { return (synth(405, "Not allowed")); }
            return (hash);
        }

        sub vcl_backend_fetch {
            if (bereq.retries == 0) {
                set bereq.url = "{{root}}" + regsub(bereq.url, "\?.*$", "");
                if (bereq.url ~ "/$") { set bereq.url = bereq.url + "index.html"; }
            }
            set bereq.http.Host = "{{origin.Authority}}";
        }

        sub vcl_backend_response {
            if (bereq.http.not-found) {
                set beresp.status = 404;
                set beresp.reason = "Not Found";
            } elsif ((beresp.status == 404 || beresp.status == 403) && bereq.retries == 0) {
                set bereq.http.not-found = "yes";
                set bereq.url = "{{root}}/404.html";
                return (retry);
            }
            if (beresp.http.x-amz-meta-cache-tag) {
                set beresp.http.xkey = regsuball(beresp.http.x-amz-meta-cache-tag, ",", " ");
            }
        }

        sub vcl_deliver {
            if (obj.hits > 0) { set resp.http.X-Cache = "HIT"; } else { set resp.http.X-Cache = "MISS"; }
            unset resp.http.xkey;
            unset resp.http.x-amz-request-id;
            unset resp.http.x-amz-meta-cache-tag;
        }
        """;
}
