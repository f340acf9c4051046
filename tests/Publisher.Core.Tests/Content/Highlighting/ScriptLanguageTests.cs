namespace Publisher.Core.Tests.Content.Highlighting;

/// <summary>Scripting languages and query languages, each on a small sample.</summary>
public class ScriptLanguageTests
{
    [Fact]
    public void JavaScript() => Coloured.Has("js", """
        import { a } from 'b'; // c
        const re = /[a-z/]+\/(\d+)/gi, half = count / 2 / 3;
        class A extends B { #priv = 1_000n; get value() { return this.#priv ?? `x ${y({ z: `${w}` })} \n`; } }
        async function f(x) { await g(x.class, MAX_SIZE, null); }
        """,
        "k:import", "k:from", "s:'b'", "c:// c", "k:const", "s:/[a-z/]+\\/(\\d+)/gi", "o:/", "n:2", "o:/", "n:3", "k:class",
        "t:A", "k:extends", "t:B", "a:#priv", "n:1_000n",
        "f:value", "v:this", "s:`x", "e:${", "f:y", "s:`", "e:${", "e:}", "s:`", "e:} \\n", "k:async function", "f:f", "k:await",
        "f:g", "b:MAX_SIZE", "b:null");

    [Fact]
    public void Jsx() => Coloured.Has("jsx", """
        if (count < 10) return null;
        return (
          <div className="box" onClick={() => set(c => c + 1)} {...rest}>
            <h1>It's {count > 3 ? <b>many</b> : `few`}</h1>
            <Foo.Bar x='1' />
          </div>
        );
        const done = true;
        """,
        "o:<", "n:10", "k:return", "m:<div", "a:className", "s:\"box\"", "a:onClick", "e:{", "f:set", "m:>|    <h1>", "e:{",
        "n:3", "m:<b>", "m:</b>", "s:`few`", "e:}",
        "m:</h1>|    <Foo.Bar", "a:x", "s:'1'", "m:/>|  </div>", "k:const", "b:true");

    [Fact]
    public void TypeScript()
    {
        Coloured.Has("ts", """
            @Component({ selector: 'app' })
            export abstract class Service { constructor(private http: HttpClient) {} }
            type Keys = keyof User; interface User { readonly id: number; }
            """,
            "a:@Component", "s:'app'", "k:export abstract class", "t:Service", "f:constructor", "k:private", "t:HttpClient",
            "k:type", "t:Keys", "k:keyof", "k:interface", "t:User", "k:readonly", "t:number");
        Coloured.Has("tsx", "const g = <T,>(x: T) => <p>{x}</p>;", "t:T", "m:<p>", "e:{", "e:}", "m:</p>");
    }

    [Fact]
    public void Python() => Coloured.Has("py", """"
        @dataclass(frozen=True)
        class Point(Base):
            """A point
            in space."""
            def norm(self, scale: float = 1.5e3) -> float:
                name = f"{self.x!r:>10} {{}} {d['k']}" + rb'\d+' + "a\"b"
                if not self.x and None is True: raise ValueError(f'bad')  # comment
                return math.sqrt(self.x ** 2) @ other
        """",
        "a:@dataclass", "b:True", "k:class", "t:Point", "t:Base", "s:\"\"\"A point|    in space.\"\"\"", "k:def", "f:norm",
        "v:self", "t:float", "n:1.5e3", "s:f\"", "e:{", "v:self",
        "e:} {{", "e:{", "s:'k'", "e:}", "s:rb'\\d+'", "e:\\\"", "k:if not", "b:None", "k:raise", "t:ValueError", "s:f'bad'",
        "c:# comment", "f:sqrt", "n:2", "!a:@ other");

