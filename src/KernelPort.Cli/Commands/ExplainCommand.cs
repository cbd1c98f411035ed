using System.CommandLine;

namespace KernelPort.Cli.Commands;

/// <summary><c>kernelport explain</c>: what a diagnostic code means and what to do about it.</summary>
public static class ExplainCommand
{
    public static Command Create(CommandContext context)
    {
        var code = new Argument<string?>("CODE") { Description = "a code such as KP4902", Arity = ArgumentArity.ZeroOrOne };
        var markdown = new Option<bool>("--markdown") { Description = "print all codes, as docs/diagnostics.md has them" };
        var command = new Command("explain", "Explains a diagnostic code.\n\nExample:\n  kernelport explain KP4902") { code, markdown };
        var language = LanguageOption.AddTo(command);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(markdown))
            {
                context.Write(RuleCatalogue.Markdown());
                return ExitCodes.Done;
            }
            string wanted = parsed.GetValue(code) ?? throw new CommandException(ExitCodes.BadCommandLine, "explain needs a code, or --markdown");
            context.Write(RuleCatalogue.Explain(wanted, MessageLanguage.Of(language.Read(parsed))) ?? throw new CommandException(ExitCodes.BadInput, $"there is no code '{wanted}'"));
            return ExitCodes.Done;
        });
        return command;
    }
}
