namespace Publisher.Core.Tests.Content.Highlighting;

/// <summary>Languages with types: each on a small sample, by the spans a reader would miss if they were gone.</summary>
public class CompiledLanguageTests
{
    [Fact]
    public void CSharp() => Coloured.Has("cs", """"
        #nullable enable
        using System.Text;
        /// <summary>A point.</summary>
        public sealed record Point(int X, double Y = 1.5e-3) : IShape
        {
            private const string Path = @"c:\temp\""x""";
            public string Name => $"({X:N2} {{literal}} {Map["key"]}) \u00e9";
            public async Task<List<string>> LoadAsync(CancellationToken cancel)
            {
                var text = $$"""
                    { "a": {{Name}} }
                    """;
                if (text is not null && X >= 0xFF) return await reader.ReadAsync('\'', true);
                Console.WriteLine(item.class_ ?? "none");
                return new StringBuilder().ToString();
            }
        }
        """",
        "k:#nullable", "k:using", "t:System", "c:/// <summary>A point.</summary>", "k:public sealed record", "t:Point", "t:int",
        "n:1.5e-3", "t:IShape",
        "s:@\"c:\\temp\\", "e:\"\"", "s:$\"(", "e:{", "e:} {{", "e:{", "s:\"key\"", "e:}", "e:\\u00e9", "t:Task", "t:List",
        "f:LoadAsync",
        "t:CancellationToken", "e:{{", "e:}}", "k:is not", "b:null", "n:0xFF", "k:return await", "f:ReadAsync", "e:\\'",
        "b:true", "t:Console", "f:WriteLine",
        "k:return new", "t:StringBuilder", "f:ToString", "!k:class", "!t:X", "!t:Name");

    [Fact]
    public void Java() => Coloured.Has("java", """"
        @Override
        public class Main<T> implements Runnable {
          private static final long MAX_VALUE = 10_000L;
          public String run(@NotNull Map<String, Integer> m) throws IOException {
            var text = """
              Hi "there"
              """;
            return new Foo('c', "x\n", m.get("a")); // done
          }
        }
        """",
        "a:@Override", "k:public class", "t:Main", "k:implements", "t:Runnable", "b:MAX_VALUE", "n:10_000L", "t:String", "f:run",
        "a:@NotNull",
        "s:\"\"\"|      Hi \"there\"|      \"\"\"", "k:return new", "t:Foo", "s:'c'", "e:\\n", "f:get", "c:// done");

    [Fact]
    public void Go() => Coloured.Has("golang", """
        package main
        type Point struct { X int `json:"x"` }
        func (p *Point) Add(o Point) error {
        	go func() { ch <- "a\tb" }()
        	if p == nil { return fmt.Errorf("bad %d", 1) } // no
        }
        """,
        "k:package", "k:type", "t:Point", "k:struct", "t:int", "s:`json:\"x\"`", "k:func", "f:Add", "t:error", "k:go func",
        "e:\\t", "b:nil", "f:Errorf", "n:1", "c:// no");

    [Fact]
    public void Rust() => Coloured.Has("rs", """
        #[derive(Debug)]
        pub struct Parser<'a> { input: &'a str }
        /* nested /* comment */ here */
        pub fn parse(&mut self) -> Result<Vec<u8>, Error> {
            let s = r#"raw "string""#; let c = '\''; let d = 'x'; let b = b"bytes";
            println!("{}", 1_000u64);
            match self.next() { Some(x) if x > 0.5 => Ok(vec![x]), None => Err(MAX_LEN) }
        }
        """,
        "a:#[derive(Debug)]", "k:pub struct", "t:Parser", "v:'a", "v:'a", "t:str", "c:/* nested /* comment */ here */",
        "k:pub fn", "f:parse", "k:mut", "v:self",
        "t:Result", "t:Vec", "t:u8", "s:r#\"raw \"string\"\"#", "e:\\'", "s:'x'", "s:b\"bytes\"", "f:println!", "n:1_000u64",
        "k:match", "f:next", "b:Some", "f:vec!", "b:MAX_LEN");

    [Fact]
    public void CAndCpp()
    {
        Coloured.Has("c", """
            #include <stdio.h>
            #define MAX(a) (a)
            struct point { uint8_t x; };
            int main(void) { printf("%d\n", 0x1F); return NULL; /* c */ }
            """,
            "k:#include", "s:<stdio.h>", "k:#define", "f:MAX", "k:struct", "t:point", "t:uint8_t", "t:int", "f:main", "f:printf",
            "e:\\n", "n:0x1F", "b:NULL", "c:/* c */");
        Coloured.Has("c++", """
            template <typename T> class Foo : public Bar { auto p = f(1'000, R"x(raw ")x"); };
            [[nodiscard]] auto g() -> int { return this->x; }
            """,
            "k:template", "k:typename", "t:T", "k:class", "t:Foo", "t:Bar", "n:1'000", "s:R\"x(raw \")x\"", "a:[[nodiscard]]",
            "f:g", "v:this");
    }

    [Fact]
    public void Kotlin() => Coloured.Has("kt", """"
        @Composable
        fun main(args: Array<String>) { val x = "a $b ${c.d}"; println("""raw ${x}"""); when (x) { is Int -> null } }
        """",
        "a:@Composable", "k:fun", "f:main", "t:Array", "k:val", "s:\"a", "v:$b", "e:${", "e:}", "f:println", "s:\"\"\"raw",
        "k:when", "k:is", "t:Int", "b:null");

    [Fact]
    public void Swift() => Coloured.Has("swift", """
        @State private var x: Int = 1
        func go(_ a: String) -> String { return "a \(x + f(1)) b" + #"raw \"# }
        struct A: View { let b = nil }
        """,
        "a:@State", "k:private var", "t:Int", "k:func", "f:go", "t:String", "s:\"a", "e:\\(", "f:f", "e:)", "s:b\"",
        "s:#\"raw \\\"#", "k:struct", "t:A", "t:View", "b:nil");

    [Fact]
    public void OthersAreKnownToo()
    {
        Coloured.Has("scala", "object A { def f(x: Int) = s\"a $x\" }", "k:object", "t:A", "k:def", "f:f", "v:$x");
        Coloured.Has("dart", "final x = 'a ${b}'; // c", "k:final", "e:${", "e:}", "c:// c");
        Coloured.Has("fsharp", "let add x = x + 1 (* c *)", "k:let", "f:add", "n:1", "c:(* c *)");
        Coloured.Has("zig", "pub fn main() !void { @import(\"std\"); }", "k:pub fn", "f:main", "t:void", "b:@import");
        Coloured.Has("proto", "message A { repeated string x = 1; }", "k:message", "t:A", "k:repeated", "t:string", "n:1");
        Coloured.Has("graphql", "query Q($id: ID!) { user(id: $id) @skip { name } }", "k:query", "v:$id", "t:ID", "a:id",
            "v:$id", "a:@skip");
    }
}
