using Publisher.Configuration;
using Publisher.Content.Podcasts;
using Publisher.Content;
using Publisher.Model;
using Publisher.Rendering.Podcasts;
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
        View<Entry>.Text("episode_type", TypeOf),
        View<Entry>.Text("episode_display", (page, scope) => scope.Extra(page, "episode_display").TextOrNull()),
        View<Entry>.Member("image_size", (page, scope) =>
            PodcastViews.SizeOf(page, scope.Read(page, Field.Image).Matter.Image, scope), () => PodcastViews.SizeShape),
        View<Entry>.Member("soundbites", (page, scope) =>
            PodcastViews.Soundbites.List(Soundbite.ListOf(scope.Extra(page, Soundbite.Key), [])),
            () => PodcastViews.Soundbites.Many),
        View<Entry>.Member("alternates", (page, scope) => PodcastViews.Alternates.List(AlternateSounds.Of(page, scope)),
            () => PodcastViews.Alternates.Many),
        View<Entry>.Member("payments", (page, scope) =>
            PodcastViews.Payments.List(Payment.ListOf(scope.Extra(page, Payment.Key), [])), () => PodcastViews.Payments.Many),
        View<Entry>.Member("discussions", (page, scope) =>
            PodcastViews.Discussions.List(Discussion.ListOf(scope.Extra(page, Discussion.Key), [])),
            () => PodcastViews.Discussions.Many),
        View<Entry>.Member("chat_room", (page, scope) =>
            PodcastViews.Chats.Of(Chat.Of(scope.Extra(page, Chat.Key), [])), () => PodcastViews.Chats.One),
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

    /// <summary>full, trailer or bonus.</summary>
    public static string TypeOf(Entry page, RenderScope scope) => scope.Extra(page, "episode_type").TextOrNull() ?? "full";
}
