using Publisher.Content;
using Publisher.Diagnostics;
using Publisher.Model;
using Publisher.Rendering.Views;
using Publisher.Scriban;
using Publisher.Scriban.Values;
using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>A component whose template runs, and the text that it stands in.</summary>
/// <param name="Reports">Whether what is wrong with the text's links is told of here.</param>
internal sealed record RunningComponent(Body Text, Component Component, bool Reports);

/// <summary>
/// One rendering of a component by its template, which sees the page that the text is of, and nothing of the templates that
/// print it: a text is the same wherever it is shown.
/// </summary>
/// <param name="outer">The run that prints the text; what the component uses up counts as its own.</param>
internal sealed class ComponentRun(RenderScope scope, TemplateRun outer, RunningComponent running, Entry? page)
{
    private const string Folder = "components/";
    private const string Extension = ".sbn-html";
    private readonly Component component = running.Component;

    /// <summary>The components there are, for suggestions.</summary>
    public static IEnumerable<string> Names(RenderScope scope) => Component.BuiltIns.Concat(scope.Theme.TemplateNames
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal))
        .Select(name => name[Folder.Length..^Extension.Length]));

    /// <summary>Writes the component; its content alone when the template fails.</summary>
    public void Render(Template template, Utf8Buffer content, Utf8Buffer output)
    {
        if (scope.Components.Any(other => other.Text == running.Text))
        {
            scope.Report(Messages.ComponentInItself(component.At, component.Name));
            output.Write(content.Written);
            return;
        }
        var start = output.Length;
        var run = scope.Templates.RentRun(scope);
        scope.Components.Push(running);
        try
        {
            run.Continue(outer);
            var isWritten = Run(run, template, content, output);
            run.Return(outer);
            foreach (var problem in run.Diagnostics) Report(problem, isLast: problem == run.Diagnostics[^1]);
            if (!isWritten)
            {
                output.Truncate(start);
                output.Write(content.Written);
            }
            else if (output.Length > start && output.Written[^1] != '\n') output.Write((byte)'\n');
        }
        finally
        {
            scope.Components.Pop();
            scope.Templates.ReturnRun(run);
        }
    }

    private bool Run(TemplateRun run, Template template, Utf8Buffer content, Utf8Buffer output)
    {
        if (page is not null) run.Set(scope.Templates.Page, EntryView.Instance.Of(page));
        else if (outer.TryReadVariable("page", out var shown)) run.Set(scope.Templates.Page, shown);
        run.Set(scope.Templates.Content, component.IsLeaf ? Value.Null : Value.FromHtml(content.WrittenMemory));
        run.Set("title", Value.FromString(component.Title));
        run.Set("label", Value.FromString(component.Title));
        var attributes = new ScriptObject();
        var (names, values) = (new string[component.Attributes.Length], new Value[component.Attributes.Length]);
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = component.Attributes[i].Key;
            values[i] = component.Attributes[i].Value is { } said ? Value.FromString(said) : Value.True;
            attributes[names[i]] = values[i];
        }
        run.Set("attributes", Value.FromObject(attributes));
        return template.Render(run, output, names, values);
    }

    /// <summary>A limit that was reached ends the run that prints the text, too: it was reached for both.</summary>
    private void Report(Diagnostic problem, bool isLast)
    {
        // Of components that go round in circles, one round is enough to see.
        if (!problem.Trail.Contains(component.At)) problem = problem with { Trail = problem.Trail.Add(component.At) };
        if (isLast && outer.IsSpent) throw new TemplateFault(problem);
        if (scope.Route is { } route && route.Subject != component.At.File)
            problem = problem with { Trail = problem.Trail.Add(new Location(route.Subject)) };
        scope.Report(problem);
    }
}
