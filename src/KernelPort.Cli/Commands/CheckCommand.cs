using System.CommandLine;
using System.Text;
using KernelPort.Cli.Reports;
using KernelPort.Core;
using KernelPort.Migration;

namespace KernelPort.Cli.Commands;

/// <summary><c>kernelport check</c>: what a translation would say, without writing it; with <c>--fix</c>, safe rewritings of the source.</summary>
public static class CheckCommand
{
    public static Command Create(CommandContext context)
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "CUDA files or folders; - reads standard input", Arity = ArgumentArity.OneOrMore };
        var fix = new Option<bool>("--fix") { Description = "rewrite the input where that is safe: the same on CUDA, and no hazard any more" };
        var baseline = new Option<string?>("--baseline") { Description = "findings that are known; only new ones count", HelpName = "FILE" };
        var write = new Option<string?>("--write-baseline") { Description = "keep today's findings as known", HelpName = "FILE" };
        var command = new Command("check", "Lists porting hazards and what is not supported; writes nothing but the report, unless asked to --fix.\n\nExamples:\n  kernelport check src/ --target dcu --report findings.sarif\n  kernelport check src/ --target dcu --write-baseline known.json\n  kernelport check src/ --target dcu --baseline known.json")
        {
            inputs, fix, baseline, write,
        };
        var porting = PortingOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            if (porting.Read(parsed, context) is not { } values)
            {
                return ExitCodes.BadInput;
            }
            var options = values.Options;
            TranslationResult Check() => values.Suppress(Progress.Run(context, options, "checking for",
                step => Translation.Run(Inputs.Read(parsed.GetValue(inputs)!, options.Shard, context), values.Choices, options, step)));
            var result = Check();
            if (parsed.GetValue(fix) && Fix(result, context) > 0)
            {
                result = Check();
            }
            if (parsed.GetValue(write) is { } to)
            {
                Baseline.Write(result.Diagnostics, to, result.Inputs.Root);
            }
            if ((parsed.GetValue(baseline) ?? values.Project.Baseline) is { } known)
            {
                result = result with { Diagnostics = Baseline.New(result.Diagnostics, known, result.Inputs.Root) };
            }
            DiagnosticOutput.Write(result.Diagnostics, options, context, isCheck: true);
            Report.Write(result, options);
            bool hazard = result.Diagnostics.Any(d => d.Severity == Severity.Error && d.Code.StartsWith("KP4", StringComparison.Ordinal));
            int code = Verdict.ExitCode(result.Diagnostics, options.Strict);
            return code == ExitCodes.BadInput && !hazard ? code : hazard ? ExitCodes.CheckFailed : code;
        });
        return command;
    }

    /// <summary>Rewrites the input files; how many changed.</summary>
    private static int Fix(TranslationResult result, CommandContext context)
    {
        int changed = 0;
        foreach (var source in result.Targets.SelectMany(t => t.Fixes).Where(f => f.Value.Count > 0).GroupBy(f => f.Key).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (!File.Exists(source.Key))
            {
                throw new CommandException(ExitCodes.BadCommandLine, "--fix rewrites files; standard input is none");
            }
            string text = Inputs.Load(source.Key).Text;
            var edits = source.SelectMany(s => s.Value).ToList();
            try
            {
                File.WriteAllBytes(source.Key, Encoding.Latin1.GetBytes(Migrator.Fix(text, edits)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new CommandException(ExitCodes.BadInput, $"{source.Key}: {e.Message}");
            }
            context.Error.Write(FormattableString.Invariant($"{source.Key}: {edits.Distinct().Count()} rewriting(s)\n"));
            changed++;
        }
        return changed;
    }
}
