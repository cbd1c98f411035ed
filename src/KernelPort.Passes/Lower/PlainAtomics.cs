using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Lower;

/// <summary>Atomics on the function's own memory, which nobody else can reach between two of its steps, become a read and a write.</summary>
public sealed class PlainAtomics : IPass
{
    public Module Run(Module module) => module with { Functions = module.Functions.Select(f => new Work(module, f).Run()).ToEquatable() };

    private sealed class Work(Module module, Function function) : Rewriter
    {
        private readonly List<NamedValue> _lets = [.. function.Lets];

        public Function Run() => Rewrite(function) with { Lets = _lets.ToEquatable() };

        protected override IEnumerable<Stmt>? Expand(Stmt statement)
        {
            if (statement is not Atomic a || Build.SpaceOf(a.Target, function, module) != AddressSpace.Local
                || (a.Op == AtomicOp.CompareExchange && a.Target.Type.IsFloat))
            {
                // Floats are exchanged by their bits.
                return null;
            }
            var type = a.Target.Type;
            var id = a.Result ?? New(type);
            return [new Load(id, a.Target) { From = a.From }, new Store(a.Target, Changed(a, new LetRef(type, id))) { From = a.From }];
        }

        private static Expr Changed(Atomic a, Expr old)
        {
            var v = a.Operand;
            Binary Op(BinaryOp op, Expr x, Expr y) => new(Build.IsComparison(op) || op == BinaryOp.LogicalOr ? IrType.Bool : old.Type, op, x, y);
            var one = Build.Int(IrType.U32, 1);
            return a.Op switch
            {
                AtomicOp.Add => Op(BinaryOp.Add, old, v),
                AtomicOp.Sub => Op(BinaryOp.Sub, old, v),
                AtomicOp.And => Op(BinaryOp.And, old, v),
                AtomicOp.Or => Op(BinaryOp.Or, old, v),
                AtomicOp.Xor => Op(BinaryOp.Xor, old, v),
                AtomicOp.Exchange => v,
                AtomicOp.Min => new Select(Op(BinaryOp.Lt, v, old), v, old),
                AtomicOp.Max => new Select(Op(BinaryOp.Gt, v, old), v, old),
                AtomicOp.Increment => new Select(Op(BinaryOp.Ge, old, v), Build.Int(old.Type, 0), Op(BinaryOp.Add, old, one)),
                AtomicOp.Decrement => new Select(Op(BinaryOp.LogicalOr, Op(BinaryOp.Eq, old, Build.Int(old.Type, 0)), Op(BinaryOp.Gt, old, v)), v, Op(BinaryOp.Sub, old, one)),
                _ => new Select(Op(BinaryOp.Eq, old, a.Compare!), v, old),
            };
        }

        private LetId New(IrType type)
        {
            _lets.Add(new NamedValue("old", type));
            return new LetId(_lets.Count - 1);
        }
    }
}
