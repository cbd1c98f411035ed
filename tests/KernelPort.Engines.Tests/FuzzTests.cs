using KernelPort.Backends;
using KernelPort.Fuzz;
using KernelPort.Fuzz.Generation;
using KernelPort.Ir;
using KernelPort.Passes;

namespace KernelPort.Engines.Tests;

/// <summary>A little of the campaigns of tools/Fuzz, and that they can fail.</summary>
public class FuzzTests
{
    // what may be rounded once or twice cannot be compared bit by bit
    private static readonly Differential Engines = new(
        new KernelTestRunner(Places.Twins, Twin.TwinCatalogue.Load(Places.Root), [.. BackendCatalogue.All.Select(b => b is Backends.Cpu.Backend ? new Backends.Cpu.Backend { Contracts = false } : b)],
            new OpenCl.OpenClRunner(Path.Combine(Places.Root, "artifacts", "opencl-cache"))), null);

    public static TheoryData<int> Batches() => [.. Enumerable.Range(1, Profile.All.Count)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void Generated_kernels_have_one_answer(int batch)
    {
        var plan = new KernelCampaign((ulong)batch, 1, 4);
        var result = Engines.Run(plan.Kernels((ulong)batch), KernelCampaign.ProfileOf((ulong)batch), Engines.EnginesOf(batch));
        result.Differences.ShouldBeEmpty();
        // the executor takes them all
        result.Ran["reference-opt"].ShouldBe(4);
    }

    /// <summary>Kernels that an engine once failed: a condition that parts lanes and chooses between equal values.</summary>
    [Theory]
    [InlineData(100, 0, "llvm")]
    [InlineData(103, 4, "llvm")]
    [InlineData(117, 4, "llvm")]
    public void What_failed_once_passes(ulong batch, int number, string engine) =>
        Engines.Run([new KernelCampaign(batch, 1, number + 1).Kernels(batch)[number]], KernelCampaign.ProfileOf(batch), [engine]).Differences.ShouldBeEmpty();

    [Fact]
    public void A_seed_makes_the_same_kernels_again()
    {
        string Text(ulong batch) => GeneratedKernel.File(new KernelCampaign(batch, 1, 2).Kernels(batch), KernelCampaign.ProfileOf(batch));
        Text(7).ShouldBe(Text(7));
        Text(7).ShouldNotBe(Text(15));
    }

    [Fact]
    public void An_engine_that_is_wrong_is_found_and_its_kernel_made_small()
    {
        var engines = new Differential(new KernelTestRunner(Places.Twins, new Dictionary<string, Twin.TwinTarget>(), [new Idle()], new OpenCl.OpenClRunner(Path.GetTempPath())), null);
        var profile = KernelCampaign.ProfileOf(1);
        var kernels = new KernelCampaign(1, 1, 1).Kernels(1);
        var found = engines.Run(kernels, profile, ["idle"]).Differences.ShouldHaveSingleItem();
        found.Engine.ShouldBe("idle");
        found.Detail.ShouldContain("values differ");
        var small = Reducer.Reduce(found, profile, engines, 500);
        small.Detail.ShouldContain("values differ");
        // nothing is left but what a kernel needs to write something
        small.Kernel.Body.ShouldBeEmpty();
        GeneratedKernel.File([small.Kernel], profile).Split('\n').Length.ShouldBeLessThan(12);
    }

    [Fact]
    public void Broken_text_gives_diagnostics_and_nothing_else()
    {
        var campaign = new TextCampaign(Read("*.cu"), Read("*.kir"), BackendCatalogue.All);
        Enumerable.Range(1, 200).Select(seed => campaign.Run((ulong)seed)).OfType<TextFault>().Select(f => $"{f.Seed}: {f.Kind}").ShouldBeEmpty();
    }

    [Fact]
    public void An_exception_is_a_fault()
    {
        var campaign = new TextCampaign(["__global__ void k(int* p) { *p = 1; }"], [""], [new Idle()]);
        // a mutant that still has a kernel is printed, and Idle prints nothing
        Enumerable.Range(1, 40).Select(seed => campaign.Run((ulong)seed)).OfType<TextFault>().ShouldContain(f => f.Kind.StartsWith("NotSupportedException", StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> Read(string pattern) =>
        [.. Directory.EnumerateFiles(Path.Combine(Places.Root, "tests"), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    /// <summary>An engine that leaves every buffer as it was, and a backend that throws.</summary>
    private sealed class Idle : IBackend, IInProcessEngine, IKernelProgram
    {
        public string Name => "idle";

        public IReadOnlyList<Target> Targets => BackendCatalogue.All.First(b => b.Name == "cuda").Targets;

        public bool IsCudaDialect => true;

        public string EngineName => "idle";

        public string? Missing => null;

        public Pipeline Lowering(Target target) => Pipeline.Nothing;

        public EmittedFile Emit(Module module, Target target, string sourceName) => throw new NotSupportedException("idle");

        public IKernelProgram? Compile(Module module, Function kernel, Extent block, IReadOnlyDictionary<string, ulong> globals, out string reason)
        {
            reason = "";
            return this;
        }

        public LaunchEnd Run(Extent grid, long dynamicShared, IReadOnlyList<byte[]> arguments) => new(null, "");
    }
}
