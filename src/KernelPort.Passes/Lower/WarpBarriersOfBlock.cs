using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Passes.Lower;

/// <summary>A warp's barrier becomes the block's where all threads of the block come to it together: it waits for more, and targets without warps have it.</summary>
public sealed class WarpBarriersOfBlock : IPass
{
    public Module Run(Module module) => module with { Functions = module.Functions.Select(f => f.IsKernel ? new Work(BlockUniformity.Of(f)).Rewrite(f) : f).ToEquatable() };

    private sealed class Work(BlockUniformity uniformity) : Rewriter
    {
        // The original statement is asked about.
        protected override Stmt Children(Stmt statement) => statement is Call ? statement : base.Children(statement);

        protected override IEnumerable<Stmt>? Expand(Stmt statement) =>
            statement is Call { Intrinsic: var i } call && i == Intrinsics.WarpBarrier && uniformity.IsReachedTogether(call) ? [new Call(null, Intrinsics.Barrier, []) { From = call.From }] : null;
    }
}
