namespace Publisher.Scriban;

/// <summary>The languages a template can be written in; all become the same tree.</summary>
public enum TemplateLanguage
{
    Scriban,

    /// <summary>Liquid 5 with what Jekyll 4 adds; unknown variables are null.</summary>
    Liquid,
}
