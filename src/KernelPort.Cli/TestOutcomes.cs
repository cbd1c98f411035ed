using KernelPort.Engines;

namespace KernelPort.Cli;

/// <summary>What commands that run kernels say of their outcomes, and the exit code that follows.</summary>
internal static class TestOutcomes
{
    public static string Word(Outcome outcome) => outcome switch { Outcome.Passed => "pass", Outcome.Failed => "FAIL", Outcome.Refused => "refused", Outcome.Gap => "gap", _ => "not run" };

    public static string Counts(IReadOnlyList<Outcome> outcomes)
    {
        int Count(Outcome o) => outcomes.Count(x => x == o);
        return FormattableString.Invariant($"{Count(Outcome.Passed)} passed, {Count(Outcome.Failed)} failed, {Count(Outcome.Refused)} refused, {Count(Outcome.Gap)} gaps of ours, {Count(Outcome.NotRun)} not run");
    }

    public static int ExitCode(IReadOnlyList<(Outcome Outcome, string Detail)> outcomes, CommonValues options, CommandContext context)
    {
        if (outcomes.Any(o => o.Outcome == Outcome.Failed))
        {
            return ExitCodes.CheckFailed;
        }
        if (outcomes.Any(o => o.Outcome == Outcome.NotRun && o.Detail.Contains("no C++ compiler", StringComparison.Ordinal)))
        {
            context.Error.WriteLine("kernelport: a C++ compiler is needed to run twins; on Debian: apt-get install g++");
            return ExitCodes.MissingTool;
        }
        bool unsupported = outcomes.Any(o => o.Outcome is Outcome.Refused or Outcome.Gap);
        return !unsupported ? ExitCodes.Done : options.Strict ? ExitCodes.BadInput : ExitCodes.Unsupported;
    }
}
