using System.Collections.Immutable;
using Publisher.Configuration;
using Publisher.Content;
using Publisher.Model;
using Publisher.Rendering.Podcasts;
using Publisher.Rendering;
using Publisher.Sources;
using Publisher.Text;
using Publisher.Themes;

namespace Publisher.Engine;

/// <summary>
/// Makes builds of one site, each from the sources as they are. Every step gives back what it made last time where its
/// input is the same, so the five-hundredth build is the first one's code; nothing here knows what kind of file changed.
/// </summary>
/// <param name="builtIn">The program's own themes, each below <c>themes/</c>.</param>
/// <param name="remembers">Whether outputs are kept for later builds; a one-shot build saves the memory.</param>
public sealed class Builder(SourceSet builtIn, BuildOptions options, TimeProvider clock, bool remembers)
{
    private readonly Names names = new();
    private readonly Memory memory = new();
    private readonly BufferPool buffers = new();
    private readonly TemplateSet templates = new();
    private readonly MediaFiles media = new();
    private Build? last;
    private PageParser? parser;

    public Build Advance(SourceSet sources, CancellationToken cancel)
    {
        var timings = new Timings(clock);
        var settings = SettingsParser.Parse(sources, options, clock.GetUtcNow());
        var kinds = SourceKinds.Of(sources, settings);
        var theme = Theme.Load(sources, builtIn, settings, last?.Theme);
        settings = theme.Offer(settings);
        var ledger = Ledger.Read(sources.Find(Ledger.FileName), last?.Site.Ledger);
        timings.Lap("settings");

        if (parser is null || parser.Stamp != PageParser.StampOf(settings))
        {
            parser = new PageParser(settings);
            last = null;
        }
        var pages = parser.ParseAll(kinds.Pages, last?.Pages ?? [], cancel);
        var data = kinds.Data.Select(file => DataFile.Read(file, last?.Data(file.Path))).ToImmutableArray();
        timings.Lap("parse");

        var site = Site.Assemble(
            settings, ledger, [.. pages.Select(page => page.Card)], kinds.Files, data, names.Pages, last?.Site);
        timings.Lap("assemble");

        var routes = Router.Plan(site, theme, last?.Routes);
        timings.Lap("plan");

        return last = new Build(
            kinds.Problems, site, theme, routes, names, pages, remembers ? memory : null,
            new Tools(templates, buffers, parser, media), timings);
    }
}
