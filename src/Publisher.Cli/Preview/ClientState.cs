using System.Globalization;
using System.Text.Json;
using Publisher.Text;

namespace Publisher.Cli.Preview;

/// <summary>
/// What a browser shows, as it says and as the preview then told it: the page with its stamp, and the style sheets, images and
/// scripts it loaded with theirs. After a restart of the preview the browser says it again, so nothing that changed meanwhile
/// is missed.
/// </summary>
internal sealed class ClientState
{
    private const int MostAssets = 500;

    private readonly Dictionary<string, Stamp> assets = [];
    private Stamp stamp;

    private ClientState(string url) => (Url, Page) = (url, Uri.UnescapeDataString(url));

    /// <summary>The path of the page's URL as the browser spells it.</summary>
    public string Url { get; }

    /// <summary>The same, decoded.</summary>
    public string Page { get; }

    /// <summary>
    /// Reads <c>{"page":"/a/","stamp":"…","assets":{"/a.css":"…"}}</c>, an unknown stamp being empty; null for anything else.
    /// </summary>
    public static ClientState? Parse(ReadOnlyMemory<byte> message)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("page", out var page)) return null;
            if (page.GetString() is not { } url) return null;
            var state = new ClientState(url) { stamp = StampOf(root, "stamp") };
            if (root.TryGetProperty("assets", out var listed))
                foreach (var asset in listed.EnumerateObject().Take(MostAssets))
                    state.assets[asset.Name] = StampOf(listed, asset.Name);
            return state;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Writes the page's stamp as <c>page</c> if the browser shows another one.</summary>
    public bool WritePage(Utf8JsonWriter json, Answer answer)
    {
        if (answer.Location is null && answer.Served.Stamp == stamp) return false;
        stamp = answer.Served.Stamp;
        json.WriteString("page", stamp.ToString());
        return true;
    }

    /// <summary>
    /// Writes the stamps the browser does not know yet as <c>assets</c>, and the URLs of those that changed as <c>changed</c>.
    /// An asset that is gone is no news: the page that still wanted it would have changed.
    /// </summary>
    public bool WriteAssets(Utf8JsonWriter json, Edition edition)
    {
        var changed = new List<string>();
        var learnt = new List<string>();
        foreach (var (url, known) in assets)
        {
            var answer = edition.Answer(Uri.UnescapeDataString(url));
            if (answer.Status != 200 || answer.Served.Stamp == known) continue;
            assets[url] = answer.Served.Stamp;
            learnt.Add(url);
            if (!known.IsNone) changed.Add(url);
        }
        if (learnt.Count == 0) return false;
        json.WriteStartObject("assets");
        foreach (var url in learnt) json.WriteString(url, assets[url].ToString());
        json.WriteEndObject();
        json.WriteStartArray("changed");
        foreach (var url in changed) json.WriteStringValue(url);
        json.WriteEndArray();
        return true;
    }

    private static Stamp StampOf(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value)
        && ulong.TryParse(value.GetString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number)
            ? new Stamp(number) : Stamp.None;
}
