using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using KernelPort.Backends;
using KernelPort.Core;
using KernelPort.Migration;
using KernelPort.Twin;

namespace KernelPort.Cli.Commands;

/// <summary><c>kernelport run</c>: whole CUDA programs on this CPU, as they are or migrated, against a twin.</summary>
public static class RunCommand
{
    private const int TwinStopped = 86;

    public static Command Create(CommandContext context)
    {
        var inputs = new System.CommandLine.Argument<string[]>("PROGRAM") { Description = "the program's sources (.cu, .cpp, .c); what follows -- is given to the program", Arity = ArgumentArity.OneOrMore };
        var target = new Option<string?>("--target") { Description = "migrate or translate first, and run what came of it against this target's twin", HelpName = "T" };
        var engine = new Option<string>("--engine") { Description = "twin: the C++ twin of CUDA or of the target; llvm: kernels compiled by LLVM for this CPU; csharp: kernels as C# in a .NET that the program starts; those that an engine cannot take are named and run in the twin", DefaultValueFactory = _ => "twin" };
        engine.AcceptOnlyFromAmong(["twin", .. context.Backends.OfType<IKernelLibraries>().Select(b => b.EngineName)]);
        var warp = new Option<int?>("--warp") { Description = "lanes of a warp on the CUDA twin: 16, 32 or 64", HelpName = "N" };
        var limit = new Option<double?>("--time-limit") { Description = "stop the program after so many seconds", HelpName = "SECONDS" };
        var keep = new Option<string?>("--keep") { Description = "with --target: keep the migrated sources in this folder", HelpName = "DIR" };
        var races = new Option<string>("--races") { Description = "look for races in shared memory: auto (where the text does not rule them out), all or off", DefaultValueFactory = _ => "auto" };
        races.AcceptOnlyFromAmong("auto", "all", "off");
        var lockStep = new Option<bool>("--lock-step") { Description = "run all warps in step, as programs without warp barriers may count on" };
        var blocks = new Option<string[]>("--block") { Description = "with a --target whose text depends on it: a block size to make kernels for, in place of those that the program's launches name; may be repeated", HelpName = "X[,Y[,Z]]" };
        var command = new Command("run", "Builds a whole CUDA program with the system's C++ compiler and runs it on this CPU, against a twin: never on hardware. The program's output and exit code are passed through.\n\nExamples:\n  kernelport run vectorAdd.cu -I common -- 1024\n  kernelport run main.cu util.cpp --target dcu\n  kernelport run vectorAdd.cu --engine llvm")
        {
            inputs, target, engine, warp, races, lockStep, limit, keep, blocks,
        };
        var common = CommonOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            var options = common.Read(parsed, context);
            var read = Inputs.Read(parsed.GetValue(inputs)!, options.Shard, context);
            var choice = parsed.GetValue(target) is { } name ? TargetChoice.Read([name], context.Backends, viaIr: false) is [var one] ? one
                : throw new CommandException(ExitCodes.BadCommandLine, "--target: run takes one target at a time") : null;
            if (read.SayLeftOut(options, context) is not ExitCodes.Done and var left)
            {
                return left;
            }
            if (choice is { IsMigrated: false, Target.HostSide: null })
            {
                throw new CommandException(ExitCodes.BadCommandLine, $"--target {choice.Name}: whole programs run where their host text has a place; 'kernelport test' runs kernels on this target");
            }
            options = options with { Emission = options.Emission with { Sizes = [.. (parsed.GetValue(blocks) ?? []).Select(BlockOption.Read).Distinct()] } };
            var libraries = context.Backends.OfType<IKernelLibraries>().FirstOrDefault(b => b.EngineName == parsed.GetValue(engine));
            if (libraries is not null && (choice is not null || parsed.GetValue(warp) is not null || parsed.GetValue(lockStep)))
            {
                throw new CommandException(ExitCodes.BadCommandLine, $"--engine {libraries.EngineName} runs the program as it is, with warps of 32: no --target, no --warp and no --lock-step");
            }
            if (libraries?.Missing is { } missing)
            {
                throw new CommandException(ExitCodes.MissingTool, $"--engine {libraries.EngineName} needs {missing}");
            }
            using var wanted = new WantedBlocks();
            while (true)
            {
                var session = new RunSession(read, choice, options with { Emission = options.Emission with { Launched = wanted.All } }, context)
                {
                    Warp = parsed.GetValue(warp), Keep = parsed.GetValue(keep), LockStep = parsed.GetValue(lockStep), Engine = libraries,
                    // An engine's code is not looked into.
                    FindsRaces = libraries is not null ? false : parsed.GetValue(races) switch { "all" => true, "off" => false, _ => null },
                };
                if (session.Build() is not { } executable)
                {
                    return session.ExitCode;
                }
                using var kernels = session.Deliver(executable);
                int code = Start(executable, session, parsed.GetValue(limit), kernels, wanted, options, context);
                // Sizes that somebody asked for are all there shall be.
                if (code != 0 && options.Emission.Sizes.Count == 0 && wanted.Take(session.WithoutBlock) is var (kernel, block))
                {
                    Say(RunRules.WantedBlock.At(Span.None, kernel, WantedBlocks.Words(block)), code, options, context);
                    continue;
                }
                return kernels is null ? code : Say([.. kernels.Verdict()], code, options, context);
            }
        });
        return command;
    }

    private static int Start(string executable, RunSession session, double? limit, KernelDelivery? kernels, WantedBlocks wanted, CommonValues options, CommandContext context)
    {
        string engine = session.EngineName;
        string report = Path.Combine(Path.GetTempPath(), "kernelport-run-" + Guid.NewGuid().ToString("N"));
        var start = new ProcessStartInfo(executable) { UseShellExecute = false, RedirectStandardOutput = !context.OwnsConsole, RedirectStandardError = !context.OwnsConsole };
        start.Environment["KP_TWIN_REPORT"] = report;
        start.Environment[WantedBlocks.Variable] = wanted.Path;
        kernels?.Prepare(start);
        foreach (string argument in context.ProgramArguments)
        {
            start.ArgumentList.Add(argument);
        }
        try
        {
            using var process = Process.Start(start)!;
            var copying = context.OwnsConsole ? Task.CompletedTask : Task.WhenAll(process.StandardOutput.BaseStream.CopyToAsync(context.Out), Task.Run(() => context.Error.Write(process.StandardError.ReadToEnd())));
            if (!process.WaitForExit(limit is { } seconds ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan))
            {
                process.Kill(true);
                process.WaitForExit();
                SayRaces(new TwinReport(report, session.Origin, session.Written), engine, options, context);
                return Say(RunRules.TimedOut.At(Span.None, engine, limit!.Value), ExitCodes.CheckFailed, options, context);
            }
            copying.GetAwaiter().GetResult();
            process.WaitForExit();
            int code = process.ExitCode;
            var found = new TwinReport(report, session.Origin, session.Written);
            bool races = SayRaces(found, engine, options, context);
            if (code == TwinStopped && found.Violation is { } violation)
            {
                return Say(RunRules.Violation.At(Span.None, engine, violation), ExitCodes.CheckFailed, options, context);
            }
            return races ? ExitCodes.CheckFailed : code > 128 ? Say(RunRules.Signal.At(Span.None, engine, code - 128), code, options, context) : code;
        }
        finally
        {
            File.Delete(report);
        }
    }

    private static bool SayRaces(TwinReport report, string engine, CommonValues options, CommandContext context)
    {
        var races = report.Races(engine);
        context.Error.Write(string.Concat(races.Select(r => options.Language.Print(r, withSource: true))));
        return races.Count > 0;
    }

    /// <summary>Who ran the kernels. A fallback is no pass of the engine: under --strict it is a failure.</summary>
    private static int Say(IReadOnlyList<Diagnostic> verdict, int code, CommonValues options, CommandContext context)
    {
        foreach (var d in verdict.Where(d => !options.Quiet || options.Strict))
        {
            context.Error.Write(options.Language.Print(d, withSource: false));
        }
        return code == 0 && options.Strict && verdict.Any(d => d.Code == RunRules.InTwin.Code) ? ExitCodes.BadInput : code;
    }

    private static int Say(Diagnostic diagnostic, int code, CommonValues options, CommandContext context)
    {
        context.Error.Write(options.Language.Print(diagnostic, withSource: false));
        return code;
    }
}
