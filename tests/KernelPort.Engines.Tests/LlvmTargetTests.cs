using System.Text;
using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Launches;
using KernelPort.Twin;

namespace KernelPort.Engines.Tests;

/// <summary>Targets whose text is LLVM's: it is approved, LLVM assembles it for each chip, and retargeted to this CPU it gives what the header expects. A few
/// kernels, one for each thing the text can hold; KP_EVERY_CELL=1 takes all.</summary>
public sealed class LlvmTargetTests
{
    private static readonly string[] Chips = ["amdgcn:gfx906", "amdgcn:gfx90a", "amdgcn:gfx1100", "nvptx64:sm_70", "nvptx64:sm_80", "nvptx64:sm_90"];

    /// <summary>One for each text: other chips of a family differ in nothing a twin sees.</summary>
    private static readonly string[] Texts = ["amdgcn:gfx906", "amdgcn:gfx1100", "nvptx64:sm_70"];

    private static readonly string[] Few = ["language/struct_by_value", "parallel/block_sum", "parallel/warp_sum_down", "parallel/ballot_compact", "parallel/dynamic_shared_reverse",
        "language/device_printf", "parallel/cooperative_grid", "parallel/atomics_int", "numeric/float_math"];

    private static readonly bool EveryCell = Environment.GetEnvironmentVariable("KP_EVERY_CELL") == "1";

    private static TheoryData<string, string> Cells(string[] targets, IEnumerable<string> few)
    {
        var data = new TheoryData<string, string>();
        foreach (string target in targets)
        {
            foreach (string file in EveryCell ? Places.KernelFiles() : few.Select(f => $"tests/kernels/{f}.cu"))
            {
                data.Add(file, target);
            }
        }
        return data;
    }

    public static TheoryData<string, string> Run() => Cells(Texts, Few);

    // The last ones hold the most.
    public static TheoryData<string, string> Assembled() => Cells(Chips, Few.TakeLast(5));

    private static (IBackend Backend, Target Target) Find(string name)
    {
        var backend = BackendCatalogue.All.First(b => b.Targets.Any(t => t.Name == name));
        return (backend, backend.Targets.First(t => t.Name == name));
    }

    private static KernelFile Load(string file) => KernelFile.Load(SourceText.Read(Path.Combine(Places.Root, file)), new CompilerOptions());

    private static Emission Emit(string file, string target, string? form = null)
    {
        var (backend, profile) = Find(target);
        var kernel = Load(file);
        return Emission.Run(kernel.Compilation.Module, backend, profile, Path.GetFileName(file), options: kernel.EmissionOptions() with { Form = form });
    }

    [Theory]
    [MemberData(nameof(Run))]
    public void The_text_runs_here(string file, string target)
    {
        var (backend, profile) = Find(target);
        var verdict = Places.Runner.RunTarget(Load(file), backend, profile);
        verdict.Outcome.ShouldNotBe(Outcome.Failed, verdict.Detail);
        if (verdict.Outcome == Outcome.NotRun)
        {
            Console.WriteLine($"{verdict.Detail}: {file} for {target}");
        }
    }

    [Theory]
    [MemberData(nameof(Assembled))]
    public void LLVM_takes_the_text(string file, string target)
    {
        string form = Find(target).Backend.Forms[0].Name;
        if (Find(target).Backend.Forms[0].Missing is { } missing)
        {
            Console.WriteLine($"not run, because this is not installed: {missing}");
            return;
        }
        if (Emit(file, target, form).File is { } made)
        {
            made.Notes.Where(n => n.Code != TargetRules.TexturesInMemory.Code).ShouldBeEmpty();
            made.Extension.ShouldBe(form == "obj" ? ".hsaco" : ".ptx");
            made.Text.ShouldStartWith(form == "obj" ? "\u007fELF" : "//");
        }
    }

    [Theory]
    [InlineData("amdgcn:gfx906")]
    [InlineData("nvptx64:sm_70")]
    public void The_text_of_a_few_is_approved(string target)
    {
        foreach (string name in Few)
        {
            // What is refused has no text; it is approved below.
            if (Emit($"tests/kernels/{name}.cu", target).File is { } file)
            {
                Approve(target, Path.Combine("approved", target.Replace(':', '-'), name + ".ll"), file.Text);
            }
        }
    }

