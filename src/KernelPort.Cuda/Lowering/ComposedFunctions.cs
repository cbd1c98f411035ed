using KernelPort.Cuda.Semantics;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <summary>Functions of CUDA's that the IR has no operation for, made of some that it has, as close as CUDA documents them.</summary>
internal static class ComposedFunctions
{
    public static Operand NormCdf(BuiltinCall c, CType type)
    {
        c.Expect(1, 1);
        var irType = c.Lower(type);
        bool isFloat = type == CType.Float;
        Expr Number(double value) => Ir.Build.Float(irType, value);
        Expr Times(Expr a, Expr b) => new Pure(Intrinsics.MulRn, irType, [a, b]);
        Expr Fma(Expr a, Expr b, Expr sum) => new Pure(Intrinsics.Fma, irType, [a, b, sum]);
        Expr Named(Expr value, string name) => c.Lowerer.GiveName(value, name);
        // Half of erfc(-x sqrt(1/2)). The product's own rounding would count for hundreds of units where erfc is small: its rest moves the answer by erfc's slope there, which is about
        // -2 t erfc(t). Below the limit all is 0.
        var given = Named(c.Read(0, type), "x");
        var limit = Number(isFloat ? -14.5 : -38.6);
        var x = Named(new Select(new Binary(IrType.Bool, BinaryOp.Lt, given, limit), limit, given), "x");
        var (root, rest) = isFloat ? (0.7071067690849304, 1.210161710447897e-08) : (0.7071067811865476, -4.833646656726457e-17);
        var t = Named(Times(x, Number(-root)), "t");
        var off = Fma(x, Number(-rest), Fma(x, Number(-root), new Unary(UnaryOp.Negate, t)));
        var whole = Named(new Pure(Intrinsics.Erfc, irType, [t]), "whole");
        var moved = Fma(Times(Times(Number(-2), t), whole), off, whole);
        return Operand.Of(type, Times(Number(0.5), new Select(new Binary(IrType.Bool, BinaryOp.Lt, x, Number(-1)), moved, whole)));
    }

    /// <summary>Unlike rsqrtf this is the number next to the truth: two roundings in double leave it so for every float.</summary>
    public static Operand RoundedReciprocalRoot(BuiltinCall c)
    {
        c.Expect(1, 1);
        var root = new Pure(Intrinsics.Sqrt, IrType.F64, [new Cast(IrType.F64, c.Read(0, CType.Float))]);
        return Operand.Of(CType.Float, new Cast(IrType.F32, new Pure(Intrinsics.DivRn, IrType.F64, [Ir.Build.Float(IrType.F64, 1), root])) { From = c.At });
    }
}
