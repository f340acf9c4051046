namespace Publisher.Scriban.Running;

/// <summary>
/// A block given by <c>wrap</c>, with the frame whose locals it can see beside those of the function that runs it.
/// </summary>
internal sealed record WrappedCode(Step Body, Template Template, int Frame);
