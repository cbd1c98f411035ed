using System.CommandLine;
using KernelPort.Cli.Caching;
using KernelPort.Cli.Packing;
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
        var pack = new Option<bool>("--pack") { Description = "besides, one library of a file's kernels for all the targets, which picks what is present when a program runs; cpu must be among them" };
        var command = new Command(
            "translate",
            "Translates CUDA files for other machines; never writes in place.\n\nExamples:\n  kernelport translate src/ --target musa,dcu -o out\n  kernelport translate scan.cu --target opencl -o out --report out/report.json\n  kernelport translate scan.cu --target cpu --block 256 -o out")
        {
            inputs, output, via, mode, merge, pack,
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
            if (parsed.GetValue(pack) && (toStandardOutput || read.Sources.Count != 1))
            {
                throw new CommandException(ExitCodes.BadCommandLine, "--pack takes one file and a folder to write to");
            }
            var opened = toStandardOutput ? null : OutputFolder.Open(folder, read, build.OnlyChanged);
            var cache = opened is not null && !parsed.GetValue(merge) ? Cache(build, read, choices, options, context) : null;
            if (cache?.Find(options.FilesRead) is { } kept)
            {
                return Replay(kept, opened!, build, read, options, context);
            }
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
            if (parsed.GetValue(pack) && opened is not null)
            {
                result = result with { Diagnostics = [.. result.Diagnostics, .. Pack.Write(read.Sources[0], choices, options, opened)] };
            }
            var outputs = result.Targets.SelectMany(t => t.Files.Select(f => new CachedFile(Path.Combine(t.Choice.Folder, f.Path), f.Bytes))).ToList();
            if (!withheld)
            {
                WriteDependencies(build, read, outputs, opened, options);
            }
            var said = new StringWriter();
            DiagnosticOutput.Write(result.Diagnostics, options, context with { Error = said });
            if (!options.Quiet && opened is not null)
            {
                said.Write(Summary.Of(result));
            }
            context.Error.Write(said.ToString());
            Report.Write(result, options);
            int code = Verdict.ExitCode(result.Diagnostics, options.Strict);
            if (code is ExitCodes.Done or ExitCodes.Unsupported)
            {
                cache?.Keep(new CachedTranslation(outputs, said.ToString(), code), options.FilesRead);
            }
            return code;
        });
        return command;
    }

    /// <summary>The cache, where what is asked for is a function of the files alone: reports tell of more, and machine code depends on what is installed.</summary>
    private static TranslationCache? Cache(BuildValues build, Inputs read, IReadOnlyList<TargetChoice> choices, CommonValues options, CommandContext context)
    {
        if (build.Cache is not { } folder || options.Reports.Count > 0 || choices.Any(c => c.Backend.Forms.Count > 0))
        {
            return null;
        }
        string here = Directory.GetCurrentDirectory();
        return TranslationCache.Open(folder,
        [
            .. choices.Select(c => $"target {c.Name} {c.IsMigrated}"), .. options.Emission.Sizes.Select(s => $"block {s}"),
            .. options.ParseOptions.IncludeDirectories.Select(i => $"include {i}"), .. options.ParseOptions.Defines.Select(d => $"define {d.Name}={d.Value}"),
            .. options.Kernels.Select(k => $"kernel {k}"), .. options.Instances.Select(i => $"instance {i}"),
            $"{options.Standard} {options.IsShim} {options.Strict} {options.Quiet} {options.Color} {options.LanguageName} {context.IsTerminal} {options.Shard}",
            $"root {Path.GetRelativePath(here, read.Root)}",
            .. read.Sources.Concat(read.BuildFiles).Select(s => $"source {s.Path} {Reports.InputEntry.Of(s).Sha256}"),
            // What is wrong with inputs that were left out is said too.
            .. read.Diagnostics.Select(d => $"{d.Code} {d.Span.Source?.Path} {d.Message}"),
        ]);
    }

    /// <summary>Gives what an equal translation gave.</summary>
    private static int Replay(CachedTranslation kept, OutputFolder folder, BuildValues build, Inputs read, CommonValues options, CommandContext context)
    {
        foreach (var file in kept.Outputs)
        {
            TranslationOutput.Write(folder, file.Path, file.Bytes);
        }
        WriteDependencies(build, read, kept.Outputs, folder, options);
        context.Error.Write(kept.Said);
        return kept.ExitCode;
    }

    private static void WriteDependencies(BuildValues build, Inputs read, IReadOnlyList<CachedFile> outputs, OutputFolder? folder, CommonValues options)
    {
        if (build.DependencyFile is not { } path)
        {
            return;
        }
        foreach (var source in read.Sources.Concat(read.BuildFiles))
        {
            options.FilesRead.Add(source.Path);
        }
        DependencyFile.Write(path, build.DependencyTarget is { } target ? [target] : folder is null ? ["-"] : [.. outputs.Select(o => folder.FullPath(o.Path))], options.FilesRead.Paths);
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
