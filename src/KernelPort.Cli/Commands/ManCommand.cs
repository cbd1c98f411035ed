using System.CommandLine;
using System.Text;

namespace KernelPort.Cli.Commands;

/// <summary><c>kernelport man</c>: the manual page, printed from the commands themselves.</summary>
public static class ManCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("man", "Prints the manual page.\n\nExample:\n  kernelport man | man -l -");
        command.SetAction(parsed =>
        {
            context.Write(Page((RootCommand)parsed.RootCommandResult.Command));
            return ExitCodes.Done;
        });
        return command;
    }

    private static string Page(RootCommand root)
    {
        var text = new StringBuilder();
        text.Append(".TH KERNELPORT 1\n.SH NAME\nkernelport \\- CUDA C++ for other machines\n.SH SYNOPSIS\n.B kernelport\n.I COMMAND\n[options]\n.SH COMMANDS\n");
        foreach (var command in root.Subcommands)
        {
            string arguments = string.Concat(command.Arguments.Select(a => $" {a.Name}{(a.Arity.MaximumNumberOfValues > 1 ? "..." : "")}"));
            text.Append($".SS {Escape(command.Name + arguments)}\n");
            string[] parts = (command.Description ?? "").Split("\n\n", 2);
            text.Append(Escape(parts[0])).Append('\n');
            foreach (var option in command.Options.Where(o => !o.Hidden && o.Name is not "--help"))
            {
                string names = string.Join(", ", option.Aliases.Prepend(option.Name).Distinct());
                text.Append($".TP\n.B {Escape(names)}{(option.HelpName is { } value ? $" \\fI{Escape(value)}\\fR" : "")}\n{Escape(option.Description ?? "")}\n");
            }
            if (parts.Length > 1)
            {
                text.Append(".PP\n.nf\n").Append(Escape(parts[1])).Append("\n.fi\n");
            }
        }
        text.Append("""
            .SH EXIT STATUS
            .TP
            0
            done
            .TP
            1
            the input is wrong, or something is refused under \-\-strict
            .TP
            2
            the command line is wrong
            .TP
            3
            done as far as possible; something is not supported on a target and is listed
            .TP
            4
            a comparison or a check failed
            .TP
            5
            a tool that this needs is not installed
            .TP
            70
            a bug of ours
            .SH SEE ALSO
            kernelport explain CODE tells what a message means and what to do.

            """);
        return text.ToString();
    }

    private static string Escape(string text) => string.Join("\n", text.Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal)
        .Split('\n').Select(l => l.StartsWith('.') || l.StartsWith('\'') ? "\\&" + l : l));
}
