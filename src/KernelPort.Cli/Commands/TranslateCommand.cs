using System.CommandLine;
using System.Text;
using KernelPort.Cli.Reports;

namespace KernelPort.Cli.Commands;

/// <summary><c>kernelport translate</c>: the main job.</summary>
public static class TranslateCommand
{
    public static Command Create(CommandContext context)
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "CUDA files or folders; - reads standard input", Arity = ArgumentArity.OneOrMore };
        var targets = new Option<string[]>("--target") { Description = "the targets, or all; see 'kernelport targets'", HelpName = "T[,T...]", Required = true };
        var output = new Option<string>("-o", "--output") { Description = "the folder to write to; - writes one file to standard output", HelpName = "DIR", Required = true };
        var via = new Option<string?>("--via") { Description = "take the kernels of CUDA dialects through the IR too", HelpName = "ir" };
        via.AcceptOnlyFromAmong("ir");
        var command = new Command(
            "translate",
            "Translates CUDA files for other machines; never writes in place.\n\nExamples:\n  kernelport translate src/ --target musa,dcu -o out\n  kernelport translate scan.cu --target opencl -o out --report out/report.json")
        {
            inputs, targets, output, via,
        };
        var common = CommonOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            var options = common.Read(parsed, context);
            var choices = TargetChoice.Read(parsed.GetValue(targets)!, context.Backends, parsed.GetValue(via) == "ir");
            var read = Inputs.Read(parsed.GetValue(inputs)!, options.Shard, context);
            string folder = parsed.GetValue(output)!;
            bool toStandardOutput = folder == "-";
            if (toStandardOutput && (choices.Count != 1 || read.Sources.Count > 1))
            {
                throw new CommandException(ExitCodes.BadCommandLine, "-o - writes one file: give one input and one target");
            }
            var opened = toStandardOutput ? null : OutputFolder.Open(folder, read);
            var result = Progress.Run(context, options, "translating for", step => Translation.Run(read, choices, options, step));
            if (opened is null)
            {
                WriteOne(result, context);
            }
            else
            {
                WriteAll(result, opened);
            }
            DiagnosticOutput.Write(result.Diagnostics, options, context);
            Report.Write(result, options);
            if (!options.Quiet && opened is not null)
            {
                context.Error.Write(Summary.Of(result));
            }
            return Verdict.ExitCode(result.Diagnostics, options.Strict);
        });
        return command;
    }

    private static void WriteAll(TranslationResult result, OutputFolder folder)
    {
        foreach (var target in result.Targets)
        {
            foreach (var file in target.Files)
            {
                folder.Write(Path.Combine(target.Choice.Folder, file.Path), file.Text, file.IsBytes ? Encoding.Latin1 : new UTF8Encoding(false));
            }
        }
    }

    private static void WriteOne(TranslationResult result, CommandContext context)
    {
        string from = result.Inputs.Sources.Count > 0 ? result.Inputs.Sources[0].Path : "";
        if (result.Targets[0].Files.FirstOrDefault(f => f.From == from) is { } file)
        {
            if (file.IsBytes)
            {
                context.WriteBytes(file.Text);
            }
            else
            {
                context.Write(file.Text);
            }
        }
    }
}
