namespace Publisher.Scriban.Values;

/// <summary>A member of one of the language's own kinds, read from the value without boxing it.</summary>
internal sealed class KindMember(string name, KindMember.Getter get) : Member(name)
{
    public delegate Value Getter(in Value target, TemplateRun run);

    internal override Value Get(in Value target, TemplateRun run) => get(target, run);
}
