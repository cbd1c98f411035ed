using System.CommandLine;
using KernelPort.Cli.Reports;
using KernelPort.Core;

namespace KernelPort.Cli.Commands;

/// <summary><c>kernelport check</c>: what a translation would say, without writing it.</summary>
public static class CheckCommand
{
    public static Command Create(CommandContext context)
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "CUDA files or folders; - reads standard input", Arity = ArgumentArity.OneOrMore };
        var targets = new Option<string[]>("--target") { Description = "the targets, or all", HelpName = "T[,T...]", Required = true };
        var command = new Command("check", "Lists porting hazards and what is not supported; writes nothing but the report.\n\nExample:\n  kernelport check src/ --target dcu --report findings.sarif")
        {
            inputs, targets,
        };
        var common = CommonOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            var options = common.Read(parsed, context);
            var choices = TargetChoice.Read(parsed.GetValue(targets)!, context.Backends, viaIr: false);
            var read = Inputs.Read(parsed.GetValue(inputs)!, options.Shard, context);
            var result = Progress.Run(context, options, "checking for", step => Translation.Run(read, choices, options, step));
            DiagnosticOutput.Write(result.Diagnostics, options, context, isCheck: true);
            Report.Write(result, options);
            bool hazard = result.Diagnostics.Any(d => d.Severity == Severity.Error && d.Code.StartsWith("KP4", StringComparison.Ordinal));
            int code = Verdict.ExitCode(result.Diagnostics, options.Strict);
            return code == ExitCodes.BadInput && !hazard ? code : hazard ? ExitCodes.CheckFailed : code;
        });
        return command;
    }
}
