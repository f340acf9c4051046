namespace Publisher.Scriban.Running;

/// <summary>
/// A block given by <c>wrap</c>, with the frame whose locals it can see beside those of the function that runs it, and the block
/// that <c>$$</c> means inside it: that of the function it stands in.
/// </summary>
internal sealed record WrappedCode(Step Body, Template Template, int Frame, WrappedCode? Outer)
{
    /// <summary>The block of a <c>wrap</c> that is running now.</summary>
    public static WrappedCode In(TemplateRun run, Step body, Template template)
    {
        ref var frame = ref run.CurrentFrame;
        return frame is { RunsBlock: true, Wrapped: { } around }
            ? new WrappedCode(body, template, around.Frame, around.Outer)
            : new WrappedCode(body, template, run.FrameCount - 1, frame.Wrapped);
    }
}
