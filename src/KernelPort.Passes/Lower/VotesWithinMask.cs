using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Lower;

/// <summary>For machines that take a vote over all active lanes and ignore the mask: the lanes it does not name are taken out of the answer afterwards.</summary>
public sealed class VotesWithinMask : IPass
{
    public Module Run(Module module) => module with { Functions = module.Functions.Select(f => new Work(f).Run()).ToEquatable() };

    private sealed class Work(Function function) : Rewriter
    {
        private readonly List<NamedValue> _lets = [.. function.Lets];

        public Function Run() => Rewrite(function) with { Lets = _lets.ToEquatable() };

        protected override IEnumerable<Stmt>? Expand(Stmt statement)
        {
            if (statement is not Call c || !(c.Intrinsic == Intrinsics.Ballot || c.Intrinsic == Intrinsics.MatchAny || c.Intrinsic == Intrinsics.VoteAny || c.Intrinsic == Intrinsics.VoteAll)
                || c.Arguments[0] is Literal { Bits: uint.MaxValue or ulong.MaxValue })
            {
                return null;
            }
            bool all = c.Intrinsic == Intrinsics.VoteAll;
            var whole = New(all || c.Intrinsic == Intrinsics.VoteAny ? "votes" : "lanes");
            var within = new Binary(IrType.U64, BinaryOp.And, new LetRef(IrType.U64, whole), c.Arguments[0]);
            if (c.Intrinsic == Intrinsics.Ballot || c.Intrinsic == Intrinsics.MatchAny)
            {
                return [c with { Result = whole }, new Let(c.Result!.Value, within) { From = c.From }];
            }
            // All: no named lane says no.
            var predicate = all ? new Unary(UnaryOp.LogicalNot, c.Arguments[1]) : c.Arguments[1];
            var any = new Binary(IrType.Bool, all ? BinaryOp.Eq : BinaryOp.Ne, within, Build.U64(0));
            return [new Call(whole, Intrinsics.Ballot, [c.Arguments[0], predicate]) { From = c.From }, new Let(c.Result!.Value, new Cast(IrType.I32, any)) { From = c.From }];
        }

        private LetId New(string name)
        {
            _lets.Add(new NamedValue(name, IrType.U64));
            return new LetId(_lets.Count - 1);
        }
    }
}
