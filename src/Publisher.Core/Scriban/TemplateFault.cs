using Publisher.Diagnostics;

namespace Publisher.Scriban;

/// <summary>
/// Ends a run; <see cref="Template.Render"/> catches it and reports its diagnostic. Functions of the host throw what
/// <see cref="TemplateRun.Fault(string, string?)"/> makes.
/// </summary>
public sealed class TemplateFault(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
