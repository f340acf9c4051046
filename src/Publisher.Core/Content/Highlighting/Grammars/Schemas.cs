using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>Languages that describe data: GraphQL and Protocol Buffers.</summary>
internal static class Schemas
{
    public static Grammar GraphQl => new()
    {
        Keywords = "directive extend fragment implements mutation on query repeatable schema subscription",
        TypeAfter = "enum input interface scalar type union",
        Types = "Boolean Float ID Int String",
        Builtins = "true false null",
        PascalTypes = true,
        CapsConstants = true,
        Label = Token.Attribute,
        Operators = "=!|&",
        Rules =
        [
            new LineComment("#"), new Quoted("\"\"\"") { Multiline = true }, new Quoted("\""), new Sigil("$", Token.Variable),
            new Sigil("@", Token.Attribute),
        ],
    };

    public static Grammar Protobuf => new()
    {
        Keywords = """
            extend extensions import max oneof option optional package public repeated required reserved returns stream syntax
            to weak
            """,
        FunctionAfter = "rpc",
        TypeAfter = "message enum service",
        Types = "bool bytes double fixed32 fixed64 float int32 int64 map sfixed32 sfixed64 sint32 sint64 string uint32 uint64",
        Builtins = "true false inf nan",
        PascalTypes = true,
        CapsConstants = true,
        Calls = false,
        Rules = [new LineComment("//"), new BlockComment("/*", "*/"), new Quoted("\""), new Quoted("'")],
    };
}
