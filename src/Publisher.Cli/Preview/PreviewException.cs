using Publisher.Diagnostics;

namespace Publisher.Cli.Preview;

/// <summary>The preview could not begin, for a reason to tell its user.</summary>
public sealed class PreviewException(Diagnostic problem) : Exception(problem.Message)
{
    public Diagnostic Problem => problem;
}
