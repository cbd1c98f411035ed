using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Lower;

/// <summary>Half and bfloat16 arithmetic becomes float arithmetic between conversions: `a + b` becomes `half(float(a) + float(b))`. The result is
/// the correctly rounded one, because a float has more than twice their precision.</summary>
public sealed class WidenHalf : Rewriter, IPass
{
    public Module Run(Module module) => Rewrite(module);

    private static bool IsSmall(IrType type) => type is ScalarType { Kind: Scalar.F16 or Scalar.BF16 };

    private static Expr Wide(Expr e) => IsSmall(e.Type) ? new Cast(IrType.F32, e) { From = e.From } : e;

    protected override Expr Leave(Expr expression) => expression switch
    {
        Unary x when IsSmall(x.Type) => new Cast(x.Type, new Unary(x.Op, Wide(x.Operand)) { From = x.From }) { From = x.From },
        Binary x when IsSmall(x.Left.Type) => Build.IsComparison(x.Op)
            ? x with { Left = Wide(x.Left), Right = Wide(x.Right) }
            : new Cast(x.Type, new Binary(IrType.F32, x.Op, Wide(x.Left), Wide(x.Right)) { From = x.From }) { From = x.From },
        Pure x when x.Arguments.Count > 0 && IsSmall(x.Arguments[0].Type) => PureOf(x),
        // Between half and anything but float, by way of float (double for wide integers).
        Cast x when IsSmall(x.Type) && x.Operand.Type is ScalarType { Kind: not (Scalar.F32 or Scalar.F64) } => new Cast(x.Type, new Cast(IrType.F32, x.Operand) { From = x.From }) { From = x.From },
        Cast x when x.Type == IrType.BF16 && x.Operand.Type == IrType.F64 => new Cast(x.Type, new Cast(IrType.F32, x.Operand)) { From = x.From },
        Cast x when IsSmall(x.Operand.Type) && x.Type is ScalarType { Kind: not Scalar.F32 } => new Cast(x.Type, new Cast(IrType.F32, x.Operand) { From = x.From }) { From = x.From },
        _ => expression,
    };

    private static Expr PureOf(Pure x)
    {
        var wide = x with { Type = IsSmall(x.Type) ? IrType.F32 : x.Type, Arguments = x.Arguments.Select(Wide).ToEquatable() };
        return IsSmall(x.Type) ? new Cast(x.Type, wide) { From = x.From } : wide;
    }
}
