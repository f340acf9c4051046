using Publisher.Content.Highlighting.Rules;

namespace Publisher.Content.Highlighting.Grammars;

/// <summary>SQL as its common dialects write it.</summary>
internal static class Sql
{
    public static Grammar Grammar => new()
    {
        IgnoreCase = true,
        Keywords = """
            add after all alter analyze and any as asc authorization autoincrement auto_increment backup before begin between by
            cascade case check cluster collate column commit comment concurrently conflict constraint create cross cube current
            current_date current_time current_timestamp current_user cursor cycle database declare default deferrable deferred
            delete desc describe distinct do domain drop each else elseif end escape except exclude exec execute exists explain
            extension fetch filter first following for force foreign from full function generated global go grant group grouping
            having if ignore ilike immediate in index inherits initially inner inout insert instead intersect interval into is
            isolation join key language last lateral leading left level like limit local lock materialized merge minus natural
            next no not notnull nothing nowait nulls of offset on only open or order out outer over overlaps owner partition
            partitioned plan pragma preceding primary print prior procedure range recursive references refresh reindex release
            rename repeatable replace restrict return returning returns revoke right role rollback rollup row rows savepoint
            schema select sequence serializable session set share show similar some start statement table tablespace temp
            temporary then ties to top trailing transaction trigger truncate type unbounded union unique unlogged update upsert
            use user using vacuum values view when where while window with within without work zone
            """,
        Types = """
            array bigint bigserial binary bit blob bool boolean bytea char character cidr clob date datetime datetime2 dec
            decimal double enum float float4 float8 geography geometry inet int int2 int4 int8 integer json jsonb mediumint
            money nchar ntext number numeric nvarchar precision real serial smallint smallserial text time timestamp timestamptz
            tinyint tsvector uniqueidentifier uuid varbinary varchar varying xml year
            """,
        Builtins = "true false null unknown",
        Operators = "=+-*/%&|^!<>~",
        Rules =
        [
            new LineComment("--"), new BlockComment("/*", "*/"), new LineComment("#") { AfterSpace = true },
            new Quoted("'") { Escape = '\0', Doubles = true, Multiline = true },
            new Quoted("'") { Prefixes = "N n X x B b", Escape = '\0', Doubles = true, Multiline = true },
            new Quoted("'") { Prefixes = "E e", Doubles = true, Multiline = true },
            new Quoted("\"") { Token = Token.Attribute, Escape = '\0', Doubles = true },
            new Quoted("`") { Token = Token.Attribute, Escape = '\0' },
            new Sigil("@@", Token.Variable), new Sigil("@", Token.Variable),
            new Sigil(":", Token.Variable) { StandsAlone = true },
            new Fenced("$", FenceStyle.Dollars), new Sigil("$", Token.Variable) { Specials = "123456789", Braces = true },
        ],
    };
}
