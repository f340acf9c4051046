using System.CommandLine;
using Publisher.Cli.Terminal;

namespace Publisher.Cli.Commands;

/// <summary>
/// <c>publisher completion</c>: prints what makes a shell complete this program's commands. The scripts ask the program
/// itself, by the directive <c>[suggest:POSITION]</c> and the line so far, so they never go out of date.
/// </summary>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "powershell"];

    public static Command Create(Screen screen)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or powershell" };
        shell.CompletionSources.Add(_ => Shells.Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        var command = new Verb("completion", "Print a script that completes commands in your shell")
        {
            Examples =
            [
                ("completion bash >> ~/.bashrc", "bash"),
                ("completion zsh >> ~/.zshrc", "zsh (after compinit)"),
                ("completion fish > ~/.config/fish/completions/publisher.fish", "fish"),
                ("completion powershell >> $PROFILE", "PowerShell"),
            ],
        };
        command.Add(shell);
        command.SetAction(parsed =>
        {
            var name = parsed.GetValue(shell)!;
            if (ScriptOf(name) is not { } script)
                throw new UsageException(
                    $"there is no completion for '{name}': bash, zsh, fish or powershell{UsageError.Suggest(name, Shells)}");
            screen.Output.WriteLine(script);
            return ExitCode.Fine;
        });
        return command;
    }

    private static string? ScriptOf(string shell) => shell switch
    {
        "bash" => """
            # publisher: completion for bash
            _publisher_complete() {
              local word="${COMP_WORDS[COMP_CWORD]}" IFS=$'\n'
              COMPREPLY=($(compgen -W "$(publisher "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "$word"))
            }
            complete -o default -F _publisher_complete publisher
            """,
        "zsh" => """
            # publisher: completion for zsh
            _publisher() {
              local -a found
              found=("${(@f)$(publisher "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
              found=(${found:#})
              if (( ${#found} )); then compadd -- $found; else _files; fi
            }
            compdef _publisher publisher
            """,
        "fish" => """
            # publisher: completion for fish
            function __publisher_complete
              set -l line (commandline -cp)
              set -l word (commandline -ct)
              set -l found (publisher "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null | string match -- "$word*")
              if test (count $found) -gt 0
                printf '%s\n' $found
              else
                __fish_complete_path "$word"
              end
            end
            complete -c publisher -f -a '(__publisher_complete)'
            """,
        "powershell" or "pwsh" => """
            # publisher: completion for PowerShell
            Register-ArgumentCompleter -Native -CommandName publisher -ScriptBlock {
              param($word, $line, $position)
              publisher "[suggest:$position]" "$line" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
              }
            }
            """,
        _ => null,
    };
}
