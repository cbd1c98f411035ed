using System.Text.RegularExpressions;
using KernelPort.Backends;
using KernelPort.Core;
using KernelPort.Cuda;
using KernelPort.Engines;
using KernelPort.Execution;
using KernelPort.Ir;
using KernelPort.Migration;
using KernelPort.Passes;

namespace KernelPort.Kits;

/// <summary>A kernel file's text for a target with all that it takes to run it on a card and to judge the answer.</summary>
/// <param name="Inferred">The rows that text and driver use whose names no text of the vendor's confirms.</param>
public sealed partial record Kit(Target Target, KitText Text, IReadOnlyList<KitLaunch> Launches, IReadOnlyList<KitFile> Files, string Driver, IReadOnlyList<ApiRow> Inferred)
{
    /// <summary>The kits of a file for a target: of its migrated text, and of its text through the IR. What cannot be is in the bag.</summary>
    public static IReadOnlyList<Kit> Make(KernelFile file, IReadOnlyList<KitLaunch> launches, IBackend backend, Target target, ParseOptions options, IReadOnlyList<ApiRow> rules, DiagnosticBag bag)
    {
        if (target.OpenVendorBuild is null)
        {
            bag.Add(KitRules.NoKit.At(new Span(file.Source, 0, 0), target.Name).For(target.Name));
            return [];
        }
        KitText?[] texts =
        [
            target.Migration is null ? null : KitText.Migrate(file, target, options, rules, bag),
            KitText.Emit(file, backend, target, bag),
        ];
        return [.. texts.OfType<KitText>().Select(t => Pack(file, t, launches, target, rules, bag)).OfType<Kit>()];
    }

    /// <summary>The launches that a kit can have; none after having said what is wrong with the file.</summary>
    public static IReadOnlyList<KitLaunch> Launchable(KernelFile file, DiagnosticBag bag)
    {
        foreach (var error in file.Header.Errors)
        {
            bag.Add(KitRules.BadHeader.At(KitLaunch.Line(file.Source, error.Line), error.Message));
        }
        var errors = file.Compilation.Diagnostics.Where(d => d.Severity == Severity.Error).ToList();
        bag.AddRange(errors);
        var start = new Span(file.Source, 0, 0);
        if (file.Header.Launches.Count == 0 && !bag.HasErrors)
        {
            bag.Add(KitRules.BadHeader.At(start, "the file says nowhere how its kernels are launched: '// launch: NAME<<<GRID, BLOCK>>>(...)' at its top"));
        }
        if (MainFunction().Match(file.Source.Text) is { Success: true } main)
        {
            bag.Add(KitRules.CannotCarry.At(new Span(file.Source, main.Index, main.Length), "a file with a main function: the kit's driver has its own"));
        }
        if (bag.HasErrors)
        {
            return [];
        }
        // the build script is a shell's, and the driver names the file
        if (Path.GetFileName(file.Source.Path).AsSpan().ContainsAny("'\"\\$`\n"))
        {
            bag.Add(KitRules.BadHeader.At(start, "a kit's files are named after this one, whose name has quotes or other characters that scripts read otherwise"));
            return [];
        }
        var verdict = KernelTestRunner.RunReference(file, "reference", Pipeline.Nothing, new ExecutionOptions());
        if (verdict.Outcome != Outcome.Passed)
        {
            bag.Add(KitRules.NothingToExpect.At(start, Path.GetFileName(file.Source.Path), verdict.Detail.Split("; ")[0]));
            return [];
        }
        return KitLaunch.Of(file, bag);
    }

    private static Kit? Pack(KernelFile file, KitText text, IReadOnlyList<KitLaunch> launches, Target target, IReadOnlyList<ApiRow> rules, DiagnosticBag bag)
    {
        bool isCooperative = launches.Any(l => file.Header.Launches[l.HeaderIndex].Steps.Any(s => s.Cooperative));
        if (isCooperative && target.Intrinsics.GetValueOrDefault(Intrinsics.GridBarrier) is Support.Missing missing)
        {
            bag.Add(KitRules.CannotCarry.At(new Span(file.Source, 0, 0), $"a cooperative launch: {missing.Why} [{missing.From.Source}]").For(target.Name));
            return null;
        }
        if (KitDriver.Make(file, text, launches, target, rules, bag) is not { } driver)
        {
            return null;
        }
        string source = Path.GetFileName(file.Source.Path);
        KitFile[] files =
        [
            .. text.Files, driver.File, KitFile.Text("kit_host.h", KitDriver.Text("Host.h")), KitFile.Text("kit_host.cpp", KitDriver.Text("Host.cpp")), .. launches.SelectMany(l => l.Files),
            KitScripts.Build(text, driver.File.Path, target), KitScripts.Run(launches), KitScripts.ReadMe(text, source, driver.File.Path, target),
        ];
        return new Kit(target, text, launches, files, driver.File.Path, [.. text.Inferred.Concat(driver.Inferred).DistinctBy(r => r.Cuda).OrderBy(r => r.Cuda, StringComparer.Ordinal)]);
    }

    [GeneratedRegex(@"^\s*(?:int|auto)\s+main\s*\(", RegexOptions.Multiline)]
    private static partial Regex MainFunction();
}
