namespace Publisher.Rendering;

/// <summary>The kinds of question a renderer may ask about the site.</summary>
public enum Ask : byte
{
    Clock, Settings, Field, Extra, Body, List, Section, Sections, Terms, TermName, Neighbours, Link, Template, Templates, Asset,
    ImageSize, Data, KnownKey,
    Fragment, Files, Output,

    /// <summary>Everything that places pages, files and assets in the site: what its outputs are.</summary>
    Shape,

    /// <summary>A page's text before any template filled it in.</summary>
    Written,

    /// <summary>The bytes of a file of the content.</summary>
    Source,

    /// <summary>What a sound file of the content says of itself.</summary>
    Sound,

    /// <summary>Whether the content has a file that is copied.</summary>
    File,

    /// <summary>The id that was published of a page, else the one that would be now.</summary>
    PublishedId,
}

/// <summary>What may be asked of one page.</summary>
public enum Field : byte
{
    /// <summary>Everything its own output prints of it, in one question.</summary>
    All,
    Title, Description, Url, Date, Updated, Tags, Categories, Authors, Series, Image, Lang, Kind, Status, Weight, Words, Reading,
    Headings, Topics, Summary,
    Excerpt, Layout, Slug, Section, Aliases, Expires, Id,

    /// <summary>What counts it: its number, or the first and the last of several, and its season.</summary>
    Number,
}

/// <summary>
/// One question, as three small numbers; <see cref="Subject"/> and <see cref="Detail"/> are slots of the builder's names.
/// </summary>
public readonly record struct Fact(Ask Ask, int Subject = 0, int Detail = 0);
