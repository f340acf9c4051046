using Publisher.Testing;

namespace Publisher.Cli.Tests.Commands;

/// <summary>A small site in a temporary folder: settings, a home page, two posts.</summary>
internal static class Site
{
    public static TestFolder Small()
    {
        var folder = new TestFolder();
        folder.Write("publisher.yml", "title: Small\nbase_url: https://example.org/\n");
        folder.Write("content/index.md", "---\ntitle: Small\n---\nHello.\n");
        folder.Write("content/posts/2026-01-02-first.md", "---\ntitle: First\n---\nOne.\n");
        folder.Write("content/posts/2026-01-03-second.md", "---\ntitle: Second\n---\nTwo, after [the first](2026-01-02-first.md).\n");
        return folder;
    }
}
