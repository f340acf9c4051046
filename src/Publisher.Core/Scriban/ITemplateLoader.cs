namespace Publisher.Scriban;

/// <summary>Finds the templates that <c>include</c> names. Called by many threads at once.</summary>
public interface ITemplateLoader
{
    /// <summary>The template of that name; null when there is none.</summary>
    Template? Find(string name, TemplateRun run);

    /// <summary>The names there are, for suggestions.</summary>
    IEnumerable<string> Names(TemplateRun run) => [];
}
