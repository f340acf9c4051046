using System.Collections.Frozen;

namespace Publisher.Scriban.Values;

/// <summary>An <see cref="ObjectType"/> whose members are a fixed list: what most host types are.</summary>
public class MemberTable(string name, params IEnumerable<Member> members) : ObjectType
{
    private readonly FrozenDictionary<string, Member> byName = members.ToFrozenDictionary(member => member.Name);

    public override string Name => name;

    public override IEnumerable<string> MemberNames => byName.Keys;

    public override Member? Find(string name) => byName.GetValueOrDefault(name);
}
