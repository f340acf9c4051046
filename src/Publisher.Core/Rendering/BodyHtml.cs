using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Rendering.Views;
using Publisher.Scriban;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>A page's text on its way to an output: the holes in it are filled with today's addresses and sizes.</summary>
/// <param name="reports">Whether links that lead nowhere are told of here; a text that is printed in several outputs reports in
/// one.</param>
internal sealed class BodyHtml(Entry page, Body body, bool reports) : IHtml
{
    public void WriteTo(Utf8Buffer output, TemplateRun run) => WriteTo(output, run.Scope());

    public void WriteTo(Utf8Buffer output, RenderScope scope)
    {
        var html = body.Html.Span;
        var written = 0;
        foreach (var hole in body.Holes)
        {
            output.Write(html[written..hole.Offset]);
            written = hole.Offset;
            if (hole.Kind == HoleKind.Url) WriteUrl(output, scope, hole);
            else if (SizeOf(scope, hole.Target) is { } size) output.Write($" width=\"{size.Width}\" height=\"{size.Height}\"");
        }
        output.Write(html[written..]);
    }

    private void WriteUrl(Utf8Buffer output, RenderScope scope, Hole hole)
    {
        var answer = scope.Link(page, hole.Target);
        if (reports && answer.Fault != LinkFault.None) Report(scope, hole, answer);
        var url = answer.IsLocal ? scope.Address(answer.Url) : answer.Url;
        if (!answer.IsLocal && scope.AbsoluteUrls && url.StartsWith('#'))
            url = scope.Absolute(scope.Read(page, Field.Url).Url) + url;
        else if (!answer.IsLocal && scope.AbsoluteUrls && !Urls.IsExternal(url))
            url = scope.Absolute(new SitePath(scope.Read(page, Field.Url).Url + "/" + url).Value);
        Escaping.Write(output, url);
    }

    private void Report(RenderScope scope, Hole hole, LinkAnswer answer)
    {
        var anchor = hole.Target[(hole.Target.IndexOf('#') + 1)..];
        scope.Report(answer.Fault switch
        {
            LinkFault.Dead => Messages.DeadLink(hole.At, hole.Target, scope.NearTo(page, hole.Target)),
            LinkFault.DeadAnchor =>
                Messages.DeadAnchor(hole.At, hole.Target, anchor, answer.Target.Value, scope.AnchorsOf(answer.Target)),
            _ => Messages.LinkToUnpublished(hole.At, hole.Target,
                answer.Status switch { Status.Draft => "a draft", Status.Future => "dated in the future", _ => "expired" }),
        });
    }

    private ImageSize? SizeOf(RenderScope scope, string target) =>
        scope.Link(page, target) is { IsLocal: true, Target.IsRoot: false } answer ? scope.SizeOf(answer.Target) : null;
}
