using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;

namespace KernelPort.Engines.Tests;

/// <summary>Atomics on halves are written where the target's headers have them, and are a gap with its code where they have not.</summary>
public class HalfAtomicsTests
{
    [Theory]
    [InlineData("cuda", true)]
    [InlineData("musa:mp_31", true)]
    [InlineData("maca", true)]
    [InlineData("corex", true)]
    [InlineData("dcu:gfx906", false)]
    [InlineData("birensupa:br2xx", false)]
    public void A_target_without_them_is_sent_none(string target, bool has)
    {
        var source = new SourceText("sum.cu", "#include <cuda_fp16.h>\n__global__ void sum(__half *s) { atomicAdd(s, __float2half(1.0f)); }\n");
        var module = Compiler.Compiler.Compile(source, new CompilerOptions()).Module;
        var (backend, chosen) = BackendCatalogue.All.SelectMany(b => b.Targets.Select(t => (b, t))).Single(p => p.t.Name == target);
        var emission = Emission.Run(module, backend, chosen, "sum.cu");
        emission.Kernels.Single().IsEmitted.ShouldBe(has);
        emission.Kernels.SelectMany(k => k.Refusals).Select(r => r.Code).ShouldBe(has ? [] : ["KP2950"]);
    }
}
