using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Engines.Tests;

/// <summary>Every kernel test file through the IR to every target: the text equals the approved file, and run against the target's twin it gives
/// what the header expects. A kernel a target cannot take has an approved refusal instead. Dialects that are close to CUDA run in turn, one a file (compiling
/// is what takes the time): an approved text has passed when it was written. KP_EVERY_CELL=1 runs them all.</summary>
public abstract class TargetTests
{
    /// <summary>One profile of each kind of machine; the others of a family print the same text.</summary>
    private static readonly string[] Tested = ["cuda", "musa:mp_31", "musa:mp_22", "dcu:gfx906", "birensupa:br2xx", "birensupa:br1xx", "maca", "corex", "cann:950", "cann:a2", "bang"];

    /// <summary>Those close to CUDA.</summary>
    private static readonly string[] InTurn = ["cuda", "musa:mp_22", "birensupa:br2xx", "maca", "corex"];

    private static bool Runs(string file, string target) => Places.Bless || Environment.GetEnvironmentVariable("KP_EVERY_CELL") == "1"
        || Array.IndexOf(InTurn, target) is var place && (place < 0 || file.Sum(c => c) % InTurn.Length == place);

    protected static TheoryData<string, string> Cells(int quarter)
    {
        var data = new TheoryData<string, string>();
        int i = 0;
        foreach (string file in Places.KernelFiles())
        {
            if (i++ % 4 == quarter)
            {
                foreach (string target in Tested)
                {
                    data.Add(file, target);
                }
            }
        }
        return data;
    }

    protected static void Check(string file, string targetName)
    {
        var backend = BackendCatalogue.All.First(b => b.Targets.Any(t => t.Name == targetName));
        var target = backend.Targets.First(t => t.Name == targetName);
        var kernel = KernelFile.Load(SourceText.Read(Path.Combine(Places.Root, file)), new CompilerOptions());
        if (!Runs(file, targetName) && Emission.Run(kernel.Compilation.Module, backend, target, Path.GetFileName(file), options: kernel.EmissionOptions()) is { File: { } made } whole
            && whole.Kernels.All(k => k.IsEmitted))
        {
            Approve(file, backend, target, target.Extension, made.Text, mayBless: false);
            return;
        }
        var verdict = Places.Runner.RunTarget(kernel, backend, target);
        verdict.Outcome.ShouldNotBe(Outcome.Failed, verdict.Detail);
        if (verdict.Outcome == Outcome.NotRun)
        {
            Console.WriteLine($"{verdict.Detail}: {file} for {targetName}");
        }
        bool emitted = verdict.Outcome is Outcome.Passed or Outcome.NotRun;
        var emission = emitted ? Emission.Run(kernel.Compilation.Module, backend, target, Path.GetFileName(file), options: kernel.EmissionOptions()) : null;
        string text = emission?.File?.Text ?? Refusal(verdict);
        Approve(file, backend, target, emitted ? target.Extension : ".refused.txt", text, mayBless: verdict.Outcome != Outcome.NotRun);
    }

    private static string Refusal(TestVerdict verdict)
    {
        var lines = verdict.Diagnostics.Count > 0 ? verdict.Diagnostics.Select(d => Build.Invariant($"line {d.Span.Line}: {d.Code}: {d.Message}")) : [$"{string.Join(' ', verdict.Codes)}: {verdict.Detail}"];
        return string.Join('\n', lines) + "\n";
    }

    private static void Approve(string file, IBackend backend, Target target, string extension, string text, bool mayBless)
    {
        string folder = Path.GetFileName(Path.GetDirectoryName(file)!);
        string name = Path.GetFileNameWithoutExtension(file);
        string profile = target.Name.Replace(':', '-');
        string family = backend.GetType().Namespace!.Split('.')[^1];
        string at = Path.Combine(Places.Root, "backends", family, "tests", "approved", profile, folder);
        string path = Path.Combine(at, name + extension);
        if (Places.Bless && mayBless)
        {
            Directory.CreateDirectory(at);
            foreach (string old in Directory.EnumerateFiles(at, name + ".*"))
            {
                File.Delete(old);
            }
            File.WriteAllText(path, text);
            return;
        }
        File.Exists(path).ShouldBeTrue($"no approved file {path}; KP_BLESS=1 writes it");
        File.ReadAllText(path).ShouldBe(text);
    }
}

// Classes run side by side, cells of a class one after the other: in few classes the last one has a processor to itself.

/// <summary>The first quarter of the kernels.</summary>
public sealed class TargetTestsFirst : TargetTests
{
    public static TheoryData<string, string> Data() => Cells(0);

    [Theory]
    [MemberData(nameof(Data))]
    public void Emitted_text_is_approved_and_runs(string file, string target) => Check(file, target);
}

/// <summary>The second quarter of the kernels.</summary>
public sealed class TargetTestsSecond : TargetTests
{
    public static TheoryData<string, string> Data() => Cells(1);

    [Theory]
    [MemberData(nameof(Data))]
    public void Emitted_text_is_approved_and_runs(string file, string target) => Check(file, target);
}

/// <summary>The third quarter of the kernels.</summary>
public sealed class TargetTestsThird : TargetTests
{
    public static TheoryData<string, string> Data() => Cells(2);

    [Theory]
    [MemberData(nameof(Data))]
    public void Emitted_text_is_approved_and_runs(string file, string target) => Check(file, target);
}

/// <summary>The fourth quarter of the kernels.</summary>
public sealed class TargetTestsFourth : TargetTests
{
    public static TheoryData<string, string> Data() => Cells(3);

    [Theory]
    [MemberData(nameof(Data))]
    public void Emitted_text_is_approved_and_runs(string file, string target) => Check(file, target);
}
