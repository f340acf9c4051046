using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.S3;

namespace Publisher.Testing;

/// <summary>
/// A real S3 server: Ceph's gateway with one monitor and one object store, all in memory, on ports of its own.
/// </summary>
public sealed class RadosGateway : IAsyncDisposable
{
    private const int MostStarts = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly string folder;
    private readonly List<Daemon> daemons = [];

    private RadosGateway(string folder, int port)
    {
        this.folder = folder;
        Endpoint = new Uri($"http://127.0.0.1:{port}/");
        Client = new AmazonS3Client(new BasicAWSCredentials(AccessKey, SecretKey), new AmazonS3Config
        {
            ServiceURL = Endpoint.AbsoluteUri, AuthenticationRegion = "us-east-1", ForcePathStyle = true,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
    }

    /// <summary>Why it cannot run here, with the command that would change that; null when it can.</summary>
    public static string? WhyNot { get; } = Installed.Missing("Ceph's RADOS gateway", "radosgw ceph-mon ceph-osd ceph-common",
        "radosgw", "radosgw-admin", "ceph-mon", "ceph-osd", "ceph", "monmaptool");

    public static bool Available => WhyNot is null;

    public Uri Endpoint { get; }

    public string AccessKey { get; } = "PUBLISHERTESTKEY";

    public string SecretKey { get; } = "publisher/test+secret=0123456789";

    /// <summary>The access key of a user who may do nothing with the other's buckets; the secret is the same.</summary>
    public string StrangersKey { get; } = "PUBLISHERSTRANGER";

    /// <summary>For looking at what was published.</summary>
    public AmazonS3Client Client { get; }

    /// <summary>Starts one; takes about two seconds, so share it.</summary>
    public static async Task<RadosGateway> StartAsync()
    {
        if (WhyNot is { } reason) throw new InvalidOperationException(reason);
        for (var start = 1; ; start++)
        {
            var gateway = new RadosGateway(Directory.CreateTempSubdirectory("publisher-rados-").FullName, Installed.FreePort());
            try
            {
                await gateway.StartDaemonsAsync();
                return gateway;
            }
            catch (Exception failure) when (failure is InvalidOperationException or TimeoutException)
            {
                // Another process may have taken a port between finding it free and using it.
                var log = gateway.Log();
                await gateway.DisposeAsync();
                if (start == MostStarts) throw new InvalidOperationException($"{failure.Message}\n{log}", failure);
            }
        }
    }

    /// <summary>A new bucket whose objects anybody may read, as a website's are.</summary>
    public async Task<string> CreateBucketAsync()
    {
        var bucket = "site-" + Guid.NewGuid().ToString("n")[..12];
        await Client.PutBucketAsync(bucket);
        var policy = $$"""
            {
              "Version": "2012-10-17",
              "Statement": [
                { "Effect": "Allow", "Principal": "*", "Action": ["s3:GetObject"], "Resource": ["arn:aws:s3:::{{bucket}}/*"] }
              ]
            }
            """;
        await Client.PutBucketPolicyAsync(new() { BucketName = bucket, Policy = policy });
        return bucket;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        // The gateway first: the others would wait for it.
        foreach (var daemon in Enumerable.Reverse(daemons)) await daemon.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task StartDaemonsAsync()
    {
        var monitorPort = Installed.FreePort();
        var cluster = Guid.NewGuid().ToString();
        foreach (var part in new[] { "mon", "osd", "rgw", "run" }) Directory.CreateDirectory(Path.Combine(folder, part));
        await File.WriteAllTextAsync(Path.Combine(folder, "ceph.conf"), Configuration(cluster, monitorPort));
        var map = Path.Combine(folder, "monmap");
        await RunAsync("monmaptool", "--create", "--fsid", cluster, "--addv", "a", $"[v1:127.0.0.1:{monitorPort}]", map);
        await RunAsync("ceph-mon", "-i", "a", "--mkfs", "--monmap", map);
        Start("ceph-mon", "-i", "a", "-f");
        var store = Guid.NewGuid().ToString();
        await RunAsync("ceph", "--connect-timeout", "30", "osd", "new", store);
        // The store would do this itself, but asks before it knows its cluster and is refused.
        await RunAsync("ceph", "--connect-timeout", "30", "osd", "crush", "add", "osd.0", "1.0", "root=default");
        await RunAsync("ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", store);
        Start("ceph-osd", "-i", "0", "-f");
        Start("radosgw", "-n", "client.rgw.a", "-f");
        await WaitAsync();
        await CreateUserAsync("publisher", AccessKey);
        await CreateUserAsync("stranger", StrangersKey);
    }

    private Task CreateUserAsync(string name, string key) =>
        RunAsync("radosgw-admin", "user", "create", $"--uid={name}", $"--display-name={name}", $"--access-key={key}",
            $"--secret-key={SecretKey}");

    private string Configuration(string cluster, int monitorPort) => $"""
        [global]
        fsid = {cluster}
        mon host = v1:127.0.0.1:{monitorPort}
        auth cluster required = none
        auth service required = none
        auth client required = none
        ms bind msgr2 = false
        public addr = 127.0.0.1
        cluster addr = 127.0.0.1
        run dir = {folder}/run
        admin socket =
        log file = {folder}/ceph.log
        mon cluster log file = {folder}/cluster.log
        mon data = {folder}/mon
        osd data = {folder}/osd
        osd objectstore = memstore
        memstore device bytes = 2147483648
        osd pool default size = 1
        osd pool default min size = 1
        osd pool default pg num = 1
        osd pool default pgp num = 1
        osd pool default pg autoscale mode = off
        osd crush chooseleaf type = 0
        osd crush update on start = false
        osd class update on start = false
        mon allow pool size one = true
        mon max pg per osd = 1000
        # The gateway makes eight pools one after another, and each waits for a vote: vote at once, not once a second.
        paxos propose interval = 0.02
        paxos min wait = 0.01
        [client]
        rgw data = {folder}/rgw
        rgw frontends = beast endpoint=127.0.0.1:{Endpoint.Port}
        rgw enable static website = true
        rgw enable apis = s3, s3website, admin
        rgw dns name = s3.localhost
        rgw dns s3website name = s3-website.localhost
        rgw thread pool size = 64
        rgw run sync thread = false

        """;

    private Task<string> RunAsync(string program, params string[] arguments) =>
        Daemon.RunAsync(CephEnvironment, Installed.Find(program)!, arguments);

    private void Start(string program, params string[] arguments) =>
        daemons.Add(Daemon.Start(Path.Combine(folder, "daemons.log"), CephEnvironment, Installed.Find(program)!, arguments));

    private Dictionary<string, string> CephEnvironment => new() { ["CEPH_CONF"] = Path.Combine(folder, "ceph.conf") };

    private async Task WaitAsync()
    {
        var until = DateTime.UtcNow + Patience;
        while (DateTime.UtcNow < until)
        {
            if (daemons.Any(daemon => daemon.HasExited))
                throw new InvalidOperationException("A part of the RADOS gateway ended by itself.");
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(Endpoint.Host, Endpoint.Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }
        throw new TimeoutException($"The RADOS gateway was not ready within {Patience.TotalSeconds:0} s.");
    }

    private string Log()
    {
        var log = Path.Combine(folder, "daemons.log");
        return File.Exists(log) ? string.Join('\n', File.ReadLines(log).TakeLast(20)) : "";
    }
}
