using System.CommandLine;

namespace Backchannel.Cli.Commands;

/// <summary>Completion for shells: a script that asks the program itself, through its [suggest] directive.</summary>
internal static class Completion
{
    private const string Bash = """
        _backchannel() {
            local IFS=$'\n' word="${COMP_WORDS[COMP_CWORD]}"
            COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "$word"))
        }
        complete -o default -F _backchannel backchannel ./backchannel
        """;

    private const string Zsh = """
        #compdef backchannel
        _backchannel() {
            local -a found
            found=("${(@f)$("${words[1]}" "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
            compadd -a found
            (( ${#found} )) && [[ -n ${found[1]} ]] || _files
        }
        compdef _backchannel backchannel
        """;

    private const string Fish = """
        function __backchannel
            set -l line (commandline -cp)
            set -l words (commandline -opc)
            $words[1] "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c backchannel -a '(__backchannel)'
        """;

    public static Command Command()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish" }.AcceptOnlyFromAmong(
            "bash",
            "zsh",
            "fish"
        );
        var command = new TaughtCommand(
            "completion",
            "Prints a script that completes commands, options and their values in a shell.",
            ("source <(backchannel completion bash)", "for this shell; put the line into ~/.bashrc to keep it"),
            ("backchannel completion zsh > ~/.zfunc/_backchannel", "in a folder of your fpath"),
            ("backchannel completion fish > ~/.config/fish/completions/backchannel.fish", "for fish")
        )
        {
            shell,
        };
        command.SetAction(result =>
        {
            Console.Out.Write(
                result.GetRequiredValue(shell) switch
                {
                    "bash" => Bash,
                    "zsh" => Zsh,
                    _ => Fish,
                } + "\n"
            );
            return ExitCode.Done;
        });
        return command;
    }
}
