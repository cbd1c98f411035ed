using System.CommandLine;
using System.Globalization;
using System.Text;
using KernelPort.Backends;
using KernelPort.Cli.Estimates;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Engines;
using KernelPort.Execution;
using KernelPort.Launches;

namespace KernelPort.Cli.Commands;

/// <summary><c>kernelport estimate</c>: what a kernel's launch does, counted, and what chips would need at least by their published peaks.</summary>
public static class EstimateCommand
{
    public static Command Create(CommandContext context)
    {
        var inputs = new Argument<string[]>("FILE") { Description = "CUDA files with launch headers: the sizes that are estimated are theirs", Arity = ArgumentArity.OneOrMore };
        var targets = new Option<string[]>("--target") { Description = "the targets, or all", HelpName = "T[,T...]", Required = true };
        var chips = new Option<string?>("--chips") { Description = "your own chips: CSV of target,chip,single TFLOPS,double TFLOPS,GB/s,watts,source", HelpName = "FILE" };
        var prices = new Option<string[]>("--price") { Description = "what a chip costs, in a currency of yours; work per price is then shown", HelpName = "CHIP=PRICE" };
        var command = new Command("estimate", "Counts what kernels do in their launch headers' runs, and estimates by chips' published peaks (a roofline) how long each needs at least. It is an estimate, not a measurement.\n\nExample:\n  kernelport estimate samples/FirstSteps/softmax.cu --target musa,cuda --price \"A100 SXM4 40 GB=10000\"") { inputs, targets, chips, prices };
        var common = CommonOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            var options = common.Read(parsed, context);
            var choices = TargetChoice.Read(parsed.GetValue(targets)!, context.Backends, viaIr: true);
            var own = parsed.GetValue(chips) is { } path ? ChipFile.Read(path) : null;
            var price = (parsed.GetValue(prices) ?? []).Select(Price).ToDictionary(p => p.Chip, p => p.Price, StringComparer.Ordinal);
            var read = Inputs.Read(parsed.GetValue(inputs)!, options.Shard, context);
            int code = read.SayLeftOut(options, context);
            var text = new StringBuilder("ESTIMATE, not a measurement: counted on the reference executor, times by published peaks; launch, latency and occupancy are left out\n");
            foreach (var source in read.Sources)
            {
                code = Math.Max(code, Estimate(text, source, choices, own, price, options, context));
            }
            context.Write(text.ToString());
            return code;
        });
        return command;
    }

    private static (string Chip, double Price) Price(string text)
    {
        int equals = text.LastIndexOf('=');
        return equals > 0 && double.TryParse(text.AsSpan(equals + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double price) && price > 0
            ? (text[..equals].Trim(), price)
            : throw new CommandException(ExitCodes.BadCommandLine, $"--price {text}: expected CHIP=PRICE");
    }

    private static int Estimate(StringBuilder text, SourceText source, IReadOnlyList<TargetChoice> choices, ILookup<string, Chip>? own, Dictionary<string, double> prices, CommonValues options, CommandContext context)
    {
        var file = KernelFile.Load(source, options.CompilerOptions);
        DiagnosticOutput.Write(file.Compilation.Diagnostics, options, context);
        if (file.Header.Errors.Count > 0)
        {
            throw new CommandException(ExitCodes.BadInput, $"{source.Path}({file.Header.Errors[0].Line}): {file.Header.Errors[0].Message}");
        }
        if (file.Header.Launches.Count == 0)
        {
            throw new CommandException(ExitCodes.BadInput, $"{source.Path} has no launch header, which would say the sizes");
        }
        foreach (var launch in file.Header.Launches)
        {
            var run = Compiler.Compiler.OnDeepStack(() => ReferenceEngine.Run(file, Passes.Pipeline.Optimise.Run(file.Compilation.Module), launch, new ExecutionOptions { Count = true, Check = false, StepBudget = long.MaxValue / 4 }));
            if (run.Problem.Length > 0)
            {
                throw new CommandException(ExitCodes.BadInput, $"{source.Path}: {run.Problem}");
            }
            long buffers = launch.Buffers.Sum(b => (long)b.Spec.Count * b.Spec.Element.Size);
            foreach (var step in launch.Steps.DistinctBy(s => s.Kernel))
            {
                var kernel = file.Kernel(step)!;
                var counts = run.Counts[kernel.Name];
                text.Append(CultureInfo.InvariantCulture, $"\n{source.Path}({step.Line}): {step.Kernel}<<<{step.Grid}, {step.Block}>>>\n");
                text.Append(CultureInfo.InvariantCulture, $"  counted: {counts.GlobalRead} bytes read and {counts.GlobalWritten} written of global memory ({buffers} bytes of buffers), {counts.Shared} of shared memory");
                text.Append(counts.Generic > 0 ? Invariant($", {counts.Generic} through pointers of unknown space") : "").Append('\n');
                text.Append(CultureInfo.InvariantCulture, $"  operations: single {counts.Single}, double {counts.Double}, half {counts.Half}, integer {counts.Integer}; functions {counts.Functions}, atomics {counts.Atomics}, exchanges {counts.Exchanges}, barriers {counts.Barriers}\n");
                Table(text, file, kernel, counts, buffers, choices, own, prices);
            }
        }
        return file.Compilation.HasErrors ? ExitCodes.BadInput : ExitCodes.Done;
    }

    private static void Table(StringBuilder text, KernelFile file, Ir.Function kernel, OperationCounts counts, long buffers, IReadOnlyList<TargetChoice> choices, ILookup<string, Chip>? own, Dictionary<string, double> prices)
    {
        text.Append("  target             chip                   us at least     without caches  held up by  uJ at least  work per price  source\n");
        foreach (var choice in choices)
        {
            var verdict = Compiler.Compiler.OnDeepStack(() => Emission.Run(file.Compilation.Module, choice.Backend, choice.Target, file.Source.Path, options: file.EmissionOptions())).Kernels.First(v => v.Kernel.Name == kernel.Name);
            if (!verdict.IsEmitted)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {choice.Target.Name,-18} not emitted: {verdict.Refusals[0].Code} {verdict.Refusals[0].Message}\n");
                continue;
            }
            List<Chip> chips = [.. own?[choice.Target.Name] ?? [], .. choice.Target.Chips];
            if (chips.Count == 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {choice.Target.Name,-18} no chip's figures are known; --chips gives some\n");
            }
            foreach (var roof in chips.Select(c => Roofline.Of(counts, buffers, c)))
            {
                // Launches in a second for a unit of the user's currency.
                double? worth = roof.Time is > 0 && prices.TryGetValue(roof.Chip.Name, out double price) ? 1e6 / roof.Time / price : null;
                text.Append(CultureInfo.InvariantCulture, $"  {choice.Target.Name,-18} {roof.Chip.Name,-22} {Figure(roof.Time),-15} {Figure(roof.MemoryWithoutCaches),-15} {roof.Bound,-11} {Figure(roof.Energy),-12} {Figure(worth),-15} {roof.Chip.Source}\n");
            }
        }
    }

    private static string Figure(double? value) => value is { } v ? v.ToString(v is >= 0.001 and < 100000 ? "0.####" : "0.###e0", CultureInfo.InvariantCulture) : "unknown";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
