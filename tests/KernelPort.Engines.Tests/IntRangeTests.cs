using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Execution;

namespace KernelPort.Engines.Tests;

/// <summary>What --no-int-wrap makes is right on a machine whose vectors of int32 do not wrap; what is made without it is not.</summary>
public class IntRangeTests
{
    // Unsigned sums and products, orders, an index that is a value, a division.
    private const string Text = """
        // launch: hash<<<2, 64>>>(out: unsigned int[128] = poison, seed: 2654435761)
        __global__ void hash(unsigned int *out, unsigned int seed) {
            unsigned int i = blockIdx.x * blockDim.x + threadIdx.x;
            unsigned int h = i * seed ^ 0x9e3779b9u;
            h = (h ^ h >> 15) * 0x85ebca6bu + seed;
            out[i] = h > 0x80000000u ? h / 3u : h;
        }
        """;

    [Theory]
    [InlineData("cann", "cann:a2", "AscendC::kp_saturates")]
    [InlineData("bang", "bang", "kp_bang::saturates")]
    public void A_kernel_is_right_where_vectors_saturate(string name, string targetName, string saturates)
    {
        if (!Places.Twins.HasCompiler)
        {
            return;
        }
        var file = KernelFile.Load(new SourceText("hash.cu", Text), new CompilerOptions());
        file.Header.Errors.ShouldBeEmpty();
        var backend = BackendCatalogue.All.First(b => b.Name == name);
        var target = backend.Targets.First(t => t.Name == targetName);
        byte[] expected = ReferenceEngine.Run(file, file.Compilation.Module, file.Header.Launches[0], new ExecutionOptions()).Buffers.First(b => b.Key == "out").Value;

        string wraps = Emit(false), keeps = Emit(true);
        wraps.ShouldContain("int32 wraps");
        keeps.ShouldNotContain("int32 wraps");
        Saturating(wraps).SequenceEqual(expected).ShouldBeFalse();
        Saturating(keeps).SequenceEqual(expected).ShouldBeTrue();

        string Emit(bool keepsRange) => Emission.Run(file.Compilation.Module, backend, target, "hash", options: file.EmissionOptions() with { KeepsIntRange = keepsRange }).File.ShouldNotBeNull().Text;

        byte[] Saturating(string text)
        {
            var run = Places.Twins.Run(text + $"static const bool kp_range = {saturates} = true;\n", "hash.cu", file.EmittedHeader(), 0, Twin.TwinCatalogue.Load(Places.Root)[targetName]);
            run.Errors.ShouldBeEmpty();
            return run.Find("out")!;
        }
    }
}
