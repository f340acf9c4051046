using Publisher.Themes;

namespace Publisher.Rendering;

/// <summary>What a renderer may ask of the templates and assets of the site and its theme.</summary>
public sealed class ThemeQuestions
{
    private readonly Facts facts;
    private readonly Questions questions;

    internal ThemeQuestions(Facts facts, Questions questions) => (this.facts, this.questions) = (facts, questions);

    public IEnumerable<string> TemplateNames
    {
        get
        {
            questions.Add(Ask.Templates);
            return facts.Theme.Templates.Keys.Order(StringComparer.Ordinal);
        }
    }

    public IEnumerable<string> AssetNames
    {
        get
        {
            questions.Add(Ask.Shape);
            return facts.Theme.Assets.Keys.Order(StringComparer.Ordinal);
        }
    }

    /// <summary>The tags that the templates give to Liquid.</summary>
    internal SiteTags Tags
    {
        get
        {
            questions.Add(Ask.Templates);
            return facts.Tags;
        }
    }

    public ThemeFile? Template(string name)
    {
        questions.Add(Ask.Template, name);
        return facts.Theme.Templates.GetValueOrDefault(name);
    }

    public ThemeFile? Asset(string name)
    {
        questions.Add(Ask.Asset, name);
        return facts.Theme.Assets.GetValueOrDefault(name);
    }
}
