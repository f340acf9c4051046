namespace Publisher.Core.Tests.Content.Highlighting;

/// <summary>What people type into terminals and into the files that build things.</summary>
public class TerminalLanguageTests
{
    [Fact]
    public void Bash() => Coloured.Has("sh", """
        #!/usr/bin/env bash
        set -euo pipefail
        NAME="world" # comment
        export PATH=$HOME/bin FOO=1
        for f in *.txt; do
          if [[ -f "$f" && ${#f} -gt 3 ]]; then
            echo "Hello ${NAME:-you} $(date "+%s") \$x" | grep -v 'a b' > /dev/null 2>&1
          fi
        done
        cat <<EOF
        text # no comment
        EOF
        greet() { local x=$1; }
        curl https://example.com/a#b | sudo -E tee file
        FOO=bar docker run --rm image
        """,
        "c:#!/usr/bin/env bash", "b:set", "a:-euo", "v:NAME", "s:\"world\"", "c:# comment", "k:export", "v:PATH", "v:$HOME",
        "v:FOO", "k:for", "k:in", "k:do|  if", "a:-f", "v:$f", "v:${#f}", "k:then",
        "b:echo", "s:\"Hello", "v:${NAME:-you}", "e:$(", "f:date", "s:\"+%s\"", "e:) \\$", "s:x\"", "f:grep", "s:'a b'",
        "k:fi|done", "f:cat", "s:EOF|text # no comment|EOF", "f:greet", "k:local", "v:x", "v:$1",
        "f:curl", "f:sudo", "a:-E", "f:tee", "v:FOO", "f:docker", "a:--rm", "!c:#b", "!f:bar");

    [Fact]
    public void ConsoleSession() => Coloured.Has("console", """
        $ dotnet build -c Release \
            --nologo
        Build succeeded in 1.2s
        user@host:~/dir$ cat <<EOF
        in
        EOF
        in
        # comment
        $ echo don't
        done
        """,
        "p:$", "f:dotnet", "a:-c", "a:--nologo", "g:Build succeeded in 1.2s", "p:user@host:~/dir$", "f:cat", "s:EOF|in|EOF",
        "g:in", "c:# comment", "p:$", "b:echo", "g:done");

    [Fact]
    public void ConsoleKnowsOtherPrompts()
    {
        Coloured.Has("console", "PS C:\\> Get-Item -Path x\nout", "p:PS C:\\>", "f:Get-Item", "a:-Path", "g:out");
        Coloured.Has("console", "# apt install x\nout", "p:#", "f:apt", "g:out");
        Coloured.Has("console", "(venv) $ pip list\nout", "p:(venv) $", "f:pip", "g:out");
        Coloured.Has("pycon", ">>> print(1)\n1\n", "p:>>>", "b:print", "n:1", "g:1");
        Coloured.Has("console", "npm install", "f:npm");
    }

    [Fact]
    public void ShellThatStartsWithAPromptIsASession() => Coloured.Has("bash", "$ npm i\nadded 3", "p:$", "f:npm", "g:added 3");

    [Fact]
    public void Dockerfile() => Coloured.Has("docker", """
        # syntax=docker/dockerfile:1
        FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
        ENV A=b C="d"
        RUN apt-get update \
            # inner
            && apt-get install -y curl
        RUN <<EOF
        echo hi
        EOF
        COPY --from=build /src /app
        CMD ["dotnet", "app.dll"]
        """,
        "c:# syntax=docker/dockerfile:1", "k:FROM", "a:--platform", "v:$BUILDPLATFORM", "s:mcr.microsoft.com/dotnet/sdk:10.0",
        "k:AS", "k:ENV", "v:A", "v:C", "s:\"d\"", "k:RUN", "f:apt-get", "c:# inner",
        "f:apt-get", "a:-y", "k:RUN", "s:EOF|echo hi|EOF", "k:COPY", "a:--from", "k:CMD", "s:\"dotnet\"");

    [Fact]
    public void Makefile() => Coloured.Has("make", """
        CC ?= gcc
        .PHONY: all
        all: main.o $(OBJ)
        	@$(CC) -o $@ $^
        	echo "done" && cd x
        ifeq ($(OS),Windows)
        endif
        # c
        """,
        "v:CC", "o:?=", "k:.PHONY", "f:all", "v:$(OBJ)", "o:@", "v:$(CC)", "a:-o", "v:$@ $^", "b:echo", "s:\"done\"", "b:cd",
        "k:ifeq", "v:$(OS)", "k:endif", "c:# c");
}
