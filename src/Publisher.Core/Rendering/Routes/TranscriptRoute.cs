using System.Net;
using System.Text.RegularExpressions;
using Publisher.Rendering.Podcasts;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Rendering.Routes;

/// <summary>What is said in an episode, in one of the formats that players take.</summary>
public sealed partial record TranscriptRoute(SitePath Path, SitePath Source) : Route(Path)
{
    public override OutputRole Role => OutputRole.Feed;

    public override string Origin => "the transcript of " + Source;

    public override void Render(RenderScope scope, Utf8Buffer output)
    {
        var page = scope.Page(Source)!;
        if (EpisodeTranscript.Read(page, scope)?.Words is not { } transcript)
        {
            WriteText(page, scope, output);
            return;
        }
        // It was planned before anybody knew whether there are times.
        if (!transcript.IsTimed && Path.HasExtension(".vtt", ".srt", ".json")) transcript = Media.Transcript.Empty;
        output.Write(Path.Extension switch
        {
            ".vtt" => transcript.ToVtt(),
            ".srt" => transcript.ToSrt(),
            ".json" => transcript.ToJson(),
            ".txt" => transcript.ToText(),
            _ => transcript.ToHtml(),
        });
    }

    /// <summary>The stretches of the page's text that are a transcript.</summary>
    private void WriteText(Model.Entry page, RenderScope scope, Utf8Buffer output)
    {
        scope.AbsoluteUrls = true;
        var body = scope.Body(page, reports: false);
        var run = scope.Templates.RentRun(scope);
        try
        {
            foreach (var component in body.Components)
            {
                if (component.Name != Content.Component.Transcript) continue;
                var said = body.Between(component.ContentStart, component.ContentEnd);
                new BodyHtml(page, said, reports: false).WriteTo(output, run);
            }
        }
        finally
        {
            scope.Templates.ReturnRun(run);
        }
        if (Path.Extension != ".txt") return;
        var text = WebUtility.HtmlDecode(Tag().Replace(output.ToString().Replace("</p>\n", "</p>\n\n"), "")).Trim();
        output.Clear();
        output.Write(text);
        output.Write("\n"u8);
    }

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tag();
}
