using KernelPort.Ir;

namespace KernelPort.Passes.Instrument;

/// <summary>How far a function may be from the truth: in units in the last place, some of them a unit of an argument, and by a number besides.</summary>
/// <param name="PerArgument">Further units for each unit of the argument <paramref name="Argument"/>.</param>
public sealed record ErrorBound(double Ulp, double PerArgument = 0, int Argument = 0, double Absolute = 0);

/// <summary>Which way results are moved. Alternating: by thread, block and place in turn, so that errors that meet do not cancel.</summary>
public enum Movement { Up, Down, Alternating, AlternatingBack }

/// <summary>
/// Moves what inexact functions give as far as they may be wrong. What a kernel then leaves, against what it left before, shows how much of that
/// reaches each value: through sums, differences, comparisons and other threads.
/// </summary>
/// <param name="bounds">The bound of a function's use; null for one that stays.</param>
public sealed class MoveResults(Func<Pure, ErrorBound?> bounds, Movement movement) : IPass
{
    public Module Run(Module module) => new Work(bounds, movement).Rewrite(module);

    private sealed class Work(Func<Pure, ErrorBound?> bounds, Movement movement) : Rewriter
    {
        private int _places;

        protected override Expr Leave(Expr expression)
        {
            if (expression is not Pure { Type: ScalarType { IsFloat: true } type } pure || bounds(pure) is not { } bound)
            {
                return expression;
            }
            _places++;
            Expr Number(double x) => Build.Float(type, x);
            // A unit in the last place of x is at most this much of it.
            double unit = type.Kind switch { Scalar.F64 => Math.ScaleB(1, -52), Scalar.F32 => Math.ScaleB(1, -23), Scalar.F16 => Math.ScaleB(1, -10), _ => Math.ScaleB(1, -7) };
            var factor = Sign(type, bound.Ulp * unit);
            if (bound.PerArgument > 0)
            {
                var grows = new Binary(type, BinaryOp.Mul, new Pure(Intrinsics.FAbs, type, [pure.Arguments[bound.Argument]]), Sign(type, bound.PerArgument * unit));
                factor = new Binary(type, BinaryOp.Add, factor, grows);
            }
            Expr moved = new Binary(type, BinaryOp.Mul, pure, new Binary(type, BinaryOp.Add, Number(1), factor));
            return (bound.Absolute > 0 ? new Binary(type, BinaryOp.Add, moved, Sign(type, bound.Absolute)) : moved) with { From = pure.From };
        }

        private Expr Sign(IrType type, double size)
        {
            var (up, down) = (Build.Float(type, size), Build.Float(type, -size));
            if (movement is Movement.Up or Movement.Down)
            {
                return movement == Movement.Up ? up : down;
            }
            Expr number = new CoordinateOf(Coordinate.ThreadX);
            foreach (var c in new[] { Coordinate.ThreadY, Coordinate.BlockX })
            {
                number = new Binary(IrType.U32, BinaryOp.Add, number, new CoordinateOf(c));
            }
            var odd = new Binary(IrType.U32, BinaryOp.And, new Binary(IrType.U32, BinaryOp.Add, number, Build.U32(_places + (movement == Movement.Alternating ? 0 : 1))), Build.U32(1));
            return new Select(new Binary(IrType.Bool, BinaryOp.Eq, odd, Build.U32(0)), up, down);
        }
    }
}
