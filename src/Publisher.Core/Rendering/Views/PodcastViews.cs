using Publisher.Content.Podcasts;
using Publisher.Content;
using Publisher.Model;
using Publisher.Rendering.Podcasts;
using Publisher.Scriban.Checks;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Rendering.Views;

/// <summary>What shows and episodes say in the tags of Podcasting 2.0 alone, as templates see it.</summary>
internal static class PodcastViews
{
    public static readonly View<Soundbite> Soundbites = new("soundbite",
        View<Soundbite>.Text("start", (one, _) => Moment.Seconds(one.Start)),
        View<Soundbite>.Text("duration", (one, _) => Moment.Seconds(one.Duration)),
        View<Soundbite>.Text("title", (one, _) => one.Title));

    public static readonly View<PaymentRecipient> Recipients = new("recipient",
        View<PaymentRecipient>.Text("name", (one, _) => one.Name), View<PaymentRecipient>.Text("type", (one, _) => one.Type),
        View<PaymentRecipient>.Text("address", (one, _) => one.Address),
        View<PaymentRecipient>.Number("split", (one, _) => one.Split),
        View<PaymentRecipient>.Flag("fee", (one, _) => one.IsFee),
        View<PaymentRecipient>.Text("custom_key", (one, _) => one.Custom?.Name),
        View<PaymentRecipient>.Text("custom_value", (one, _) => one.Custom?.Url));

    public static readonly View<Payment> Payments = new("payment",
        View<Payment>.Text("type", (one, _) => one.Type), View<Payment>.Text("method", (one, _) => one.Method),
        View<Payment>.Text("suggested", (one, _) => one.Suggested),
        View<Payment>.Member("recipients", (one, _) => Recipients.List(one.Recipients), () => Recipients.Many));

    public static readonly View<Discussion> Discussions = new("discussion",
        View<Discussion>.Text("protocol", (one, _) => one.Protocol), View<Discussion>.Text("url", (one, _) => one.Url),
        View<Discussion>.Text("account", (one, _) => one.Account),
        View<Discussion>.Text("account_url", (one, _) => one.AccountUrl));

    public static readonly View<Chat> Chats = new("chat",
        View<Chat>.Text("server", (one, _) => one.Server), View<Chat>.Text("protocol", (one, _) => one.Protocol),
        View<Chat>.Text("account", (one, _) => one.Account), View<Chat>.Text("space", (one, _) => one.Space));

    public static readonly View<OfferedAlternate> Alternates = new("alternate",
        View<OfferedAlternate>.Text("url", (one, _) => one.Url), View<OfferedAlternate>.Text("type", (one, _) => one.Type),
        View<OfferedAlternate>.Number("bytes", (one, _) => one.Bytes),
        View<OfferedAlternate>.Number("bitrate", (one, _) => one.Bitrate),
        View<OfferedAlternate>.Number("height", (one, _) => one.Said.Height),
        View<OfferedAlternate>.Text("title", (one, _) => one.Said.Title),
        View<OfferedAlternate>.Text("language", (one, _) => one.Said.Language),
        View<OfferedAlternate>.Text("rel", (one, _) => one.Said.Relation));

    public static readonly View<ServiceBlock> Blocks = new("block",
        View<ServiceBlock>.Text("service", (one, _) => one.Service),
        View<ServiceBlock>.Flag("blocked", (one, _) => one.IsBlocked));

    public static readonly View<RemoteFeed> RemoteFeeds = new("feed",
        View<RemoteFeed>.Text("guid", (one, _) => one.Guid), View<RemoteFeed>.Text("url", (one, _) => one.Url));

    private sealed record Size(ImageSize Pixels);

    private static readonly View<Size> Sizes = new("size",
        View<Size>.Number("width", (one, _) => one.Pixels.Width), View<Size>.Number("height", (one, _) => one.Pixels.Height));

    /// <summary>How large a picture is that a page names; null where it is no file of the site's, or is broken.</summary>
    public static Value SizeOf(Entry page, string? image, RenderScope scope) => Sizes.Of(
        image is not null && !Urls.IsExternal(image) && scope.Link(page, image) is { Fault: LinkFault.None } link
            && scope.Files.SizeOf(link.Target) is { } size
            ? new Size(size)
            : null);

    public static Shape SizeShape => Sizes.One;
}
