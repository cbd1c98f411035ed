using KernelPort.Core;
using KernelPort.Kits;
using KernelPort.Migration;

namespace KernelPort.Cli;

/// <summary>What diagnostics mean for the exit code and for how they are printed.</summary>
public static class Verdict
{
    /// <summary>Says that a target, or we, cannot do something; the input may be fine.</summary>
    public static bool IsUnsupported(Diagnostic d) =>
        MigrationRules.IsUnsupported(d)
        || KitRules.IsUnsupported(d)
        || d.Code.StartsWith("KP29", StringComparison.Ordinal)
        || d.Code.StartsWith("KP3", StringComparison.Ordinal)
        || d.Code == "KP2025";

    public static int ExitCode(IReadOnlyList<Diagnostic> diagnostics, bool strict)
    {
        if (diagnostics.Any(d => d.Severity == Severity.Error && !IsUnsupported(d)))
        {
            return ExitCodes.BadInput;
        }
        return !diagnostics.Any(IsUnsupported) ? ExitCodes.Done : strict ? ExitCodes.BadInput : ExitCodes.Unsupported;
    }

    /// <summary>What is listed but did not make the run fail is a warning to the caller's build; under --strict it is an error.</summary>
    public static Severity Shown(Diagnostic d, bool strict) =>
        !IsUnsupported(d) ? d.Severity : strict ? Severity.Error : Severity.Warning;
}
