namespace Publisher.Content;

/// <summary>The language in which a page's text is filled in before it is read as Markdown.</summary>
public enum Templating { None, Liquid, Scriban }

public static class Templatings
{
    public static readonly string[] Names = ["none", "liquid", "scriban"];

    /// <summary>Null when there is no such language.</summary>
    public static Templating? Parse(string? name) => name switch
    {
        "none" => Templating.None,
        "liquid" => Templating.Liquid,
        "scriban" => Templating.Scriban,
        _ => null,
    };
}
