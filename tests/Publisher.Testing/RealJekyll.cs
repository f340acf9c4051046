namespace Publisher.Testing;

/// <summary>The real Jekyll, for comparing what it makes of a site.</summary>
public static class RealJekyll
{
    public static Task BuildAsync(string source, string destination) => Daemon.RunAsync(
        new Dictionary<string, string> { ["TZ"] = "UTC", ["LANG"] = "C.UTF-8", ["JEKYLL_ENV"] = "production" },
        Installed.Find("jekyll")!, "build", "--quiet", "--source", source, "--destination", destination);
}
