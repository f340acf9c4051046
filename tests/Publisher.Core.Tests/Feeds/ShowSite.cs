using Publisher.Sources;

namespace Publisher.Core.Tests.Feeds;

/// <summary>A podcast that uses every key of a show and of an episode, beside a blog.</summary>
internal static class ShowSite
{
    public static MemoryReader Source() => MemoryReader.FromTxtar(Text);

    private const string Text = """
        A show.
        -- publisher.yml --
        title: Water & Stone
        base_url: https://example.org/
        author: Ada
        description: All there is.
        -- content/posts/2026-01-01-one.md --
        ---
        title: One <b> & "two"
        description: Said & done.
        updated: 2026-01-09T10:00:00+02:00
        tags: [deep blue, "C#"]
        authors: [Ada, Grace]
        image: pot.png
        ---
        See [two](#two).

        ## Two

        ]]> & *em*
        -- content/posts/pot.png --
        -- content/podcast/index.md --
        ---
        title: Running Water
        description: On rivers & what lives in them.
        authors: [Ada]
        owner: { name: Ada L., email: ada@example.org }
        artwork: cover.png
        categories: [Science > Nature, Society & Culture]
        language: en-gb
        explicit: false
        type: serial
        copyright: © Ada
        license: { name: cc-by-4.0, url: "https://creativecommons.org/licenses/by/4.0/" }
        directories: { Apple Podcasts: "https://podcasts.apple.com/1" }
        funding: [{ url: "https://example.org/give", text: Give }, { url: "https://example.org/buy", text: Buy & sell }]
        hosts: [{ name: Ada, url: "https://ada.example/", image: ada.png }]
        persons: [{ name: Eve, role: editor, group: writing }]
        locked: true
        medium: podcast
        id: 917393e3-1b1e-5cef-ace4-edaa54e1f810
        new_feed_url: https://example.org/podcast/feed.xml
        complete: true
        location: Berlin
        verify: { applepodcastsverify: 12ab, verify: S6lpp7-ZCn8 }
        podroll: [9b024349-ccf0-5f69-a609-6b82873eab3c]
        update_frequency: Weekly
        seasons: { 2: Downstream & up }
        value: { suggested: 0.05, recipients: [{ name: Ada, address: 02d5c1bf, split: 95 }, { address: eve@pay.example, split: 5, fee: true, custom_key: 696969, custom_value: eve }] }
        chat: { server: irc.example.org, protocol: irc, account: ada, space: "#water" }
        publisher: { guid: 003af0a0-6a45-55cf-b765-68e3d349551a, url: "https://publisher.example/feed.xml" }
        podping: true
        block: { all: false, spreaker: true }
        audio_url: https://media.example.org/:number/:slug.mp3
        ---
        -- content/podcast/stones.srt --
        1
        00:00:01,000 --> 00:00:03,000
        Carol: Guten Tag.
        -- content/podcast/small.mp3 --
        no sound
        -- content/podcast/cover.png --
        -- content/podcast/ada.png --
        -- content/podcast/grace.png --
        -- content/podcast/bonus.png --
        -- content/podcast/2026-01-05-1-source.md --
        ---
        title: The Source
        description: Where it <begins> & ends.
        mp3_bytes: 54880000
        mp3_duration: "57:10"
        season: 2
        episode_display: No. 1
        soundbites: [{ start: 12:30, end: 13:15.5, title: "Downhill & on" }, { start: 60, duration: 20 }]
        comments: ["https://social.example/@ada/105079274766075912", { url: "https://talk.example/t/1", protocol: matrix, account: ada, account_url: "https://talk.example/ada" }]
        value: { method: lnaddress, recipients: [{ name: Grace, address: grace@pay.example, split: 1 }] }
        chat: { server: matrix.example.org, protocol: matrix }
        guest: Grace
        guest_avatar: grace.png
        guest_website: https://grace.example/?a=1&b=2
        guest_2: Alan
        tags: [deep blue]
        ---
        A *whole* [text](#rest).

        ## Rest

        - 0:57 -- The spring & its "water"
        - 12:30 -- Downhill
        - 57:01 -- Home
        -- content/podcast/2026-01-05-1-source.vtt --
        WEBVTT

        00:01.000 --> 00:03.000
        <v Ada>Welcome.
        -- content/podcast/2026-01-12-2-stones.md --
        ---
        title: Stones
        id: urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a
        date: 2026-01-12T09:30:00+01:00
        audio: { url: "https://elsewhere.example/stones.m4a", bytes: 16000000, duration: 1000 }
        season: 2
        episode_type: bonus
        explicit: true
        image: bonus.png
        comments: disabled
        alternates:
          - { file: small.mp3, title: Small, bitrate: 32000, language: en }
          - { url: "https://elsewhere.example/stones.mp4", bytes: 700000000, height: 1080, rel: film }
        guests: [{ name: Bob, role: guest, url: "https://bob.example/" }]
        hosts: [{ name: Carol, role: co-host }]
        chapters:
          - { start: "0:00", title: Hello, url: "https://example.org/hello", image: bonus.png }
          - { startTime: 61.5, title: A <stone> }
          - 10:00 -- End
        transcript: { file: stones.srt, language: de }
        ---
        More.
        -- content/podcast/2026-01-01-0-soon.md --
        ---
        title: Soon & deep
        mp3_bytes: 1600000
        mp3_duration: 100
        season: 2
        episode_type: trailer
        ---
        Hear.
        """;
}
