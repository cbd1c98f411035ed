using System.Globalization;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.CLike;

/// <summary>Whole numbers in languages where literals adapt and signed sums wrap: without the suffixes and casts that C would want.</summary>
public sealed partial class CLikeEmitter
{
    /// <summary>A number that takes the type of what it meets, without a suffix where the language sees to that.</summary>
    private Text Number(Expr e) => _dialect.NumbersAdapt && e is Literal { Type: ScalarType { Kind: Scalar.U32 or Scalar.I64 or Scalar.U64 }, Bits: <= int.MaxValue } l
        ? new Text(Build.Invariant($"{l.Bits}"), Precedence.Primary)
        : E(e);

    private string ShiftAmount(Expr amount, string text) => _dialect.NumbersAdapt && amount is Literal { Bits: <= int.MaxValue } ? text : string.Format(CultureInfo.InvariantCulture, _dialect.ShiftAmount, text);

    /// <summary>`(int)((unsigned)a + b)` as `a + (int)b`, where signed numbers wrap too; null for anything else.</summary>
    private Expr? Wrapping(Expr e) => _dialect.SignedWraps && e is Cast { Type: ScalarType { Kind: Scalar.I32 }, Operand: Binary { Type: ScalarType { Kind: Scalar.U32 } } b } && HasSigned(b) ? Signed(b) : null;

    private static bool Wraps(BinaryOp op) => op is BinaryOp.Add or BinaryOp.Sub or BinaryOp.Mul;

    /// <summary>Whether a sum or product was made unsigned only to wrap.</summary>
    private static bool HasSigned(Expr e) => e is Binary b && Wraps(b.Op) && new[] { b.Left, b.Right }.Any(o => o is Cast { Operand.Type: ScalarType { Kind: Scalar.I32 } } || HasSigned(o));

    private static Expr Signed(Expr e) => e switch
    {
        Cast { Operand.Type: ScalarType { Kind: Scalar.I32 } } c => c.Operand,
        Literal l => Build.I32(Build.AsInt(l)),
        Binary b when HasSigned(b) => new Binary(IrType.I32, b.Op, Signed(b.Left), Signed(b.Right)),
        _ => new Cast(IrType.I32, e),
    };

    /// <summary>The index of an array that is smaller than 32 bits can count: computed in those, it is the same.</summary>
    private Expr Within(Element e)
    {
        if (!_dialect.SignedWraps || e.Base is not VariablePlace { Type: ArrayType { Length: <= int.MaxValue } } || e.Index is not Binary || !IsNarrow(e.Index))
        {
            return e.Index;
        }
        var kind = IsNarrow(e.Index, IrType.U32) ? IrType.U32 : IrType.I32;
        return new Cast(IrType.I64, Narrowed(e.Index, kind));
    }

    private static bool IsNarrow(Expr e, IrType? from = null) => e switch
    {
        Literal l => Build.AsInt(l) is >= 0 and <= int.MaxValue,
        Cast c => from is null ? c.Operand.Type == IrType.I32 || c.Operand.Type == IrType.U32 : c.Operand.Type == from,
        Binary b => Wraps(b.Op) && IsNarrow(b.Left, from) && IsNarrow(b.Right, from),
        _ => false,
    };

    private static Expr Narrowed(Expr e, IrType type)
    {
        switch (e)
        {
            case Literal l:
                return Build.Int(type, Build.AsInt(l));
            case Cast c:
                return c.Operand.Type == type ? c.Operand : new Cast(type, c.Operand);
            default:
                var b = (Binary)e;
                var whole = new Binary(type, b.Op, Narrowed(b.Left, type), Narrowed(b.Right, type));
                return whole switch
                {
                    { Left: Literal, Right: Literal } => (Expr?)ConstantFolding.Fold(whole) ?? whole,
                    { Op: BinaryOp.Add, Left: Literal { Bits: 0 } } => whole.Right,
                    { Op: BinaryOp.Add or BinaryOp.Sub, Right: Literal { Bits: 0 } } => whole.Left,
                    _ => whole,
                };
        }
    }
}
