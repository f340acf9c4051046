using System.Collections.Immutable;
using Publisher.Diagnostics;
using Publisher.Sources;
using Publisher.Text;

namespace Publisher.Content;

/// <summary>
/// One parsed file: the card, which the rest of the site may see, and the body, which only the page's own output sees.
/// </summary>
public sealed record Page(SourceFile Source, Stamp Content, Card Card, Body Body, ImmutableArray<Diagnostic> Diagnostics);
