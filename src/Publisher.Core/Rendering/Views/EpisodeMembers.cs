using Publisher.Configuration;
using Publisher.Content;
using Publisher.Model;
using Publisher.Scriban.Checks;
using Publisher.Scriban.Values;

namespace Publisher.Rendering.Views;

/// <summary>What templates see of an episode beside what every page has: its sound, what is said in it, and by whom.</summary>
internal static class EpisodeMembers
{
    private static readonly View<Audio> AudioView = new("audio",
        View<Audio>.Text("url", (audio, _) => audio.Url), View<Audio>.Text("type", (audio, _) => audio.Type),
        View<Audio>.Number("bytes", (audio, _) => audio.Bytes),
        View<Audio>.Number("duration_seconds", (audio, _) => audio.Seconds),
        View<Audio>.Text("duration", (audio, _) => audio.Duration));

    private static readonly View<OfferedTranscript> TranscriptView = new("transcript",
        View<OfferedTranscript>.Text("url", (transcript, _) => transcript.Url),
        View<OfferedTranscript>.Text("type", (transcript, _) => transcript.Type),
        View<OfferedTranscript>.Text("language", (transcript, _) => transcript.Language));

    public static IEnumerable<Member> All =>
    [
        View<Entry>.Member("audio", (page, scope) => AudioView.Of(EpisodeAudio.Published(page, scope)), () => AudioView.One),
        View<Entry>.Member("chapters", (page, scope) => ChapterView.Of(page, scope), () => ChapterView.Instance.Many),
        View<Entry>.Text("chapters_url", (page, scope) => ChapterView.UrlOf(page, scope)),
        View<Entry>.Member("transcript", (page, scope) =>
            EpisodeTranscript.Html(page, scope) is { } html ? Value.FromHtml(html) : Value.Null,
            () => Shape.Text),
        View<Entry>.Member("transcripts", (page, scope) => TranscriptView.List(EpisodeTranscript.Offered(page, scope)),
            () => TranscriptView.Many),
        View<Entry>.Text("episode_type", (page, scope) =>
            (scope.Read(page, Field.All).Matter.Extra.Find("episode_type") as ScalarNode)?.Text ?? "full"),
        View<Entry>.Member("explicit", (page, scope) => DataValues.ToValue(scope.Extra(page, "explicit")), () => Shape.Flag),
        View<Entry>.Member("guests", (page, scope) =>
            PersonView.Instance.Listed(page, Person.GuestsOf(scope.Read(page, Field.All).Matter)),
            () => PersonView.Instance.Many),
        View<Entry>.Member("hosts", (page, scope) =>
            PersonView.Instance.Listed(page, Person.HostsOf(scope.Read(page, Field.All).Matter)),
            () => PersonView.Instance.Many),
        View<Entry>.Member("show", (page, scope) =>
            ShowView.Instance.Of(ShowView.Of(scope.Read(page, Field.Section).Section, scope)), () => ShowView.Instance.One),
    ];
}
