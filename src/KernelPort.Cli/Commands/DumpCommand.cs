using System.CommandLine;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Cli.Commands;

/// <summary><c>kernelport dump</c>: a kernel's IR, as the front end made it or after passes.</summary>
public static class DumpCommand
{
    public static Command Create(CommandContext context)
    {
        var input = new Argument<string>("FILE") { Description = "a CUDA file; - reads standard input" };
        var after = new Option<string?>("--after") { Description = "print the IR after this pass of the target's pipeline", HelpName = "PASS" };
        var each = new Option<bool>("--each") { Description = "print the IR after every pass" };
        var target = new Option<string?>("--target") { Description = "whose passes to run", HelpName = "T" };
        var command = new Command("dump", "Prints kernels as IR text (.kir).\n\nExample:\n  kernelport dump scan.cu --kernel scan --target dcu --each") { input, after, each, target };
        var common = CommonOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            var options = common.Read(parsed, context);
            var read = Inputs.Read([parsed.GetValue(input)!], (1, 1), context);
            if (read.Sources.Count != 1)
            {
                throw new CommandException(ExitCodes.BadCommandLine, "dump takes one file");
            }
            var compilation = Compiler.Compiler.Compile(read.Sources[0], options.CompilerOptions);
            DiagnosticOutput.Write(compilation.Diagnostics, options, context);
            var module = compilation.Module;
            if (parsed.GetValue(target) is { } name)
            {
                Lower(module, TargetChoice.Read([name], context.Backends, viaIr: true)[0], parsed.GetValue(after), parsed.GetValue(each), context);
            }
            else if (parsed.GetValue(after) is not null || parsed.GetValue(each))
            {
                throw new CommandException(ExitCodes.BadCommandLine, "--after and --each need --target: passes belong to a target");
            }
            else
            {
                context.Write(Print(module));
            }
            return Verdict.ExitCode(compilation.Diagnostics, options.Strict);
        });
        return command;
    }

    private static string Print(Module module) => Compiler.Compiler.OnDeepStack(() => Printer.Print(module));

    private static void Lower(Module module, TargetChoice choice, string? after, bool each, CommandContext context)
    {
        var pipeline = choice.Backend.Lowering(choice.Target);
        var names = pipeline.Passes.Select(p => p.GetType().Name).ToList();
        if (after is not null && !names.Contains(after))
        {
            throw new CommandException(ExitCodes.BadCommandLine, $"{choice.Name} has no pass '{after}'; it runs: {string.Join(", ", names)}");
        }
        if (each)
        {
            context.Write("// lowering\n" + Print(module));
        }
        var lowered = Compiler.Compiler.OnDeepStack(() => pipeline.Run(module, (pass, m) =>
        {
            if (each || pass.GetType().Name == after)
            {
                context.Write($"// {pass.GetType().Name}\n" + Printer.Print(m));
            }
        }));
        if (!each && after is null)
        {
            context.Write(Print(lowered));
        }
    }
}
