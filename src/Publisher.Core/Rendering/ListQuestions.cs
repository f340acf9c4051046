using System.Collections.Immutable;
using Publisher.Model;

namespace Publisher.Rendering;

/// <summary>
/// What a renderer may ask of listings: which pages they have, in the order in which they are shown or announced.
/// </summary>
public sealed class ListQuestions
{
    private readonly Facts facts;
    private readonly Questions questions;

    internal ListQuestions(Facts facts, Questions questions) => (this.facts, this.questions) = (facts, questions);

    /// <summary>One page of a listing, numbered from 1; all of it when <paramref name="size"/> is 0.</summary>
    public ImmutableArray<Entry> Pages(ListKey key, int number = 1, int size = 0)
    {
        questions.AddList(key, number, size);
        return facts.List(key, number, size);
    }

    public int Count(ListKey key)
    {
        questions.AddList(key, 1, 0);
        return facts.Count(key);
    }

    public int PageSize(ListKey key)
    {
        questions.Add(Ask.Settings);
        return Lists.PageSize(facts.Site, key);
    }

    /// <summary>The dated pages of a listing, newest first, in documents of a size, numbered from 1.</summary>
    public ImmutableArray<Entry> FeedEntries(ListKey key, int number, int size)
    {
        questions.AddList(key, -number, size);
        return facts.FeedEntries(key, number, size);
    }

    public int FeedCount(ListKey key) => FeedEntries(key, 1, int.MaxValue).Length;
}
