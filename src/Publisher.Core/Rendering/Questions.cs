using Publisher.Model;
using Publisher.Text;

namespace Publisher.Rendering;

/// <summary>The questions that one rendering asked, each written down once, so that its trace can be told in the end.</summary>
/// <param name="records">Whether the trace will be wanted; a build that remembers nothing saves the trouble.</param>
internal sealed class Questions(Facts facts, bool records)
{
    private readonly HashSet<Fact>? asked = records ? [] : null;

    public void Add(Ask ask) => asked?.Add(new Fact(ask));

    public void Add(Ask ask, string subject) => asked?.Add(new Fact(ask, facts.Names.Texts.Of(subject)));

    public void Add(Ask ask, Entry page) => asked?.Add(new Fact(ask, page.Slot));

    public void Add(Ask ask, Entry page, string detail) => asked?.Add(new Fact(ask, page.Slot, facts.Names.Texts.Of(detail)));

    public void Add(Field field, int page) => asked?.Add(new Fact(Ask.Field, page, (int)field));

    public void AddLink(Entry from, string target) => asked?.Add(new Fact(Ask.Link, facts.Names.Links.Of((from.Slot, target))));

    public void AddList(ListKey key, int number, int size) =>
        asked?.Add(new Fact(Ask.List, facts.Names.Lists.Of((key, number, size))));

    public void AddFragment(string template, SitePath section) =>
        asked?.Add(new Fact(Ask.Fragment, facts.Names.Fragments.Of((template, section))));

    public Trace Trace()
    {
        if (asked is null) return Rendering.Trace.Nothing;
        var questions = asked.ToArray();
        return new Trace(questions, Array.ConvertAll(questions, facts.StampOf));
    }
}
