namespace Publisher.Content;

/// <summary>What sort of page this is for its readers; it chooses the template and the order among its neighbours.</summary>
public enum Kind { Page, Post, Weeknote, Episode, Doc }

public static class Kinds
{
    public static readonly string[] Names = ["page", "post", "weeknote", "episode", "doc"];

    public static string Name(this Kind kind) => Names[(int)kind];

    /// <summary>Posts, weeknotes and episodes are ordered by date, newest first; docs and pages by weight and place.</summary>
    public static bool IsDated(this Kind kind) => kind is Kind.Post or Kind.Weeknote or Kind.Episode;

    /// <summary>What is numbered in seasons: of other pages, the same keys may mean anything.</summary>
    public static bool HasSeasons(this Kind kind) => kind is Kind.Weeknote or Kind.Episode;

    public static Kind? Parse(string? name) => Array.IndexOf(Names, name) is >= 0 and var index ? (Kind)index : null;

    /// <summary>The kind of pages in a folder whose name says it.</summary>
    public static Kind? OfFolder(string name) => name.ToLowerInvariant() switch
    {
        "posts" or "post" or "blog" or "articles" or "news" or "_posts" => Kind.Post,
        "weeknotes" or "weeknote" => Kind.Weeknote,
        "podcast" or "episodes" => Kind.Episode,
        "docs" or "doc" or "documentation" => Kind.Doc,
        _ => null,
    };
}
