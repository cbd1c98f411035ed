using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Lower;

/// <summary>A four-way byte dot product becomes its four products: `dp4a(a, b, c)` becomes `c + a0*b0 + a1*b1 + a2*b2 + a3*b3`.</summary>
public sealed class ExpandDp4a : Rewriter, IPass
{
    public Module Run(Module module) => Rewrite(module);

    protected override Expr Leave(Expr expression)
    {
        if (expression is not Pure p || (p.Intrinsic != Intrinsics.Dp4aSigned && p.Intrinsic != Intrinsics.Dp4aUnsigned))
        {
            return expression;
        }
        bool signed = p.Intrinsic == Intrinsics.Dp4aSigned;
        var sum = p.Arguments[2];
        for (int i = 0; i < 4; i++)
        {
            var product = new Binary(p.Type, BinaryOp.Mul, Part(p.Arguments[0], i, signed), Part(p.Arguments[1], i, signed));
            sum = new Binary(p.Type, BinaryOp.Add, sum, product) { From = p.From };
        }
        return sum;
    }

    private static Expr Part(Expr packed, int i, bool signed)
    {
        var type = packed.Type;
        if (!signed)
        {
            var shifted = i == 0 ? packed : new Binary(type, BinaryOp.Shr, packed, Build.U32(8 * i));
            return new Binary(type, BinaryOp.And, shifted, Build.Int(type, 0xff));
        }
        // Up to the top and down again copies the sign.
        var up = i == 3 ? packed : new Binary(type, BinaryOp.Shl, packed, Build.U32(24 - 8 * i));
        return new Binary(type, BinaryOp.Shr, up, Build.U32(24));
    }
}
