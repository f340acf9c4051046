using System.Collections.Immutable;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Scriban;
using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>
/// What a page's text comes to today: its Markdown as it is written, or, where it is a template, as that printed it.
/// </summary>
public sealed record FilledText(Page Page, Markup Markup)
{
    public Templating Language { get; init; }

    public Trace Trace { get; init; } = Trace.Nothing;

    /// <summary>What the template ran into, and what is wrong with the Markdown that it printed.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    public Stamp ProblemsStamp => Diagnostics.Aggregate(Stamp.None, (stamp, problem) =>
        problem.Trail.Aggregate(stamp.With(problem.ToString()), (places, place) => places.With(place.ToString())));

    public static bool IsTemplate(Entry entry, Page page) =>
        page.Template is not null && entry.Matter.Templating is { } language and not Templating.None;

    /// <summary>Whether this is what the page would come to again.</summary>
    internal bool Holds(Page page, Templating language, Facts facts) =>
        ReferenceEquals(Page.Card, page.Card) && Page.Content == page.Content && Language == language && Trace.Holds(facts);

    internal static Template Parse(RenderScope scope, Entry entry, Page page)
    {
        var (text, firstLine) = page.Template!.Value;
        return scope.Templates.ParseText(scope, page.Source.Path, text, firstLine, entry.Matter.Templating!.Value);
    }

    /// <param name="parsed">Takes the template before it runs.</param>
    internal static FilledText Fill(
        RenderScope scope, PageParser parser, Entry entry, Page page, Action<Template>? parsed)
    {
        var markup = parser.Fill(page, Print(scope, entry, page, parsed));
        return new FilledText(page, markup)
        {
            Language = entry.Matter.Templating!.Value, Trace = scope.Trace(),
            Diagnostics = [.. scope.Diagnostics, .. markup.Diagnostics],
        };
    }

    /// <summary>The text as its template prints it: the Markdown that the page is then made of.</summary>
    /// <param name="parsed">Takes the template before it runs.</param>
    internal static string Print(RenderScope scope, Entry entry, Page page, Action<Template>? parsed = null)
    {
        var template = Parse(scope, entry, page);
        parsed?.Invoke(template);
        var output = scope.Buffers.Rent();
        var run = scope.Templates.RentRun(scope);
        try
        {
            run.Set(scope.Templates.Page, Views.EntryView.Instance.Of(entry));
            template.Render(run, output);
            foreach (var problem in run.Diagnostics) scope.Report(problem);
            return output.ToString();
        }
        finally
        {
            scope.Templates.ReturnRun(run);
            scope.Buffers.Return(output);
        }
    }
}
