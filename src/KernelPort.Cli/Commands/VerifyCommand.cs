using System.CommandLine;
using System.Globalization;
using KernelPort.Backends;
using KernelPort.Cli.Reports;
using KernelPort.Core;
using KernelPort.Engines;
using KernelPort.Engines.Verification;
using KernelPort.Launches;
using Extent = KernelPort.Launches.Extent;

namespace KernelPort.Cli.Commands;

/// <summary><c>kernelport verify</c>: inputs are made, and a target's text must give what the reference executor gives.</summary>
public static class VerifyCommand
{
    public static Command Create(CommandContext context)
    {
        var inputs = new System.CommandLine.Argument<string[]>("FILE") { Description = "CUDA files", Arity = ArgumentArity.OneOrMore };
        var targets = new Option<string[]>("--target") { Description = "whose emitted and migrated text is compared, run on their twins", HelpName = "T[,T...]", Required = true };
        var block = new Option<string?>("--block") { Description = "the block's size; else from launch bounds, else 256, or 16,16, or 8,8,4", HelpName = "X[,Y[,Z]]" };
        var sizes = new Option<string?>("--sizes") { Description = "what integer arguments are set to, one case each; else sizes around the block's", HelpName = "N[,N...]" };
        var fixedValues = new Option<string[]>("--set") { Description = "an argument by its parameter's name", HelpName = "NAME=VALUE" };
        var seed = new Option<ulong>("--seed") { Description = "where random values begin", HelpName = "N", DefaultValueFactory = _ => 1 };
        var ulp = new Option<double?>("--ulp") { Description = "how many units in the last place a float may be away; else what CUDA documents of the functions that reach it", HelpName = "N" };
        var output = new Option<string?>("-o") { Description = "where a difference is written as a file with a launch header, made small", HelpName = "DIR" };
        var command = new Command("verify", "Makes inputs for kernels and compares a target's text with the reference executor, value by value. No expectation is needed. A target's answer comes from its twin on this CPU, never from hardware.\n\nExample:\n  kernelport verify norm.cu --kernel rms_norm --target musa,dcu -o differences")
        {
            inputs, targets, block, sizes, fixedValues, seed, ulp, output,
        };
        var arithmetic = ArithmeticChoice.AddTo(command);
        var common = CommonOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            var values = common.Read(parsed, context);
            var choices = TargetChoice.Read(parsed.GetValue(targets)!, context.Backends, viaIr: true);
            if (choices.FirstOrDefault(c => c.Backend is IInProcessEngine) is { } here && choices.Count == 1)
            {
                throw new CommandException(ExitCodes.BadCommandLine, $"'{here.Name}' has no twin; verify compares what twins run");
            }
            var options = new VerificationOptions
            {
                Block = parsed.GetValue(block) is { } b ? ReadBlock(b) : null,
                Sizes = parsed.GetValue(sizes) is { } s ? ReadSizes(s) : [],
                Fixed = (parsed.GetValue(fixedValues) ?? []).Select(ReadFixed).ToEquatable(),
                Seed = parsed.GetValue(seed),
                Ulp = parsed.GetValue(ulp),
            };
            var read = Inputs.Read(parsed.GetValue(inputs)!, values.Shard, context);
            int left = read.SayLeftOut(values, context);
            var folder = parsed.GetValue(output) is { } o ? OutputFolder.Open(o, read) : null;
            return Math.Max(left, Run(read, [.. choices.Where(c => c.Backend is not IInProcessEngine)], new KernelVerifier(InstalledTwins.Runner(context, arithmetic.Read(parsed, EmissionOptions.None)), options), folder, values, context));
        });
        return command;
    }

    private static int Run(Inputs read, IReadOnlyList<TargetChoice> choices, KernelVerifier verifier, OutputFolder? folder, CommonValues values, CommandContext context)
    {
        var results = new List<KernelVerification>();
        bool isWrong = false;
        // Files go in parts, so that the table grows while it is made, in order.
        foreach (var part in read.Sources.Chunk(Math.Max(1, values.Jobs)))
        {
            var made = new (IReadOnlyList<Diagnostic> Said, List<KernelVerification> Kernels)[part.Length];
            Parallel.For(0, part.Length, new ParallelOptions { MaxDegreeOfParallelism = values.Jobs }, i =>
            {
                var compilation = Compiler.Compiler.Compile(part[i], values.CompilerOptions);
                IEnumerable<string> kernels = values.Kernels.Count > 0 ? values.Kernels : compilation.Module.Kernels.Select(k => k.SourceName);
                made[i] = (compilation.Diagnostics, [.. kernels.Select(k => verifier.Run(part[i], values.CompilerOptions, k, [.. choices.Select(c => (c.Backend, c.Target))]))]);
            });
            foreach (var (said, kernels) in made)
            {
                DiagnosticOutput.Write(said, values, context);
                isWrong |= said.Any(d => d.Severity == Severity.Error && !d.Code.StartsWith("KP29", StringComparison.Ordinal));
                foreach (var result in kernels)
                {
                    results.Add(result);
                    Print(result, folder, values, context);
                }
            }
        }
        if (results.Count == 0 && isWrong)
        {
            return ExitCodes.BadInput;
        }
        if (results.Count == 0)
        {
            throw new CommandException(ExitCodes.BadInput, "there is no kernel to verify; templates are named by --kernel 'name<args>'");
        }
        VerifyReport.Write(read, results, [.. results.SelectMany(Findings)], values);
        int code = ExitCode(results, values, context);
        return isWrong && (code is ExitCodes.Done or ExitCodes.Unsupported) ? ExitCodes.BadInput : code;
    }

    private static void Print(KernelVerification result, OutputFolder? folder, CommonValues values, CommandContext context)
    {
        if (result.Problem.Length > 0)
        {
            var said = Findings(result).Single();
            context.Write($"{result.File}: error {said.Code}: {said.Message}\n");
            return;
        }
        if (!values.Quiet)
        {
            string sizes = string.Join(' ', result.Cases.Select(c => c.Size).Distinct());
            context.Write(string.Create(CultureInfo.InvariantCulture, $"{result.Kernel}  {result.Cases.Count} cases, sizes {sizes}, blocks of {result.Block}; buffers end where the kernel's accesses do, so one past the end is not seen\n"));
        }
        foreach (string left in values.Quiet ? [] : result.LeftOut)
        {
            context.Write($"  left out: {left}\n");
        }
        foreach (var t in values.Quiet ? [] : result.Tolerances)
        {
            context.Write($"  {t.Buffer}: {t.Why}\n");
        }
        foreach (var t in result.Targets)
        {
            bool bad = t.Outcome == Outcome.Failed;
            if (values.Quiet && !bad)
            {
                continue;
            }
            string said = t.Outcome == Outcome.Passed ? string.Create(CultureInfo.InvariantCulture, $"{t.Histogram.Count} values: {t.Histogram}")
                : bad && t.Codes.Contains(VerificationRules.Differs.Code) ? $"{t.Detail}; of {t.Histogram.Count} values: {t.Histogram}" : t.Detail;
            context.Write($"  {TestOutcomes.Word(t.Outcome),-8}{t.Engine,-20}(twin) {(t.Codes.Count > 0 ? string.Join(' ', t.Codes) + " " : "")}{said}\n");
            if (t.Divergence is { } divergence)
            {
                context.Write(values.Language.Print(divergence, withSource: true));
            }
            if (t.Reproduction is { } text && folder is not null)
            {
                string name = $"{Plain(result.Kernel)}-{Plain(t.Engine)}.cu";
                folder.Write(name, text, System.Text.Encoding.Latin1);
                context.Write($"          made small: {folder.FullPath(name)}\n");
            }
        }
    }

    /// <summary>What is wrong with a kernel, with its places.</summary>
    private static IEnumerable<Diagnostic> Findings(KernelVerification result) =>
        result.Problem.Length > 0 ? [VerificationRules.NoInputs.At(result.Place, result.Kernel, result.Problem)]
        : result.Targets.Where(t => t.Codes.Contains(VerificationRules.Differs.Code)).SelectMany(t => new[] { new Diagnostic(VerificationRules.Differs.Base, t.Detail, result.Place), t.Divergence }.OfType<Diagnostic>().Select(d => d.For(t.Engine)));

    private static string Totals(List<KernelVerification> results, List<TargetVerification> targets)
    {
        var lines = targets.GroupBy(t => t.Engine).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} (twin): {TestOutcomes.Counts([.. g.Select(t => (t.Outcome, t.Codes))])}\n");
        return FormattableString.Invariant($"{results.Count(r => r.Problem.Length == 0)} of {results.Count} kernels with inputs\n") + string.Concat(lines);
    }

    private static string Plain(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' ? c : '-'));

    private static int ExitCode(List<KernelVerification> results, CommonValues values, CommandContext context)
    {
        var targets = results.SelectMany(r => r.Targets).ToList();
        context.Write(Totals(results, targets));
        // a kernel without inputs was not verified: a gap
        return TestOutcomes.ExitCode([.. targets.Select(t => (t.Outcome, t.Detail)), .. results.Where(r => r.Problem.Length > 0).Select(r => (Outcome.Gap, r.Problem))], values, context);
    }

    private static Extent ReadBlock(string text) => BlockOption.Read(text) is var b ? new Extent((uint)b.X, (uint)b.Y, (uint)b.Z) : default;

    private static EquatableArray<int> ReadSizes(string text) => text.Split(',')
        .Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n <= 1 << 22 ? n : throw new CommandException(ExitCodes.BadCommandLine, $"--sizes {text}: expected numbers up to 4194304"))
        .ToEquatable();

    private static (string, string) ReadFixed(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 ? (text[..equals], text[(equals + 1)..]) : throw new CommandException(ExitCodes.BadCommandLine, $"--set {text}: expected NAME=VALUE");
    }
}
