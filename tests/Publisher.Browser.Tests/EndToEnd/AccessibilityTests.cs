using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Publisher.Browser.Tests.EndToEnd;

/// <summary>Every kind of page of the default theme, as accessibility's rules see it.</summary>
[Collection(nameof(Chromium))]
public sealed class AccessibilityTests(Chromium chromium, ReadersSite site) : IClassFixture<ReadersSite>
{
    private static readonly string[] Kinds =
    [
        "/", "/posts/demand-driven/", "/weeknotes/weeknote-3/", "/podcast/hello-listener/", "/docs/writing/code-blocks/",
        "/docs/writing/markdown/", "/colophon/", "/posts/", "/weeknotes/", "/podcast/", "/docs/", "/posts/2026/", "/series/how-it-works/",
        "/tags/", "/tags/engine/", "/people/", "/people/espeak/", "/404.html",
    ];

    [BrowserFact]
    public async Task No_page_breaks_a_rule_in_light() => await ExpectNoViolationsAsync(ColorScheme.Light, 1280);

    [BrowserFact]
    public async Task No_page_breaks_a_rule_in_dark() => await ExpectNoViolationsAsync(ColorScheme.Dark, 1280);

    [BrowserFact]
    public async Task No_page_breaks_a_rule_on_a_telephone() => await ExpectNoViolationsAsync(ColorScheme.Light, 375);

    private async Task ExpectNoViolationsAsync(ColorScheme scheme, int width)
    {
        await using var tab = await chromium.OpenAsync(new()
        {
            ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 }, ReducedMotion = ReducedMotion.Reduce,
        });
        await site.ServeToAsync(tab.Page);
        var found = new List<string>();
        foreach (var path in Kinds)
        {
            await tab.Page.GotoAsync(ReadersSite.At(path));
            await tab.Page.EvaluateAsync("document.querySelectorAll('details').forEach(each => { each.open = true })");
            var result = await tab.Page.RunAxe();
            Assert.Contains(result.Passes, rule => rule.Id == "color-contrast");
            foreach (var violation in result.Violations)
                found.AddRange(violation.Nodes.Select(node => $"{path}: {violation.Id}: {violation.Help}: {node.Html} ({node.Target})"));
        }
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
