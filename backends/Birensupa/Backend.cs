using KernelPort.Backends.CLike;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Birensupa;

/// <summary>Biren BIRENSUPA: two generations under one name, br2xx close to CUDA, br1xx without double and with small blocks in z.</summary>
public sealed class Backend : IBackend
{
    public string Name => "birensupa";

    public bool IsCudaDialect => true;

    public IReadOnlyList<Target> Targets { get; } = BirensupaTargets.All;

    public Pipeline Lowering(Target target) => target == BirensupaTargets.Br1xx
        ? new([new ExpandDp4a(), new VotesWithinMask(), new WidenHalf(), new DropNamedSpaces()])
        : new([new WidenHalf(), new DropNamedSpaces()]);

    public EmittedFile Emit(Module module, Target target, string sourceName)
    {
        bool old = target == BirensupaTargets.Br1xx;
        string prelude = old ? "#include <supa.h>\n#include <supa_runtime.h>\n" : "#include <supa_runtime.h>\n";
        var scalars = new Dictionary<Scalar, string>(CudaWords.Scalars)
        {
            [Scalar.F16] = old ? "float16" : "__half",
            [Scalar.BF16] = old ? "bfloat16" : "__br_bfloat16",
        };
        // Device math on double is not there (simt-dialects 2.3), so no word for its conversions either: the language's own casts.
        var conversions = CudaWords.Conversions.Where(c => c.Key.Item1 != Scalar.F64).ToDictionary();
        return CLikeEmitter.Emit(module, CudaWords.Dialect with { Prelude = prelude, Scalars = scalars, Conversions = conversions, Textures = new TextureWords { Prefix = "supa" } }, target, sourceName);
    }
}
