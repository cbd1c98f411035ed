using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Lower;

/// <summary>Makes a machine whose warps are wider behave as CUDA's 32 lanes: every exchange has the width 32, a ballot is the group's slice of the
/// wide one, votes follow from the ballot, and warpSize is 32. Where the wide ballot is not known it is an OR over exchanges of width 32.</summary>
public sealed class GroupsOf32Lanes(int physicalWidth, bool hasWideBallot) : IPass
{
    public Module Run(Module module) => module with { Functions = module.Functions.Select(f => new Work(f, physicalWidth, hasWideBallot).Run()).ToEquatable() };

    private sealed class Work(Function function, int width, bool hasWideBallot) : Rewriter
    {
        private readonly List<NamedValue> _lets = [.. function.Lets];

        public Function Run() => Rewrite(function) with { Lets = _lets.ToEquatable() };

        protected override Expr Leave(Expr expression) => expression is CoordinateOf { Which: Coordinate.WarpSize } ? Build.U32(32) : expression;

        protected override IEnumerable<Stmt>? Expand(Stmt statement)
        {
            if (statement is not Call c)
            {
                return null;
            }
            var i = c.Intrinsic;
            if (i == Intrinsics.Ballot)
            {
                return Ballot(c.Result!.Value, c.Arguments[0], c.Arguments[1], c.From);
            }
            if (i == Intrinsics.VoteAny || i == Intrinsics.VoteAll)
            {
                return Vote(c, i == Intrinsics.VoteAll);
            }
            if (i == Intrinsics.ActiveMask && hasWideBallot)
            {
                var whole = New("active", IrType.U64);
                return [new Call(whole, i, []) { From = c.From }, new Let(c.Result!.Value, Slice(new LetRef(IrType.U64, whole)))];
            }
            return null;
        }

        private LetId New(string name, IrType type)
        {
            _lets.Add(new NamedValue(name, type));
            return new LetId(_lets.Count - 1);
        }

        /// <summary>The 32 bits of this lane's group.</summary>
        private Binary Slice(Expr wide)
        {
            // (wide >> (lane & ~31)) & 0xffffffff, where lane is the place in the physical warp.
            var group = new Binary(IrType.U32, BinaryOp.And, LinearThread(), Build.U32((width - 1) & ~31));
            return new Binary(IrType.U64, BinaryOp.And, new Binary(IrType.U64, BinaryOp.Shr, wide, group), Build.U64(uint.MaxValue));
        }

        private static Binary LinearThread()
        {
            var z = new Binary(IrType.U32, BinaryOp.Mul, new CoordinateOf(Coordinate.BlockDimY), new CoordinateOf(Coordinate.ThreadZ));
            var y = new Binary(IrType.U32, BinaryOp.Add, new CoordinateOf(Coordinate.ThreadY), z);
            return new Binary(IrType.U32, BinaryOp.Add, new CoordinateOf(Coordinate.ThreadX), new Binary(IrType.U32, BinaryOp.Mul, new CoordinateOf(Coordinate.BlockDimX), y));
        }

        private IEnumerable<Stmt> Ballot(LetId result, Expr mask, Expr predicate, Origin from)
        {
            if (hasWideBallot)
            {
                var whole = New("ballot", IrType.U64);
                yield return new Call(whole, Intrinsics.Ballot, [mask, predicate]) { From = from };
                yield return new Let(result, new Binary(IrType.U64, BinaryOp.And, Slice(new LetRef(IrType.U64, whole)), mask)) { From = from };
                yield break;
            }
            // Each lane gives its own bit; five exchanges collect them.
            var lane = new Binary(IrType.U32, BinaryOp.And, LinearThread(), Build.U32(31));
            var own = New("bits", IrType.U32);
            yield return new Let(own, new Select(predicate, new Binary(IrType.U32, BinaryOp.Shl, Build.U32(1), lane), Build.U32(0))) { From = from };
            for (int distance = 16; distance >= 1; distance /= 2)
            {
                var other = New("others", IrType.U32);
                var both = New("bits", IrType.U32);
                yield return new Call(other, Intrinsics.ShuffleXor, [mask, new LetRef(IrType.U32, own), Build.I32(distance), Build.I32(32)]) { From = from };
                yield return new Let(both, new Binary(IrType.U32, BinaryOp.Or, new LetRef(IrType.U32, own), new LetRef(IrType.U32, other))) { From = from };
                own = both;
            }
            yield return new Let(result, new Binary(IrType.U64, BinaryOp.And, new Cast(IrType.U64, new LetRef(IrType.U32, own)), mask)) { From = from };
        }

        private IEnumerable<Stmt> Vote(Call c, bool all)
        {
            // All: no named lane says no. Lanes that do not exist say nothing.
            var predicate = all ? new Unary(UnaryOp.LogicalNot, c.Arguments[1]) : c.Arguments[1];
            var bits = New("votes", IrType.U64);
            foreach (var s in Ballot(bits, c.Arguments[0], predicate, c.From))
            {
                yield return s;
            }
            var any = new Binary(IrType.Bool, all ? BinaryOp.Eq : BinaryOp.Ne, new LetRef(IrType.U64, bits), Build.U64(0));
            yield return new Let(c.Result!.Value, new Cast(IrType.I32, any)) { From = c.From };
        }
    }
}
