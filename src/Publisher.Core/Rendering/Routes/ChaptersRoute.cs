using System.Text.Encodings.Web;
using System.Text.Json;
using Publisher.Rendering.Views;
using Publisher.Stores;
using Publisher.Text;

namespace Publisher.Rendering.Routes;

/// <summary>An episode's chapters for players: JSON of Podcasting 2.0, version 1.2.0.</summary>
public sealed record ChaptersRoute(SitePath Path, SitePath Source) : Route(Path)
{
    private static readonly JsonWriterOptions Options =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override OutputRole Role => OutputRole.Feed;

    public override string Origin => "the chapters of " + Source;

    public override void Render(RenderScope scope, Utf8Buffer output)
    {
        scope.AbsoluteUrls = true;
        var page = scope.Page(Source, Field.Title)!;
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "1.2.0");
            json.WriteString("title", page.Title);
            json.WriteStartArray("chapters");
            foreach (var chapter in EpisodeChapters.Of(page, scope))
            {
                json.WriteStartObject();
                json.WriteNumber("startTime", chapter.Start);
                if (chapter.End is { } end) json.WriteNumber("endTime", end);
                json.WriteString("title", chapter.Title);
                if (chapter.Url is { } url) json.WriteString("url", EntryView.AddressOf(page, url, scope));
                if (chapter.Image is { } image) json.WriteString("img", EntryView.AddressOf(page, image, scope));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.Write("\n"u8);
    }
}
