using KernelPort.Core;

namespace KernelPort.Kits;

/// <summary>What packing a kit and reading a result back can report (KP51xx).</summary>
public static class KitRules
{
    public static readonly Rule<string> NoKit = Rule.Error<string>("KP5101", "no kit can be made for {0}: its driver is migrated from CUDA's runtime API, and {0} is no CUDA dialect");
    public static readonly Rule<string> CannotCarry = Rule.Error<string>("KP5102", "not in the kit: {0}");
    public static readonly Rule<string> BadHeader = Rule.Error<string>("KP5103", "{0}");
    public static readonly Rule<string, string> NothingToExpect = Rule.Error<string, string>("KP5104", "the reference executor does not confirm {0}, so that a kit would have nothing to expect: {1}");
    public static readonly Rule<string, string> BadResult = Rule.Error<string, string>("KP5110", "'{0}' is no result of a kit: {1}");
    public static readonly Rule<string, string> OtherText = Rule.Error<string, string>("KP5111", "'{0}' was made with {1}; it says nothing about this file as it is now");
    public static readonly Rule<string, string, string> Fails = Rule.Warning<string, string, string>("KP5112", "measured: {0} fails on {1}: {2}");
    public static readonly Rule<string, string> OnTwin = new(new Rule("KP5113", Severity.Note, "'{0}' comes from '{1}', which is no hardware: it is kept as a twin's and raises no evidence"));

    /// <summary>Says that something was asked for and a kit cannot have it.</summary>
    public static bool IsUnsupported(Diagnostic d) => d.Code is "KP5101" or "KP5102";
}
