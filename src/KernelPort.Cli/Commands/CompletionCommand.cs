using System.CommandLine;

namespace KernelPort.Cli.Commands;

/// <summary><c>kernelport completion</c>: a shell's script that asks us for the words that fit.</summary>
public static class CompletionCommand
{
    private const string Bash = """
        _kernelport() {
            local IFS=$'\n' word="${COMP_LINE:0:COMP_POINT}"
            word="${word##* }"
            COMPREPLY=($(compgen -W "$(kernelport "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "$word"))
            # bash replaces what stands after the last colon only: musa:mp_31
            if [[ $COMP_WORDBREAKS == *:* && $word == *:* ]]; then COMPREPLY=("${COMPREPLY[@]#"${word%:*}:"}"); fi
        }
        complete -o default -F _kernelport kernelport

        """;

    private const string Zsh = """
        #compdef kernelport
        _kernelport() {
            local -a words_that_fit
            words_that_fit=("${(@f)$(kernelport "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
            compadd -a words_that_fit
            _files
        }
        compdef _kernelport kernelport

        """;

    private const string Fish = """
        complete -c kernelport -a "(kernelport '[suggest:'(commandline -C)']' (commandline -cp) 2>/dev/null)"

        """;

    public static Command Create(CommandContext context)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new Command("completion", "Prints a script that completes kernelport's words in a shell.\n\nExample:\n  source <(kernelport completion bash)") { shell };
        command.SetAction(parsed =>
        {
            context.Write(parsed.GetValue(shell) switch { "bash" => Bash, "zsh" => Zsh, _ => Fish });
            return ExitCodes.Done;
        });
        return command;
    }
}