    [Theory]
    [InlineData("amdgcn:gfx906")]
    [InlineData("nvptx64:sm_70")]
    public void What_is_refused_is_approved(string target)
    {
        var lines = new StringBuilder();
        foreach (string file in Places.KernelFiles())
        {
            foreach (var d in Emit(file, target).Kernels.SelectMany(k => k.Refusals))
            {
                lines.Append(Build.Invariant($"{file}({d.Span.Line}): {d.Code} {d.Message}\n"));
            }
        }
        Approve(target, $"refusals.{target.Split(':')[1]}.txt", lines.ToString());
    }

    /// <summary>Defects put into the text are found: a twin that passes everything would prove nothing.</summary>
    [Theory]
    [InlineData("amdgcn:gfx906", "parallel/block_sum", "  call void @kp.barrier()\n", "")]
    [InlineData("amdgcn:gfx906", "parallel/cooperative_grid", "  call void @kp.grid_barrier()\n", "")]
    [InlineData("amdgcn:gfx906", "parallel/warp_sum_down", "shl i32 %lane, 2", "shl i32 %lane, 1")]
    [InlineData("amdgcn:gfx906", "parallel/atomics_int", "atomicrmw max", "atomicrmw min")]
    [InlineData("amdgcn:gfx1100", "parallel/ballot_compact", "call i32 @llvm.amdgcn.ballot.i32(i1 %yes)", "call i32 @llvm.amdgcn.ballot.i32(i1 true)")]
    [InlineData("nvptx64:sm_70", "parallel/dynamic_shared_reverse", "  call void @kp.barrier()\n", "")]
    [InlineData("nvptx64:sm_70", "parallel/cooperative_grid", "br i1 %turned, label %meet, label %wait", "br label %meet")]
    // It waits for a block that has come.
    [InlineData("nvptx64:sm_70", "parallel/cooperative_grid", "sub i32 -2147483647, %blocks", "sub i32 -2147483646, %blocks")]
    [InlineData("nvptx64:sm_70", "parallel/warp_sum_down", "or i32 %above, 31", "or i32 %above, 0")]
    [InlineData("nvptx64:sm_70", "parallel/ballot_compact", "i32 %members, i1 %yes", "i32 %members, i1 true")]
    public void A_defect_is_found(string target, string name, string text, string with)
    {
        string file = $"tests/kernels/{name}.cu";
        var kernel = Load(file);
        string whole = Emit(file, target).File!.Text;
        whole.ShouldContain(text);
        var twin = TwinCatalogue.Load(Places.Root)[target];
        var header = kernel.EmittedHeader();
        var program = Places.Twins.CompileKernels(whole.Replace(text, with, StringComparison.Ordinal), Path.GetFileName(file), [.. header.Launches], twin);
        if (program.Status == TwinStatus.CompilerMissing)
        {
            Console.WriteLine(program.Output);
            return;
        }
        program.Status.ShouldBe(TwinStatus.Done, program.Output);
        header.Launches.Select((l, i) => TwinCheck.Judge(l, Places.Twins.Run(program, l, i), target, twin.Warp))
            .ShouldContain(v => !v.Passed);
    }

    /// <summary>The values lie where the driver's vprintf looks for them: line by line what the executor prints, whose blocks and threads take other turns.</summary>
    [Theory]
    [InlineData("language/device_printf")]
    [InlineData("language/printf_texts")]
    public void What_threads_print_is_what_they_say(string name)
    {
        string file = $"tests/kernels/{name}.cu";
        var kernel = Load(file);
        var header = kernel.EmittedHeader();
        var twin = TwinCatalogue.Load(Places.Root)["nvptx64:sm_70"];
        var program = Places.Twins.CompileKernels(Emit(file, "nvptx64:sm_70").File!.Text, Path.GetFileName(file), [.. header.Launches], twin);
        if (program.Status == TwinStatus.CompilerMissing)
        {
            Console.WriteLine(program.Output);
            return;
        }
        string[] lines = Places.Twins.Run(program, header.Launches[0], 0).Output.Split('\n');
        string expected = ReferenceEngine.Run(kernel, kernel.Compilation.Module, kernel.Header.Launches[0], new Execution.ExecutionOptions()).Printed;
        expected.Length.ShouldBeGreaterThan(100);
        lines.Order(StringComparer.Ordinal).ShouldBe(expected.Split('\n').Order(StringComparer.Ordinal));
    }

    private static void Approve(string target, string name, string text)
    {
        string path = Path.Combine(Places.Root, "backends", Find(target).Backend.GetType().Namespace!.Split('.')[^1], "tests", name);
        if (Places.Bless)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }
        File.Exists(path).ShouldBeTrue($"no approved file {path}; KP_BLESS=1 writes it");
        File.ReadAllText(path).ShouldBe(text);
    }
}
