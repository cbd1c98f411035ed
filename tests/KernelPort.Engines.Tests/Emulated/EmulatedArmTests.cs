using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;

namespace KernelPort.Engines.Tests;

/// <summary>Objects for 64-bit Arm with NEON: LLVM compiles the kernel tests for it, and an emulator's answers are what their headers expect. Every twelfth file; KP_EVERY_CELL=1 takes all.</summary>
public sealed class EmulatedArmTests(EmulatedArmTests.Machine machine) : IClassFixture<EmulatedArmTests.Machine>
{
    private const int Step = 12;

    /// <summary>What all files share.</summary>
    public sealed class Machine : IDisposable
    {
        internal EmulatedArm Engine { get; } = new();

        public void Dispose() => Engine.Dispose();
    }

    public static TheoryData<string> Files() =>
        [.. Places.KernelFiles().Where((_, i) => i % Step == 0 || Environment.GetEnvironmentVariable("KP_EVERY_CELL") == "1")];

    private static KernelFile Load(string file) => KernelFile.Load(SourceText.Read(Path.Combine(Places.Root, file)), new CompilerOptions());

    [Theory]
    [MemberData(nameof(Files))]
    public void Answers_are_the_expected_ones(string file)
    {
        var verdict = KernelTestRunner.RunInProcess(Load(file), machine.Engine);
        if (verdict.Outcome == Outcome.NotRun)
        {
            Console.WriteLine(verdict.Detail);
            return;
        }
        verdict.Outcome.ShouldBe(Outcome.Passed, verdict.Detail);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void LLVM_takes_the_text(string file)
    {
        var backend = new Backends.Cpu.Backend();
        if (backend.Missing is { } missing)
        {
            Console.WriteLine($"not run, because this is not installed: {missing}");
            return;
        }
        var kernel = Load(file);
        Extent[] blocks = [.. kernel.Header.Launches.SelectMany(l => l.Steps).Select(l => new Extent((int)l.Block.X, (int)l.Block.Y, (int)l.Block.Z)).Distinct()];
        var made = Emission.Run(kernel.Compilation.Module, backend, backend.Targets[0], Path.GetFileName(file), options: EmissionOptions.None with { Form = "asm", Processor = "aarch64", Sizes = [.. blocks] });
        made.Kernels.ShouldAllBe(k => k.IsEmitted);
        string text = made.File.ShouldNotBeNull().Text;
        text.ShouldContain("\tret");
        // Nothing of another machine's is left in it.
        text.ShouldNotContain("x86");
    }
}
