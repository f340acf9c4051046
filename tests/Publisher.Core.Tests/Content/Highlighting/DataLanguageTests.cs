namespace Publisher.Core.Tests.Content.Highlighting;

/// <summary>Languages that hold data and settings, each on a small sample.</summary>
public class DataLanguageTests
{
    [Fact]
    public void Json() => Coloured.Has("json", """
        { "key": "value \u00e9", "n": -1.5e+10, "b": [true, null], // c
          bare: 'x' }
        """,
        "a:\"key\"", "s:\"value", "e:\\u00e9", "a:\"n\"", "n:-1.5e+10", "b:true", "b:null", "c:// c", "a:bare", "s:'x'");

    [Fact]
    public void Yaml() => Coloured.Has("yml", """
        # config
        ---
        name: &anchor My site's "title"
        base: *anchor
        "quoted key": 'it''s'
        list:
          - a: 1
            b: [x, "y\n", {k: v, n: null}]
          - plain text: with colon # comment
        script: |
          echo hi
          key: not a key

          more
        after: true
        - run: |
            x
          other: 1.5
        url: http://example.com:80/#x
        tagged: !!int "3"
        gh: ${{ secrets.TOKEN }} x
        date: 2021-01-10
        """,
        "c:# config", "o:---", "a:name", "v:&anchor", "a:base", "v:*anchor", "a:\"quoted key\"", "s:'it''s'", "m:-", "a:a",
        "n:1", "s:\"y", "e:\\n", "a:k", "b:null", "a:plain text", "c:# comment", "a:script", "o:|",
        "s:echo hi|  key: not a key||  more", "a:after", "b:true", "a:run", "s:x", "a:other", "n:1.5", "a:url", "t:!!int",
        "s:\"3\"", "e:${{ secrets.TOKEN }}", "n:2021-01-10", "!c:#x");

    [Fact]
    public void Toml() => Coloured.Has("toml", """
        title = "TOML \"x\"" # c
        [owner.details]
        dob = 1979-05-27T07:32:00-08:00
        ports = [ 8000, 8_001 ]
        text = '''
        multi'''
        [[products]]
        inline = { x = 1, y.z = true }
        """,
        "a:title", "s:\"TOML", "e:\\\"", "c:# c", "h:[owner.details]", "n:1979-05-27T07:32:00-08:00", "n:8000", "s:'''|multi'''",
        "h:[[products]]", "a:inline", "a:x", "n:1", "a:y.z", "b:true");

    [Fact]
    public void Ini() => Coloured.Has("ini", """
        ; comment
        [section]
        key = true
        name=it's
        FOO=${BAR}
        url: http://x
        """,
        "c:; comment", "h:[section]", "a:key", "b:true", "a:name", "a:FOO", "v:${BAR}", "a:url", "!a:http");

    [Fact]
    public void Terraform() => Coloured.Has("tf", """
        resource "aws_s3_bucket" "b" {
          bucket = "my-${var.name}-${lower("X")}"
          count  = var.enabled ? 1 : 0
          policy = <<-EOF
            { "x": "${each.key}" }
          EOF
        }
        """,
        "k:resource", "s:\"aws_s3_bucket\" \"b\"", "a:bucket", "s:\"my-", "e:${", "b:var", "e:}", "e:${", "f:lower", "s:\"X\"",
        "e:}", "a:count", "n:1", "a:policy", "s:<<-EOF|    { \"x\": \"", "e:${", "s:\" }|  EOF");

    [Fact]
    public void Nginx() => Coloured.Has("nginx", """
        server {
            listen 80;
            location ~ \.php$ { proxy_set_header Host $host; } # c
            gzip on;
        }
        """,
        "k:server", "k:listen", "n:80", "k:location", "o:~", "k:proxy_set_header", "v:$host", "c:# c", "k:gzip", "b:on");

    [Fact]
    public void Diff() => Coloured.Has("diff", """
        diff --git a/x b/x
        --- a/x
        +++ b/x
        @@ -1,2 +1,2 @@ class X
         same
        -old
        --- sql comment
        +new
        """,
        "m:diff --git a/x b/x|--- a/x|+++ b/x", "h:@@ -1,2 +1,2 @@", "d:-old|--- sql comment", "i:+new");

    [Fact]
    public void TextIsKnownAndPlain() => Assert.Empty(Coloured.Spans("text", "if (x) { return \"y\"; }"));
}
