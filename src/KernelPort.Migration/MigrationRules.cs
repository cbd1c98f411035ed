using KernelPort.Core;

namespace KernelPort.Migration;

/// <summary>What migrating a file can report (KP49xx). Nothing is dropped: what has no counterpart is listed where it stands.</summary>
public static class MigrationRules
{
    public static readonly Rule<string, string> ToDo = Rule.Warning<string, string>("KP4901", "'{0}' must be changed by hand: {1}");
    public static readonly Rule<string> NoCounterpart = Rule.Warning<string>("KP4902", "'{0}' has no known counterpart on this target");
    public static readonly Rule<string> UnknownName = Rule.Warning<string>("KP4903", "'{0}' looks like a CUDA name, but no table knows it and the program does not declare it");
    public static readonly Rule<string> OwnName = new(new Rule("KP4904", Severity.Note, "'{0}' is declared by the program itself and is left alone"));
    public static readonly Rule<string> OtherValues = Rule.Warning<string>("KP4905", "the values of '{0}' are not CUDA's on this target; check this comparison");
    public static readonly Rule<int, string> Inferred = new(new Rule("KP4906", Severity.Note, "{0} name(s) are concluded from the vendor's naming rules, seen in no vendor text: {1}"));
    public static readonly Rule<string> OutsideTree = Rule.Warning<string>("KP4907", "'{0}' lies outside the input folder and is not migrated");
    public static readonly Rule<string> SameOutput = Rule.Error<string>("KP4908", "two inputs would both be written to '{0}'");
    public static readonly Rule<string> BuildLine = Rule.Warning<string>("KP4909", "'{0}' in a build file is not understood; this line must be changed by hand");
    public static readonly Rule<string> BuildRemoved = Rule.Note<string>("KP4910", "'{0}' means nothing to the target's compiler and was taken out");
    public static readonly Rule<string> BadRule = Rule.Error<string>("KP4911", "this is no rule: {0}");
    public static readonly Rule<string> MergeConflict = Rule.Warning<string>("KP4912", "conflict: {0}");
    public static readonly Rule<string> SourceGone = Rule.Warning<string>("KP4913", "'{0}' was written by an earlier run and has no source in this one; it stays as it is");
    public static readonly Rule<string, string> Level = new(new Rule("KP4914", Severity.Note, "'{0}' is compared with CUDA's levels here; this target answers as {1}"));
    public static readonly Rule<string> Supplied = Rule.Note<string>("KP4915", "the target has no '{0}' that is known; one of ours goes along as source");
    public static readonly Rule<int, string, string> Measured = new(new Rule("KP4916", Severity.Note, "{0} name(s), concluded from the vendor's naming rules, were measured on {1}: {2}"));

    public static readonly Rule<string> Ticks = Rule.Warning<string>("KP4917", "'%globaltimer' counts nanoseconds, and what stands for it here, {0}, the device's ticks; check what is compared with it");
    public static readonly Rule<string> Silent = Rule.Note<string>("KP4918", "'{0}' marks ranges for a profiler, on which no result depends; ours goes along as source, and its marks do nothing");
    public static readonly Rule<string> Width = Rule.Note<string>("KP4919", "'warpSize' is written as 32 in this file, as on CUDA, and its exchanges keep 32 lanes: {0}");

    /// <summary>Says that something was asked for and could not be done.</summary>
    public static bool IsUnsupported(Diagnostic d) =>
        d.Code is "KP4901" or "KP4902" or "KP4903" or "KP4909" or "KP4912" || (d.Severity == Severity.Error && HazardRules.IsHazard(d.Code));
}