    [Fact]
    public void Ruby() => Coloured.Has("rb", """
        module Blog
          class Post < ApplicationRecord
            attr_reader :title
            STATES = %w[draft live].freeze
            def self.find_all!(scope = nil, limit: 10)
              @posts ||= where(state: :live).map { |x| x.title =~ /^\w+\/$/i ? "#{x.title} \n" : 'x' }
              $stdout.puts <<~TEXT, 1
                Hello #{scope&.name}
                end
              TEXT
              x = a / b / c
            end
          end
        end
        =begin
        block
        =end
        """,
        "k:module", "t:Blog", "k:class", "t:Post", "t:ApplicationRecord", "s:%w[draft live]", "k:def", "v:self", "f:find_all!",
        "b:nil", "b:limit", "n:10", "v:@posts", "f:where",
        "b:state", "b::live", "s:/^\\w+\\/$/i", "e:#{", "v:$stdout", "s:<<~TEXT", "n:1", "s:Hello", "e:#{", "e:}",
        "s:end|      TEXT", "o:/", "o:/", "k:end|  end|end", "c:=begin|block|=end");

    [Fact]
    public void PowerShell() => Coloured.Has("ps1", """
        <# block #>
        function Get-Thing {
          param([string]$Name = "x")
          $items = Get-ChildItem -Path $env:HOME | Where-Object { $_.Length -gt 10MB }
          Write-Host "Found $($items.Count) of $Name `n"
        }
        """,
        "c:<# block #>", "k:function", "f:Get-Thing", "k:param", "t:string", "v:$Name", "v:$items", "f:Get-ChildItem", "a:-Path",
        "v:$env:HOME", "f:Where-Object", "v:$_", "o:-gt", "n:10MB",
        "f:Write-Host", "s:\"Found", "e:$(", "v:$items", "e:)", "v:$Name", "e:`n");

    [Fact]
    public void Sql() => Coloured.Has("sql", """
        -- users
        CREATE TABLE users (id BIGSERIAL PRIMARY KEY, name varchar(255) NOT NULL DEFAULT 'it''s');
        select u.id, count(*) AS "total" FROM users u WHERE u.age >= 18.5 AND x = @p AND y = $1;
        """,
        "c:-- users", "k:CREATE TABLE", "t:BIGSERIAL", "k:PRIMARY KEY", "t:varchar", "n:255", "b:NULL", "k:DEFAULT", "s:'it",
        "e:''", "k:select", "f:count", "a:\"total\"", "n:18.5", "v:@p", "v:$1");

    [Fact]
    public void Php() => Coloured.Has("php", """
        <?php
        #[Route('/x')]
        class A extends B { public function go(?string $x): int { return strlen("a $x {$this->z}\n"); } } // c
        $t = <<<EOT
        hi $x
        EOT;
        ?>
        <p class="a"><?= $x ?></p>
        """,
        "e:<?php", "a:#[Route('/x')]", "k:class", "t:A", "k:public function", "f:go", "t:string", "v:$x", "t:int", "f:strlen",
        "v:$x", "e:{$", "e:}\\n", "c:// c", "v:$t", "s:<<<EOT|hi", "v:$x", "s:EOT",
        "e:?>", "m:<p", "a:class", "e:<?=", "v:$x", "e:?>", "m:</p>");

    [Fact]
    public void PhpWithoutTagsIsCode() => Coloured.Has("php", "$x = strlen('a');", "v:$x", "f:strlen", "s:'a'");

    [Fact]
    public void Elixir() => Coloured.Has("ex", """"
        defmodule A.B do
          @doc """
          hi #{x}
          """
          def go?(%{a: b}, [key: :val]) do
            c |> Enum.map(&(&1 + 1)) # c
            ~r/a\/b/i
          end
        end
        """",
        "k:defmodule", "t:A", "k:do", "a:@doc", "s:\"\"\"|  hi", "e:#{", "e:}", "k:def", "f:go?", "b:a", "b:key", "b::val",
        "t:Enum", "f:map", "v:&1", "c:# c", "s:~r/a\\/b/i", "k:end|end");

    [Fact]
    public void LuaAndR()
    {
        Coloured.Has("lua", "local function f(x) return x .. \"a\" end -- c", "k:local function", "f:f", "s:\"a\"", "k:end",
            "c:-- c");
        Coloured.Has("r", "f <- function(x) x %in% c(1L, TRUE) # c", "k:function", "o:%in%", "f:c", "n:1L", "b:TRUE", "c:# c");
    }
}
