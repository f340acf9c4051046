namespace Publisher.Core.Tests.Incremental;

/// <summary>A theme that asks every kind of question: what no template asks, no equivalence test can find missing.</summary>
internal static class TestTheme
{
    /// <summary>What a component's template may be; each asks the site something.</summary>
    public static readonly string[] Components =
    [
        "<b>{{ title }} {{ page.title }} {{ $.of ? (link_to $.of) : '' }}</b>{{ content }}",
        "{{ for p in site.pages | array.limit 2 }}<i>{{ p.title }}</i>{{ end }}{{ content }} {{ attributes.id }}",
        "<u>{{ site.title }} {{ page.next?.title }}</u>", "{{ content }}{{ include 'item' page }}", "{{ page.content }}", "{{ site.nothing }}",
        "{{ markdown '**a** :::note' }}{{ markdown content }}",
    ];

    public static readonly Dictionary<string, string> Templates = new()
    {
        ["base.sbn-html"] = """
            <title>{{ page.title }} | {{ site.title }} {{ site.description }}</title>
            <link href="{{ asset 'css/extra.css' }}"><meta content="{{ page.permalink }} {{ page.lang }} {{ page.kind }}">
            {{ for item in site.menu }}<a href="{{ item.url }}">{{ item.title }}</a>{{ end }}
            {{ for feed in site.feeds }}<link href="{{ feed.url }}">{{ end }}{{ for feed in page.feeds }}<link href="{{ feed.url }}">{{ end }}
            {{ for s in site.sections }}<a href="{{ s.url }}">{{ s.title }} {{ s.count }}</a>{{ end }}
            {{ for crumb in page.breadcrumbs }}<a href="{{ crumb.url }}">{{ crumb.title }}</a>{{ end }}
            {{ content }}
            """,
        ["page.sbn-html"] = """
            {{ layout 'base' ~}}
            {{ include 'meta' page }}
            {{ page.content }}
            {{ if page.prev }}<a rel="prev" href="{{ page.prev.url }}">{{ page.prev.title }}</a>{{ end }}
            {{ if page.next }}<a rel="next" href="{{ page.next.url }}">{{ page.next.title }} {{ page.next.reading_minutes }}</a>{{ end }}
            {{ page.params.subtitle }} {{ site.data.people.first }} {{ page.blogroll_url }}{{ for blog in page.blogroll }}{{ blog.title }}{{ end }}
            """,
        ["doc.sbn-html"] = """
            {{ layout 'base' ~}}
            {{ fragment 'nav' page.section }}
            {{ page.toc }}{{ page.content }}{{ page.section.title }} {{ page.section.parent ? page.section.parent.title : '' }}
            {{ if page.next }}{{ page.next.title }}{{ end }}
            """,
        ["episode.sbn-html"] = """
            {{ layout 'base' ~}}
            {{ if page.audio }}{{ page.audio.bytes }} {{ page.audio.duration }} {{ page.audio.url }}{{ end }}{{ page.number }}{{ page.content }}
            {{ page.chapters_url }}{{ page.transcript }}{{ for t in page.transcripts }}{{ t.url }} {{ t.language }} {{ end }}
            {{ for other in page.section.pages }}{{ if other.url != page.url }}<a href="{{ other.url }}">{{ other.title }}</a>{{ for c in other.chapters }}{{ c.time }} {{ c.title }} {{ c.moment }}{{ end }}
            {{ for o in other.alternates }}{{ o.url }} {{ o.bytes }}{{ end }}{{ for t in other.transcripts }}{{ t.url }}{{ end }}{{ end }}{{ end }}
            {{ for c in page.chapters }}{{ c.image }}{{ end }}{{ page.episode_type }} {{ page.season_name }} {{ page.image_size?.width }}
            {{ for o in page.alternates }}{{ o.url }} {{ o.type }} {{ o.bytes }} {{ o.bitrate }} {{ o.title }} {{ o.language }}{{ end }}
            {{ for s in page.soundbites }}{{ s.start }} {{ s.duration }} {{ s.title }}{{ end }}{{ page.chat_room?.server }} {{ page.show?.chat?.server }}
            {{ for p in page.payments }}{{ p.suggested }}{{ for r in p.recipients }}{{ r.address }} {{ r.split }}{{ end }}{{ end }}
            {{ for d in page.discussions }}{{ d.protocol }} {{ d.url }} {{ d.account }}{{ end }}
            {{ for who in page.people }}{{ who.role }} {{ who.name }} {{ who.url }} {{ who.image }}{{ end }}{{ for who in page.guests }}{{ who.image }} {{ who.permalink }}{{ end }}
            """,
        ["weeknote.sbn-html"] = """
            {{ layout 'base' ~}}
            {{ page.number }} {{ page.last_number }} {{ page.shows_number }} {{ page.season_url }} {{ page.week }} {{ page.week_year }}
            {{ for other in page.same_week }}<a href="{{ other.url }}">{{ other.title }} {{ other.week_year }}</a>{{ end }}
            {{ if page.date }}{{ page.from | date.to_string '%F' }}{{ end }} {{ page.words }} {{ page.content }} {{ site.time | date.to_string '%Y-%m' }}
            """,
        ["section.sbn-html"] = """
            {{ layout 'base' ~}}
            {{ page.content }}{{ page.total }}
            {{ for item in page.pages }}{{ include 'item' item }}{{ end }}
            {{ for child in page.sections }}<a href="{{ child.url }}">{{ child.title }}: {{ child.description }}</a>{{ end }}
            {{ for year in page.years }}<a href="{{ year.url }}">{{ year.year }} {{ year.count }}</a>{{ end }}
            {{ for season in page.seasons }}<a href="{{ season.url }}">{{ season.season }} {{ season.count }} {{ season.name }}</a>{{ end }}{{ page.season }} {{ page.season_name }}
            {{ if page.pagination }}{{ page.pagination.number }}/{{ page.pagination.count }} {{ page.pagination.next_url }} {{ page.pagination.prev_url }}{{ end }}
            """,
        ["term.sbn-html"] = "{{ layout 'base' }}{{ page.term.name }} {{ page.term.count }}{{ for item in page.pages }}{{ include 'item' item }}{{ end }}",
        ["terms.sbn-html"] = "{{ layout 'base' }}{{ for term in page.terms }}<a href=\"{{ term.url }}\">{{ term.name }} {{ term.count }}</a>{{ end }}",
        ["person.sbn-html"] = """
            {{ layout 'base' ~}}
            {{ who = page.person }}{{ who }} {{ who.title }} {{ who.image }} {{ who.link }} {{ who.count }} {{ page.content }}
            {{ for link in who.links }}<a href="{{ link.url }}">{{ link.name }}</a>{{ end }}{{ for item in page.pages }}{{ item.title }}{{ end }}
            {{ for item in who.episodes }}{{ item.title }}{{ end }}
            """,
        ["people.sbn-html"] = "{{ layout 'base' }}{{ for who in page.people }}<a href=\"{{ who.url }}\">{{ who.title }} {{ who.count }} {{ who.image }} {{ who.link }} {{ who.description }}</a>{{ end }}",
        ["redirect.sbn-html"] = "<a href=\"{{ page.target }}\">{{ page.target_permalink }}</a>",
        ["404.sbn-html"] = "{{ layout 'base' }}{{ for item in site.pages | array.limit 3 }}{{ item.title }}{{ end }}{{ for tag in site.tags }}{{ tag.name }}{{ end }}{{ for who in site.people }}{{ who.name }}{{ end }}",
        ["rss.sbn-xml"] = "<rss>{{ page.title }} {{ rss_date page.updated }}{{ for item in page.pages }}<item>{{ item.permalink }} {{ item.content | html.escape }}</item>{{ end }}</rss>",
        ["atom.sbn-xml"] = "<feed>{{ page.self_url }} {{ xml_date page.updated }}{{ for item in page.pages }}<entry>{{ item.title }} {{ item.summary | html.escape }}</entry>{{ end }}</feed>",
        ["includes/meta.sbn-html"] = """
            {{ $0.date ? ($0.date | date.to_string '%F') : 'no date' }} {{ $0.updated }} {{ $0.description }} {{ $0.image }} {{ $0.status }}
            {{ for tag in $0.tags }}<a href="{{ tag.url }}">{{ tag.name }}</a>{{ end }}{{ for c in $0.categories }}{{ c.name }}{{ end }}
            {{ for who in $0.people }}{{ who.role }} <a href="{{ who.url }}">{{ who }}</a> {{ who.image }} {{ who.link }}{{ end }}{{ for name in $0.authors }}{{ name }}{{ end }}
            {{ if $0.series }}{{ $0.series.name }} of {{ $0.series.count }}{{ end }}
            """,
        ["includes/item.sbn-html"] = "<a href=\"{{ $0.url }}\">{{ $0.title }}</a> {{ $0.number }} {{ $0.season }} {{ $0.params.subtitle }} {{ $0.excerpt }} {{ $0.summary }} {{ if $0.date }}{{ $0.date | date.to_string '%-d %B' }}{{ end }}",
        ["components/ask.sbn-html"] = "<b>{{ label }} {{ site.data.people.first }} {{ page.title }} {{ page.prev?.title }} {{ $.of ? (link_to $.of) : '' }}</b>",
        ["components/card.sbn-html"] = "<section id=\"{{ attributes.id }}\">{{ title }}{{ content }}{{ site.time | date.to_string '%m' }}</section>",
        ["fragments/nav.sbn-html"] = """
            <nav>{{ for item in section.pages }}<a href="{{ item.url }}">{{ item.title }}</a>{{ end }}
            {{ for child in section.sections }}<a href="{{ child.url }}">{{ child.title }}</a>{{ end }}</nav>
            """,
    };
}
