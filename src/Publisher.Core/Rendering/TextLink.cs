using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>A link as a page's text has it: where it leads for the output that prints it, and what is wrong with it.</summary>
internal static class TextLink
{
    /// <param name="at">Where the link stands, for what is wrong with it.</param>
    public static string Resolve(RenderScope scope, Entry page, string target, Location at, bool reports)
    {
        var answer = scope.Link(page, target);
        if (reports && answer.Fault != LinkFault.None) Report(scope, page, target, at, answer);
        var url = answer.IsLocal ? scope.Address(answer.Url) : answer.Url;
        if (answer.IsLocal || !scope.AbsoluteUrls) return url;
        if (url.StartsWith('#')) return scope.Absolute(scope.Read(page, Field.Url).Url) + url;
        return Urls.IsExternal(url) ? url : scope.Absolute(new SitePath(scope.Read(page, Field.Url).Url + "/" + url).Value);
    }

    private static void Report(RenderScope scope, Entry page, string target, Location at, LinkAnswer answer) =>
        scope.Report(answer.Fault switch
        {
            LinkFault.Dead => Messages.DeadLink(at, target, scope.NearTo(page, target)),
            LinkFault.DeadAnchor => Messages.DeadAnchor(
                at, target, target[(target.IndexOf('#') + 1)..], answer.Target.Value, scope.AnchorsOf(answer.Target)),
            _ => Messages.LinkToUnpublished(at, target,
                answer.Status switch { Status.Draft => "a draft", Status.Future => "dated in the future", _ => "expired" }),
        });
}
