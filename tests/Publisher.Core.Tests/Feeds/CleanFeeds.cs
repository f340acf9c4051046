namespace Publisher.Core.Tests.Feeds;

/// <summary>Feeds with nothing wrong in them, which cases spoil in one place each.</summary>
internal static class CleanFeeds
{
    public const string Podcast = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"
          xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:psc="http://podlove.org/simple-chapters">
        <channel>
          <title>Running Water</title>
          <link>https://example.org/</link>
          <atom:link rel="self" type="application/rss+xml" href="https://example.org/feed.xml"/>
          <atom:link rel="hub" href="https://hub.example.org/"/>
          <atom:link rel="next" href="https://example.org/feed-2.xml"/>
          <description>On rivers, and what lives in them.</description>
          <language>en-gb</language>
          <managingEditor>mail@example.org (Ann)</managingEditor>
          <lastBuildDate>Fri, 20 Nov 2026 10:00:00 +0000</lastBuildDate>
          <image><url>https://example.org/cover.jpg</url><title>Running Water</title><link>https://example.org/</link></image>
          <itunes:image href="https://example.org/cover.jpg"/>
          <itunes:author>Ann</itunes:author>
          <itunes:owner><itunes:name>Ann</itunes:name><itunes:email>mail@example.org</itunes:email></itunes:owner>
          <itunes:category text="Science"><itunes:category text="Nature"/></itunes:category>
          <itunes:explicit>false</itunes:explicit>
          <itunes:type>episodic</itunes:type>
          <podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>
          <podcast:locked owner="mail@example.org">yes</podcast:locked>
          <podcast:funding url="https://example.org/give">Give</podcast:funding>
          <podcast:medium>podcast</podcast:medium>
          <podcast:person role="host" href="https://example.org/ann">Ann</podcast:person>
          <podcast:updateFrequency rrule="FREQ=WEEKLY">Weekly</podcast:updateFrequency>
          <podcast:location geo="geo:52.52,13.40">Berlin</podcast:location>
          <podcast:txt purpose="verify">abc</podcast:txt>
          <item>
            <title>The Source</title>
            <link>https://example.org/5</link>
            <guid isPermaLink="false">water-5</guid>
            <pubDate>Fri, 20 Nov 2026 10:00:00 +0000</pubDate>
            <description><![CDATA[<p>Where it <em>begins</em>, and <a href="https://example.org/map">a map</a>.</p>
        00:00 Hello
        (01:10) The spring
        12:30 - Its water]]></description>
            <enclosure url="https://example.org/5.mp3" length="16000000" type="audio/mpeg"/>
            <itunes:duration>1000</itunes:duration>
            <itunes:episode>5</itunes:episode>
            <itunes:season>1</itunes:season>
            <itunes:episodeType>full</itunes:episodeType>
            <itunes:explicit>false</itunes:explicit>
            <podcast:season name="One">1</podcast:season>
            <podcast:episode display="5th">5</podcast:episode>
            <podcast:transcript url="https://example.org/5.vtt" type="text/vtt"/>
            <podcast:chapters url="https://example.org/5.json" type="application/json+chapters"/>
            <podcast:soundbite startTime="73.0" duration="60.0">The best</podcast:soundbite>
            <psc:chapters version="1.2"><psc:chapter start="0:00" title="Hello"/><psc:chapter start="00:01:10.500" title="The spring"/></psc:chapters>
          </item>
          <item>
            <title>Stones</title>
            <guid>https://example.org/4</guid>
            <pubDate>Fri, 13 Nov 2026 10:00:00 GMT</pubDate>
            <enclosure url="https://example.org/4.mp3" length="32000000" type="audio/mpeg"/>
            <itunes:duration>33:20</itunes:duration>
            <itunes:episode>4</itunes:episode>
          </item>
          <item>
            <title>Fish</title>
            <guid>https://example.org/3</guid>
            <pubDate>Fri, 06 Nov 2026 10:00:00 GMT</pubDate>
            <enclosure url="https://example.org/3.mp3" length="8000000" type="audio/mpeg"/>
            <itunes:duration>500</itunes:duration>
            <itunes:episode>3</itunes:episode>
          </item>
          <item>
            <title>Mud</title>
            <guid>https://example.org/2</guid>
            <pubDate>Fri, 30 Oct 2026 10:00:00 GMT</pubDate>
            <enclosure url="https://example.org/2.mp3" length="24000000" type="audio/mpeg"/>
            <itunes:duration>1500</itunes:duration>
            <itunes:episode>2</itunes:episode>
          </item>
          <item>
            <title>The Sea</title>
            <guid>https://example.org/1</guid>
            <pubDate>Fri, 23 Oct 2026 10:00:00 GMT</pubDate>
            <enclosure url="https://example.org/1.m4a" length="12000000" type="audio/x-m4a"/>
            <itunes:duration>750</itunes:duration>
            <itunes:episode>1</itunes:episode>
          </item>
        </channel>
        </rss>
        """;

    public const string Atom = """
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
          <title>Notes</title>
          <id>https://example.org/</id>
          <updated>2026-11-20T10:00:00Z</updated>
          <link rel="self" href="https://example.org/atom.xml"/>
          <author><name>Ann</name></author>
          <entry>
            <title>Two</title>
            <id>tag:example.org,2026:2</id>
            <published>2026-11-19T10:00:00Z</published>
            <updated>2026-11-20T11:00:00+01:00</updated>
            <link href="https://example.org/2"/>
            <content type="html"><![CDATA[<p>One<br>two <img src="https://example.org/a.png" alt=""></p><ul><li>a<li>b</ul>]]></content>
          </entry>
          <entry>
            <title>One</title>
            <id>https://example.org/1</id>
            <updated>2026-11-01T10:00:00.5Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p></div></content>
          </entry>
        </feed>
        """;

    public const string Json = """
        {
          "version": "https://jsonfeed.org/version/1.1",
          "title": "Notes",
          "home_page_url": "https://example.org/",
          "feed_url": "https://example.org/feed.json",
          "language": "de",
          "items": [
            {
              "id": "https://example.org/2",
              "url": "https://example.org/2",
              "content_html": "<p>Two</p>",
              "date_published": "2026-11-20T10:00:00Z",
              "attachments": [ { "url": "https://example.org/2.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 16000000, "duration_in_seconds": 1000 } ]
            },
            { "id": "1", "content_text": "One <b>", "date_published": "2026-11-01T10:00:00+01:00" }
          ]
        }
        """;

    public static readonly string[] All = [Podcast, Atom, Json];
}
