using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Publisher.Cli.Problems;
using Publisher.Diagnostics;
using Publisher.Text;

namespace Publisher.Cli.Preview;

/// <summary>The answer to a reader who asks for a URL: what to show, or where to go instead.</summary>
internal sealed record Answer(int Status, Served Served, Rendered? Rendered, ImmutableArray<Diagnostic> Problems)
{
    public string? Location { get; init; }
}

/// <summary>The site as its readers see it at one moment, and why it could not be made anew if it could not.</summary>
internal sealed class Edition(ISite site, ServedOutputs outputs, Diagnostic? failure)
{
    private volatile Finding[] elsewhere = [];

    private static readonly Served Nothing = new("text/plain; charset=utf-8", Stamp.None, ReadOnlyMemory<byte>.Empty);

    public ISite Site => site;

    /// <summary>The problems that concern every page.</summary>
    public ImmutableArray<Diagnostic> Problems => failure is null ? site.Problems : [failure, .. site.Problems];

    public bool Failed => failure is not null;

    /// <summary>
    /// What was found by looking through the whole site: in the one before, as long as this one was not looked through.
    /// </summary>
    public ImmutableArray<Finding> Elsewhere
    {
        get => ImmutableCollectionsMarshal.AsImmutableArray(elsewhere);
        set => elsewhere = ImmutableCollectionsMarshal.AsArray(value)!;
    }

    /// <summary>All problems that are known, an answer's own first; those found in it alone are told by itself.</summary>
    public ImmutableArray<Diagnostic> ProblemsBeside(Answer answer)
    {
        var found = Elsewhere;
        if (found.IsEmpty) return answer.Problems;
        var own = answer.Rendered?.Output.Path;
        return [.. answer.Problems, .. found.Where(one => one.Outputs > 1 || one.First != own).Select(one => one.Problem)];
    }

    /// <summary>What stands at the path of a URL, decoded.</summary>
    public Answer Answer(string path)
    {
        var found = Address.Find(site, path);
        if (found.Location is { } location) return new Answer(307, Nothing, null, Problems) { Location = location };
        return Shown(200, found) ?? Missing(path, found.Problems);
    }

    /// <summary>What the site's own 404 page says, or else the preview: what is near, or what has to be mended first.</summary>
    private Answer Missing(string path, ImmutableArray<Diagnostic> failures)
    {
        ImmutableArray<Diagnostic> problems = [.. Problems, .. failures];
        var canAnswer = failures.IsEmpty && !site.Paths.IsEmpty;
        if (canAnswer && Shown(404, Address.Find(site, site.BasePath + "/404.html")) is { } own) return own;
        return problems.Any(problem => problem.Severity == Severity.Error)
            ? new Answer(500, ServedOutputs.Page(PlainPages.Broken(problems)), null, problems)
            : new Answer(404, ServedOutputs.Page(PlainPages.NotFound(site, path)), null, problems);
    }

    private Answer? Shown(int status, Found found)
    {
        if (found.Rendered is not { } rendered) return null;
        try
        {
            var problems = found.Problems.IsEmpty ? Problems : [.. Problems, .. found.Problems];
            return new Answer(status, outputs.Of(rendered), rendered, problems);
        }
        catch (IOException)
        {
            return null; // A copied file that went a moment ago; the watcher is about to say so.
        }
    }
}
