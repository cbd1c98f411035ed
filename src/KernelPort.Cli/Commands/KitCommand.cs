using System.CommandLine;
using KernelPort.Core;
using KernelPort.Engines;
using KernelPort.Kits;
using KernelPort.Launches;

namespace KernelPort.Cli.Commands;

/// <summary><c>kernelport kit</c>: packs a kernel file to be run on a real card, and reads back what came of it.</summary>
public static class KitCommand
{
    public static Command Create(CommandContext context)
    {
        var input = new System.CommandLine.Argument<string>("FILE") { Description = "a kernel test: a .cu file that says at its top how it is launched" };
        var output = new Option<string?>("-o", "--output") { Description = "the folder to write kits to: T has the migrated text, T-ir the text taken through the IR", HelpName = "DIR" };
        var read = new Option<string[]>("--read") { Description = "read these results back instead; --measured says where they are kept", HelpName = "RESULT.json", AllowMultipleArgumentsPerToken = true };
        var command = new Command(
            "kit",
            "Packs a kernel, a host driver, inputs, expected outputs and the vendor's build script, to be run by whoever has the card; reads results back.\n\nExamples:\n  kernelport kit saxpy.cu --target musa,dcu -o kits\n  kernelport kit saxpy.cu --read kits/musa/result.json --measured measured.json")
        {
            input, output, read,
        };
        var porting = PortingOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            var results = parsed.GetValue(read) ?? [];
            if (porting.Read(parsed, context, needsTarget: results.Length == 0, readsMeasured: false) is not { } values)
            {
                return ExitCodes.BadInput;
            }
            string path = parsed.GetValue(input)!;
            if (path == "-" || Directory.Exists(path))
            {
                throw new CommandException(ExitCodes.BadCommandLine, "kit takes one file, by its name");
            }
            if (values.Options.Reports.Count > 0)
            {
                throw new CommandException(ExitCodes.BadCommandLine, "kit makes no report; 'translate --report FILE --measured FILE' says what is measured");
            }
            var inputs = Inputs.Read([path], (1, 1), context);
            var source = inputs.Sources.Count == 1 ? inputs.Sources[0] : throw new CommandException(ExitCodes.BadInput, $"{path}: no CUDA text");
            var bag = new DiagnosticBag();
            var session = new KitSession(KernelFile.Load(source, values.Options.CompilerOptions), values, bag);
            if (results.Length > 0)
            {
                session.ReadBack(results, context);
                DiagnosticOutput.Write(bag.Ordered(), values.Options, context);
                return session.ExitCode;
            }
            string folder = parsed.GetValue(output) ?? throw new CommandException(ExitCodes.BadCommandLine, "-o is missing: where do the kits go?");
            session.Pack(OutputFolder.Open(folder, inputs), context);
            DiagnosticOutput.Write(bag.Ordered(), values.Options, context);
            return session.ExitCode;
        });
        return command;
    }
}
