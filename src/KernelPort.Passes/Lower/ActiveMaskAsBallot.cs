using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Lower;

/// <summary>For machines whose vote is over all active lanes, whatever lanes it names: the active lanes are those that vote yes when all do.</summary>
public sealed class ActiveMaskAsBallot : Rewriter, IPass
{
    public Module Run(Module module) => module with { Functions = module.Functions.Select(Rewrite).ToEquatable() };

    protected override IEnumerable<Stmt>? Expand(Stmt statement) =>
        statement is Call c && c.Intrinsic == Intrinsics.ActiveMask
            ? [c with { Intrinsic = Intrinsics.Ballot, Arguments = [Build.U64(uint.MaxValue), Build.Bool(true)] }]
            : null;
}
