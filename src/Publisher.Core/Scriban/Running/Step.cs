namespace Publisher.Scriban.Running;

/// <summary>Where to go after a step.</summary>
internal enum Flow { Next, Break, Continue, Return }

/// <summary>A compiled statement; shared by all threads, as terms are.</summary>
internal abstract class Step
{
    public abstract Flow Run(TemplateRun run);
}
