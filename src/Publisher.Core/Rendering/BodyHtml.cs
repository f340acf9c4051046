using Publisher.Content.Podcasts;
using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Rendering.Podcasts;
using Publisher.Rendering.Views;
using Publisher.Scriban;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>
/// A page's text on its way to an output: the holes in it are filled with today's addresses and sizes, and its components are
/// written by today's templates.
/// </summary>
/// <param name="page">Whose text it is; null for one that is no page's.</param>
/// <param name="reports">Whether links that lead nowhere are told of here; a text that is printed in several outputs reports in
/// one.</param>
internal class BodyHtml(Entry? page, Body body, bool reports) : IHtml
{
    public void WriteTo(Utf8Buffer output, TemplateRun run)
    {
        var place = default(Place);
        Write(output, run, ref place, body.Html.Length, body.Components.Length);
    }

    /// <summary>The component with the place to name when something is wrong with it.</summary>
    protected virtual Component Placed(Component component) => component;

    /// <summary>Writes up to an offset, and the components before the one numbered <paramref name="last"/>.</summary>
    private void Write(Utf8Buffer output, TemplateRun run, ref Place place, int end, int last)
    {
        while (place.Component < last)
        {
            var component = body.Components[place.Component];
            WriteHtml(output, run, ref place, component.Start);
            place.Component++;
            WriteComponent(output, run, ref place, component);
        }
        WriteHtml(output, run, ref place, end);
    }

    private void WriteComponent(Utf8Buffer output, TemplateRun run, ref Place place, Component component)
    {
        var scope = run.Scope();
        var last = place.Component + component.Inside;
        component = Placed(component);
        if (scope.Templates.Find(scope, component.Template) is not { } template)
        {
            if (!component.IsBuiltIn && reports)
                scope.Report(Messages.UnknownComponent(component.At, component.Name, ComponentRun.Names(scope)));
            Write(output, run, ref place, component.End, last);
            return;
        }
        var content = scope.Buffers.Rent();
        try
        {
            place.Written = component.ContentStart;
            Write(content, run, ref place, component.ContentEnd, last);
            place.Written = component.End;
            new ComponentRun(scope, run, new RunningComponent(body, component, reports), page).Render(template, content, output);
        }
        finally
        {
            scope.Buffers.Return(content);
        }
    }

    private void WriteHtml(Utf8Buffer output, TemplateRun run, ref Place place, int end)
    {
        var html = body.Html.Span;
        var holes = body.Holes;
        for (; place.Hole < holes.Length && holes[place.Hole].Offset <= end; place.Hole++)
        {
            var hole = holes[place.Hole];
            output.Write(html[place.Written..hole.Offset]);
            place.Written = hole.Offset;
            Fill(output, run.Scope(), hole, ref place);
        }
        output.Write(html[place.Written..end]);
        place.Written = end;
    }

    private void Fill(Utf8Buffer output, RenderScope scope, Hole hole, ref Place place)
    {
        switch (hole.Kind)
        {
            case HoleKind.Url when page is null:
                Escaping.Write(output, hole.Target);
                break;
            case HoleKind.Url:
                var moment = Moment.OfFragment(hole.Target) is not null ? Sound(scope, ref place) : "";
                Escaping.Write(output, moment.Length > 0
                    ? $"{moment}#t={Moment.OfFragment(hole.Target)}"
                    : TextLink.Resolve(scope, page, hole.Target, hole.At, reports));
                break;
            case HoleKind.ImageSize:
                if (SizeOf(scope, hole.Target) is { } size) output.Write($" width=\"{size.Width}\" height=\"{size.Height}\"");
                break;
            case HoleKind.Moment when Sound(scope, ref place) is { Length: > 0 } sound:
                output.Write("<a class=\"moment\" href=\""u8);
                Escaping.Write(output, $"{sound}#t={hole.Target}");
                output.Write("\">"u8);
                break;
            case HoleKind.MomentEnd when Sound(scope, ref place).Length > 0:
                output.Write("</a>"u8);
                break;
            case HoleKind.MomentBreak when Sound(scope, ref place).Length > 0:
                output.Write("<br>"u8);
                break;
        }
    }

    /// <summary>The address of the page's sound; empty when it has none.</summary>
    private string Sound(RenderScope scope, ref Place place) =>
        place.Sound ??= page is null ? "" : EpisodeAudio.Played(page, scope)?.Url ?? "";

    private ImageSize? SizeOf(RenderScope scope, string target) =>
        page is not null && scope.Link(page, target) is { IsLocal: true, Target.IsRoot: false } answer
            ? scope.Files.SizeOf(answer.Target)
            : null;

    /// <summary>How far the text is written: the bytes, and the next of each list.</summary>
    private struct Place
    {
        public int Written;
        public int Hole;
        public int Component;
        public string? Sound;
    }
}

/// <summary>A text that a template gave to <c>markdown</c>, at a place in it; the links stay as they are.</summary>
internal sealed class GivenText(Location at, Body body) : BodyHtml(page: null, body, reports: true)
{
    protected override Component Placed(Component component) => component with { At = at };
}
