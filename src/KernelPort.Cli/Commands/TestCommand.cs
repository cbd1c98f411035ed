using System.CommandLine;
using KernelPort.Backends;
using KernelPort.Cli.Reports;
using KernelPort.Core;
using KernelPort.Engines;
using KernelPort.Engines.Verification;
using KernelPort.Execution;
using KernelPort.Launches;
using KernelPort.OpenCl;
using KernelPort.Passes;

namespace KernelPort.Cli.Commands;

/// <summary><c>kernelport test</c>: runs kernels that carry launch headers and compares engines, targets and expectations.</summary>
public static class TestCommand
{
    internal static string[] EngineNames(CommandContext context) => ["reference", "reference-opt", "twin", .. context.Backends.OfType<IInProcessEngine>().Select(e => e.EngineName).Order(StringComparer.Ordinal), "pocl", "oclgrind"];

    public static Command Create(CommandContext context)
    {
        var inputs = new System.CommandLine.Argument<string[]>("FILE") { Description = "kernel tests, or folders of them", Arity = ArgumentArity.OneOrMore };
        var targets = new Option<string[]>("--target") { Description = "run the emitted and migrated text of these targets against their twins", HelpName = "T[,T...]" };
        var engines = new Option<string[]>("--engine") { Description = $"{string.Join(", ", EngineNames(context))}, or all; reference and twin if not given", HelpName = "E[,E...]", DefaultValueFactory = _ => ["reference,twin"] };
        var command = new Command("test", "Runs kernels that carry launch headers and compares the answers. A target's answer comes from its twin on this CPU, never from hardware.\n\nExample:\n  kernelport test saxpy.cu --target musa,dcu\n  kernelport test sum.cu --engine reference --warp 32,64,128 --schedules 8")
        {
            inputs, targets, engines,
        };
        var orders = OrderOptions.AddTo(command);
        var arithmetic = ArithmeticChoice.AddTo(command);
        var common = CommonOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            var options = common.Read(parsed, context);
            var plan = orders.Read(parsed);
            var wanted = ReadEngines(parsed.GetValue(engines)!, EngineNames(context));
            if (plan.IsTable && !wanted.Contains("reference"))
            {
                throw new CommandException(ExitCodes.BadCommandLine, "several widths and --schedules are for the engine 'reference', which --engine leaves out");
            }
            var choices = parsed.GetValue(targets) is { Length: > 0 } names ? TargetChoice.Read(names, context.Backends, viaIr: true) : [];
            var read = Inputs.Read(parsed.GetValue(inputs)!, options.Shard, context);
            var results = RunAll(read, wanted, choices, plan, options, InstalledTwins.Runner(context, arithmetic.Read(parsed, EmissionOptions.None)));
            List<TestVerdict> verdicts = [.. results.SelectMany(r => r.Verdicts)];
            List<OrderTable> tables = [.. results.Select(r => r.Orders).OfType<OrderTable>()];
            DiagnosticOutput.Write([.. results.SelectMany(r => r.SyntaxErrors)], options, context);
            TestReport.Write(read, verdicts, tables, options);
            return Math.Max(read.SayLeftOut(options, context), Report(verdicts, tables, options, context));
        });
        return command;
    }

    private static List<string> ReadEngines(string[] values, string[] known)
    {
        var names = values.SelectMany(v => v.Split(',')).Select(v => v.Trim()).ToList();
        if (names.Contains("all"))
        {
            return [.. known];
        }
        foreach (string name in names)
        {
            if (!known.Contains(name))
            {
                throw new CommandException(ExitCodes.BadCommandLine, $"unknown engine '{name}'; there are: {string.Join(", ", known)}, all");
            }
        }
        return names;
    }

    /// <summary>What one file gave: a verdict an engine, and the table where one was asked for.</summary>
    private sealed record FileResult(List<TestVerdict> Verdicts, OrderTable? Orders)
    {
        /// <summary>Where its text is no CUDA C++.</summary>
        public IReadOnlyList<Diagnostic> SyntaxErrors { get; init; } = [];
    }

    private static FileResult[] RunAll(Inputs read, List<string> engines, IReadOnlyList<TargetChoice> choices, OrderPlan plan, CommonValues options, KernelTestRunner runner)
    {
        var results = new FileResult[read.Sources.Count];
        Parallel.For(0, read.Sources.Count, new ParallelOptions { MaxDegreeOfParallelism = options.Jobs }, i =>
        {
            results[i] = RunFile(read.Sources[i], runner, engines, choices, plan, options);
        });
        return results;
    }

    private static FileResult RunFile(SourceText source, KernelTestRunner runner, List<string> engines, IReadOnlyList<TargetChoice> choices, OrderPlan plan, CommonValues options)
    {
        var verdicts = new List<TestVerdict>();
        OrderTable? orders = null;
        var execution = plan.Options(plan.Warps[0]).First();
        var file = KernelFile.Load(source, options.CompilerOptions);
        Diagnostic[] syntax = [.. file.Compilation.Diagnostics.Where(d => d.Severity == Severity.Error && d.Code.StartsWith("KP1", StringComparison.Ordinal))];
        if (file.Header.Errors.Count > 0)
        {
            return new FileResult([.. file.Header.Errors.Select(e => new TestVerdict(source.Path, "header", Outcome.Failed, $"line {e.Line}: {e.Message}", []))], null);
        }
        if (file.Header.Launches.Count == 0)
        {
            var outcome = syntax.Length > 0 ? Outcome.Failed : Outcome.NotRun;
            return new FileResult([new TestVerdict(source.Path, "header", outcome, "not run, because the file has no launch header", [])], null) { SyntaxErrors = syntax };
        }
        if (engines.Contains("reference") && plan.IsTable && !file.Compilation.HasErrors)
        {
            orders = KernelTestRunner.RunOrders(file, plan);
            verdicts.Add(Sum(orders));
        }
        else if (engines.Contains("reference"))
        {
            verdicts.Add(KernelTestRunner.RunReference(file, "reference", Pipeline.Nothing, execution));
        }
        if (engines.Contains("twin"))
        {
            verdicts.Add(runner.RunTwin(file));
        }
        if (engines.Contains("reference-opt"))
        {
            verdicts.Add(KernelTestRunner.RunReference(file, "reference-opt", Pipeline.Optimise, execution));
        }
        foreach (var engine in runner.Backends.OfType<IInProcessEngine>().Where(e => engines.Contains(e.EngineName)))
        {
            verdicts.Add(WithDivergence(KernelTestRunner.RunInProcess(file, engine), file, l => FirstDivergence.Find(file, l, engine)));
        }
        if (engines.Contains("pocl"))
        {
            verdicts.Add(runner.RunOpenCl(file, "pocl", OpenClTool.Driver));
        }
        if (engines.Contains("oclgrind"))
        {
            verdicts.Add(runner.RunOpenCl(file, "oclgrind", OpenClTool.Oclgrind));
        }
        foreach (var choice in choices.Where(c => c.Backend is not IInProcessEngine))
        {
            verdicts.Add(WithDivergence(runner.RunTarget(file, choice.Backend, choice.Target), file, l => FirstDivergence.Find(file, l, runner, choice.Backend, choice.Target)));
            if (choice.Backend.IsCudaDialect && choice.Target.Migration is not null)
            {
                verdicts.Add(runner.RunMigrated(file, choice.Target));
            }
        }
        return new FileResult(WithLines(verdicts, file, choices), orders) { SyntaxErrors = syntax };
    }

    /// <summary>Findings are shown in the targets' texts too.</summary>
    private static List<TestVerdict> WithLines(List<TestVerdict> verdicts, KernelFile file, IReadOnlyList<TargetChoice> choices)
    {
        if (verdicts.TrueForAll(v => v.Findings.Count == 0))
        {
            return verdicts;
        }
        var texts = choices.Where(c => c.Backend is not IInProcessEngine).SelectMany(c => KernelTestRunner.LinesOf(file, c.Backend, c.Target)).ToList();
        return [.. verdicts.Select(v => v with { Findings = [.. v.Findings.Select(f => texts.Aggregate(f, (shown, text) => text.AddTo(shown)))] })];
    }

    /// <summary>A verdict of other values than expected, with the first place where the engine differs from the reference executor, if it does.</summary>
    private static TestVerdict WithDivergence(TestVerdict verdict, KernelFile file, Func<TestLaunch, Diagnostic?> find) =>
        verdict.Outcome == Outcome.Failed && verdict.Results.Any(r => !r.Passed) && file.Header.Launches.Select(find).FirstOrDefault(d => d is not null) is { } divergence
            ? verdict with { Diagnostics = [divergence] } : verdict;

    private static TestVerdict Sum(OrderTable orders)
    {
        var first = orders.Cells.FirstOrDefault(c => !c.Passed);
        string detail = first is null ? "" : FormattableString.Invariant($"{orders.Cells.Count(c => !c.Passed)} of {orders.Cells.Count} runs; at {first.Warp} lanes, {first.ScheduleName}: {first.Detail}");
        return new TestVerdict(orders.File, "reference", first is null ? Outcome.Passed : Outcome.Failed, detail, [])
        {
            Codes = orders.Cells.SelectMany(c => c.Codes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToEquatable(),
            // one run's are enough: the table has the codes of all, and how to run each again
            Findings = orders.Findings, Besides = detail,
        };
    }

    private static int Report(List<TestVerdict> verdicts, List<OrderTable> tables, CommonValues options, CommandContext context)
    {
        // What a file's engines print alike is shown once.
        var shown = new Dictionary<(string File, string Text), string>();
        foreach (var v in verdicts)
        {
            bool bad = v.Outcome is Outcome.Failed;
            if (!options.Quiet || bad)
            {
                string codes = v.Codes.Count > 0 ? $" {string.Join(' ', v.Codes.Distinct())}" : "";
                context.Write($"{TestOutcomes.Word(v.Outcome),-8}{v.Engine,-20} {v.File}{codes}{(v.Outcome == Outcome.Passed ? Ulp(v) : Said(v))}\n");
                context.Write(string.Concat(v.Findings.Select(f => options.Language.Print(f, withSource: true))));
                context.Write(string.Concat(v.Diagnostics.Where(d => bad && d.Severity == Severity.Note).Select(d => options.Language.Print(d, withSource: true))));
                if (v.Printed.Length > 0)
                {
                    context.Write(shown.TryAdd((v.File, v.Printed), v.Engine) ? PrintedText.Of(v.Printed, PrintedText.OnConsole).Indented : $"        | as {shown[(v.File, v.Printed)]} printed\n");
                }
            }
        }
        foreach (var table in tables.Where(t => (tables.Count == 1 && !options.Quiet) || t.Cells.Any(c => !c.Passed)))
        {
            context.Write(OrderTableText.Print(table));
        }
        if (tables.Count > 0)
        {
            context.Write(OrderTableText.Summary(tables));
        }
        foreach (var group in verdicts.GroupBy(v => v.Engine).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            context.Write($"{group.Key}{(IsTwin(group.Key, context) ? " (twin)" : "")}: {TestOutcomes.Counts([.. group.Select(v => (v.Outcome, v.Codes))])}\n");
            context.Write(KernelTiers.Line(group));
        }
        return TestOutcomes.ExitCode([.. verdicts.Select(v => (v.Outcome, v.Detail))], options, context);
    }

    private static bool IsTwin(string engine, CommandContext context) => engine == "twin" || !(engine == "opencl" || EngineNames(context).Contains(engine));

    /// <summary>What stands beside a verdict that is no pass; its findings follow with their places.</summary>
    private static string Said(TestVerdict v) => (v.Findings.Count > 0 ? v.Besides : v.Detail) is { Length: > 0 } said ? ": " + said : "";

    private static string Ulp(TestVerdict v)
    {
        double max = v.Results.Select(r => r.MaxUlp).DefaultIfEmpty(0).Max();
        return max > 0 ? FormattableString.Invariant($" (within {max:0.##} ulp)") : "";
    }
}
