using KernelPort.Ir;

namespace KernelPort.Passes.Analyses;

/// <summary>The least and the greatest value an integer expression can have, of literals and, where the block's size is known, of a thread's coordinates.</summary>
/// <param name="block">Threads along each axis; null where nobody knows.</param>
public sealed class Ranges(Function function, (int X, int Y, int Z)? block)
{
    private readonly IReadOnlyDictionary<LetId, Expr> _definitions = LetDefinitions.Of(function);
    private readonly Dictionary<LetId, (long, long)?> _names = [];

    /// <summary>Null where nothing is known, or where it may not fit the type.</summary>
    public (long Least, long Most)? Of(Expr e)
    {
        if (!e.Type.IsInteger || e.Type == IrType.Bool)
        {
            return null;
        }
        var range = e switch
        {
            Literal x => Build.AsInt(x) is var value ? (value, value) : default((long, long)?),
            CoordinateOf x => OfCoordinate(x.Which),
            LetRef x => OfName(x.Id),
            Cast x => Of(x.Operand),
            Binary { Op: BinaryOp.Add } x when Of(x.Left) is var (a, b) && Of(x.Right) is var (c, d) => (a + c, b + d),
            Binary { Op: BinaryOp.Mul } x when Of(x.Left) is var (a, b) && Of(x.Right) is var (c, d) && a >= 0 && c >= 0 => (a * c, b * d),
            Binary { Op: BinaryOp.Div, Right: Literal k } x when Of(x.Left) is ( >= 0, _) and var (a, b) && Build.AsInt(k) is > 0 and var by => (a / by, b / by),
            Binary { Op: BinaryOp.Shr, Right: Literal { Bits: < 31 } k } x when Of(x.Left) is ( >= 0, _) and var (a, b) => (a >> (int)k.Bits, b >> (int)k.Bits),
            Binary { Op: BinaryOp.Rem, Right: Literal k } x when Of(x.Left) is ( >= 0, _) and var (_, b) && Build.AsInt(k) is > 0 and var by => (0, Math.Min(b, by - 1)),
            Binary { Op: BinaryOp.And, Right: Literal k } x when Build.AsInt(k) is >= 0 and var mask => (0, Of(x.Left) is ( >= 0, _) and var (_, b) ? Math.Min(b, mask) : mask),
            _ => null,
        };
        // Bounds so small that nothing here wraps, in whatever type.
        return range is var (least, most) && least >= (e.Type.IsSigned ? -Limit(e.Type) : 0) && most <= Limit(e.Type) ? range : null;
    }

    /// <summary>Whether a condition holds for all threads, or for none; null where they may differ or nobody knows.</summary>
    public bool? Decide(Expr e) => e switch
    {
        Literal x => x.Bits != 0,
        Unary { Op: UnaryOp.LogicalNot } x => !Decide(x.Operand),
        Binary x when Of(x.Left) is var (a, b) && Of(x.Right) is var (c, d) => x.Op switch
        {
            BinaryOp.Lt => b < c ? true : a >= d ? false : null,
            BinaryOp.Le => b <= c ? true : a > d ? false : null,
            BinaryOp.Gt => a > d ? true : b <= c ? false : null,
            BinaryOp.Ge => a >= d ? true : b < c ? false : null,
            _ => null,
        },
        _ => null,
    };

    private (long, long)? OfName(LetId id)
    {
        if (!_names.TryGetValue(id, out var range))
        {
            _names[id] = range = _definitions.TryGetValue(id, out var definition) ? Of(definition) : null;
        }
        return range;
    }

    private static long Limit(IrType type) => type.Size >= 4 ? int.MaxValue : (1L << ((int)(type.Size * 8) - 1)) - 1;

    private (long, long)? OfCoordinate(Coordinate which) => block is not var (x, y, z) ? null : which switch
    {
        Coordinate.ThreadX => (0, x - 1),
        Coordinate.ThreadY => (0, y - 1),
        Coordinate.ThreadZ => (0, z - 1),
        _ => null,
    };

    private sealed class LetDefinitions : Walker
    {
        private readonly Dictionary<LetId, Expr> _all = [];

        public static IReadOnlyDictionary<LetId, Expr> Of(Function function)
        {
            var finder = new LetDefinitions();
            finder.Walk(function);
            return finder._all;
        }

        protected override void Enter(Stmt statement)
        {
            if (statement is Let x)
            {
                _all[x.Id] = x.Value;
            }
        }
    }
}
