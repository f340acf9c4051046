using Publisher.Diagnostics;
using Publisher.Scriban.Syntax;
using Publisher.Text;

namespace Publisher.Scriban.Liquid;

/// <summary>What is wrong with a Liquid template, collected while it is read.</summary>
internal sealed class LiquidProblems
{
    private readonly List<(Span At, Func<Location, Diagnostic> Message)> all = [];

    public IReadOnlyList<(Span At, Func<Location, Diagnostic> Message)> InOrder => [.. all.OrderBy(problem => problem.At.Start)];

    public void Add(Span at, Func<Location, Diagnostic> message) => all.Add((at, message));

    public void Add(Span at, string message, string? hint = null) =>
        all.Add((at, place => Messages.TemplateSyntax(place, message, hint)));
}
