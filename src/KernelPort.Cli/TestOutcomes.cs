using System.Globalization;
using KernelPort.Core;
using KernelPort.Engines;

namespace KernelPort.Cli;

/// <summary>What commands that run kernels say of their outcomes, and the exit code that follows.</summary>
internal static class TestOutcomes
{
    public static string Word(Outcome outcome) => outcome switch { Outcome.Passed => "pass", Outcome.Failed => "FAIL", Outcome.Refused => "refused", Outcome.Gap => "gap", _ => "not run" };

    /// <summary>What a fact refuses and what only we lack are counted apart.</summary>
    public static string Counts(IReadOnlyCollection<(Outcome Outcome, EquatableArray<string> Codes)> verdicts)
    {
        string[] n = Columns(verdicts);
        return $"{n[0]} passed, {n[1]} failed, {n[2]} refused by facts, {n[3]} gaps of ours{(n[4] == "0" ? "" : $" ({n[4]} of them with facts too)")}, {n[5]} not run";
    }

    /// <summary>The same numbers, in that order.</summary>
    public static string[] Columns(IReadOnlyCollection<(Outcome Outcome, EquatableArray<string> Codes)> verdicts)
    {
        int Count(Outcome o) => verdicts.Count(v => v.Outcome == o);
        int both = verdicts.Count(v => v.Outcome == Outcome.Gap && v.Codes.Any(c => !c.StartsWith("KP29", StringComparison.Ordinal)));
        int[] all = [Count(Outcome.Passed), Count(Outcome.Failed), Count(Outcome.Refused), Count(Outcome.Gap), both, Count(Outcome.NotRun)];
        return [.. all.Select(n => n.ToString(CultureInfo.InvariantCulture))];
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
