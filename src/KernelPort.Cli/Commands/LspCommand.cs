using System.CommandLine;
using KernelPort.Cli.LanguageServer;

namespace KernelPort.Cli.Commands;

/// <summary><c>kernelport lsp</c>: a language server over standard input and output.</summary>
public static class LspCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("lsp", "A language server over standard input and output: hazards and errors as you type, every target's form of a CUDA name, rewritings.\n\nExample (Neovim):\n  vim.lsp.start({ name = 'kernelport', cmd = { 'kernelport', 'lsp' }, init_options = { targets = 'musa,dcu' } })");
        var porting = PortingOptions.AddTo(command);
        command.SetAction(parsed => porting.Read(parsed, context, needsTarget: false) is { } values ? new Server(values, context).Run() : ExitCodes.BadInput);
        return command;
    }
}
