using System.CommandLine;
using KernelPort.Cli.Reports;
using KernelPort.Core;

namespace KernelPort.Cli.Commands;

/// <summary><c>kernelport translate</c>: the main job.</summary>
public static class TranslateCommand
{
    public static Command Create(CommandContext context)
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "CUDA files or folders; - reads standard input", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("-o", "--output") { Description = "the folder to write to; - writes one file to standard output", HelpName = "DIR", Required = true };
        var via = new Option<string?>("--via") { Description = "take the kernels of CUDA dialects through the IR too", HelpName = "ir" };
        via.AcceptOnlyFromAmong("ir");
        var mode = new Option<string>("--mode") { Description = "edit: the text is migrated; shim: a compatibility header is written, the code stays", HelpName = "edit|shim", DefaultValueFactory = _ => "edit" };
        mode.AcceptOnlyFromAmong("edit", "shim");
        var merge = new Option<bool>("--merge") { Description = "keep your edits of the last output: three-way merge, conflicts marked as git does" };
        var command = new Command(
            "translate",
            "Translates CUDA files for other machines; never writes in place.\n\nExamples:\n  kernelport translate src/ --target musa,dcu -o out\n  kernelport translate scan.cu --target opencl -o out --report out/report.json\n  kernelport translate scan.cu --target cpu --block 256 -o out")
        {
            inputs, output, via, mode, merge,
        };
        var emission = EmissionChoice.AddTo(command);
        var porting = PortingOptions.AddTo(command);
        var building = BuildOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            if (porting.Read(parsed, context, parsed.GetValue(via) == "ir") is not { } values)
            {
                return ExitCodes.BadInput;
            }
            var choices = values.Choices;
            var options = values.Options with { IsShim = parsed.GetValue(mode) == "shim", Emission = emission.Read(parsed, choices) };
            var build = building.Read(parsed);
            var read = Inputs.Read(parsed.GetValue(inputs)!, options.Shard, context, build.Root);
            if (options.IsShim && choices.FirstOrDefault(c => !c.IsMigrated) is { } other)
            {
                throw new CommandException(ExitCodes.BadCommandLine, $"--mode shim: {other.Name} is no CUDA dialect");
            }
            string folder = parsed.GetValue(output)!;
            bool toStandardOutput = folder == "-";
            if (toStandardOutput && (choices.Count != 1 || read.Sources.Count > 1))
            {
                throw new CommandException(ExitCodes.BadCommandLine, "-o - writes one file: give one input and one target");
            }
            var opened = toStandardOutput ? null : OutputFolder.Open(folder, read, build.OnlyChanged);
            var result = values.Suppress(Progress.Run(context, options, "translating for", step => Translation.Run(read, choices, options, step)));
            bool withheld = build.AllOrNothing && Verdict.ExitCode(result.Diagnostics, options.Strict) == ExitCodes.BadInput;
            if (withheld)
            {
                opened = null;
            }
            else if (opened is null)
            {
                WriteOne(result, context);
            }
            else
            {
                var written = TranslationOutput.Write(result, opened, parsed.GetValue(merge));
                result = result with { Diagnostics = [.. result.Diagnostics, .. written] };
            }
            if (!withheld && build.DependencyFile is { } depfile)
            {
                WriteDependencies(depfile, build.DependencyTarget, result, opened, options);
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

    private static void WriteDependencies(string path, string? target, TranslationResult result, OutputFolder? folder, CommonValues options)
    {
        foreach (var source in result.Inputs.Sources.Concat(result.Inputs.BuildFiles))
        {
            options.FilesRead.Add(source.Path);
        }
        var outputs = result.Targets.SelectMany(t => t.Files.Select(f => Path.Combine(t.Choice.Folder, f.Path)));
        DependencyFile.Write(path, target is not null ? [target] : folder is null ? ["-"] : [.. outputs.Select(folder.FullPath)], options.FilesRead.Paths);
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
