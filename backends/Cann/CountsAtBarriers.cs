using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Lower;
using KernelPort.Passes.Optimise;

namespace KernelPort.Backends.Cann;

/// <summary>What a block counts at a barrier, by atomics on shared memory between two barriers: the SIMT headers have the plain barrier only. Kernels that count nowhere keep their functions.</summary>
internal sealed class CountsAtBarriers : IPass
{
    private static readonly Pipeline Counting = new([new InlineCalls { OnlyConvergent = true, WithShared = true }, new ExchangeThroughLocal { OnlyCounts = true }]);

    public Module Run(Module module) => module.Functions.Any(f => CallFinder.Has(f, i => i == Intrinsics.BarrierCount || i == Intrinsics.BarrierAnd || i == Intrinsics.BarrierOr)) ? Counting.Run(module) : module;
}
