using KernelPort.Cuda.Semantics;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <summary>The functions of cuda_fp16.h and cuda_bf16.h on single numbers.</summary>
internal static class HalfBuiltins
{
    public static void Add(Dictionary<string, Builtin> t)
    {
        CudaBuiltins.Value(t, "__float2half", CType.Float, CType.Half);
        CudaBuiltins.Value(t, "__float2half_rn", CType.Float, CType.Half);
        CudaBuiltins.Value(t, "__half2float", CType.Half, CType.Float);
        CudaBuiltins.Value(t, "__double2half", CType.Double, CType.Half);
        CudaBuiltins.Value(t, "__int2half_rn", CType.Int, CType.Half);
        CudaBuiltins.Value(t, "__float2bfloat16", CType.Float, CType.BFloat16);
        CudaBuiltins.Value(t, "__float2bfloat16_rn", CType.Float, CType.BFloat16);
        CudaBuiltins.Value(t, "__bfloat162float", CType.BFloat16, CType.Float);
        CudaBuiltins.Bits(t, "__half_as_ushort", CType.Half, new ArithCType(Arith.UShort));
        CudaBuiltins.Bits(t, "__half_as_short", CType.Half, new ArithCType(Arith.Short));
        CudaBuiltins.Bits(t, "__ushort_as_half", new ArithCType(Arith.UShort), CType.Half);
        CudaBuiltins.Bits(t, "__short_as_half", new ArithCType(Arith.Short), CType.Half);
        CudaBuiltins.Bits(t, "__bfloat16_as_ushort", CType.BFloat16, new ArithCType(Arith.UShort));
        CudaBuiltins.Bits(t, "__ushort_as_bfloat16", new ArithCType(Arith.UShort), CType.BFloat16);
        (string Name, BinaryOp Op)[] operators =
        [
            ("__hadd", BinaryOp.Add), ("__hsub", BinaryOp.Sub), ("__hmul", BinaryOp.Mul), ("__hdiv", BinaryOp.Div), ("__hgt", BinaryOp.Gt), ("__hge", BinaryOp.Ge), ("__hlt", BinaryOp.Lt), ("__hle", BinaryOp.Le), ("__heq", BinaryOp.Eq),
        ];
        foreach (var (name, op) in operators)
        {
            t[name] = c =>
            {
                c.Expect(2, 2);
                var type = HalfType(c);
                bool comparison = Ir.Build.IsComparison(op);
                return Operand.Of(comparison ? CType.Bool : type, new Binary(comparison ? IrType.Bool : c.Lower(type), op, c.Read(0, type), c.Read(1, type)) { From = c.At });
            };
        }
        // Unlike the operator, the function gives false where one of the two is NaN.
        t["__hne"] = c =>
        {
            c.Expect(2, 2);
            var (type, left, right) = (HalfType(c), c.Read(0, HalfType(c)), c.Read(1, HalfType(c)));
            Expr Compare(BinaryOp op) => new Binary(IrType.Bool, op, left, right) { From = c.At };
            return Operand.Of(CType.Bool, new Binary(IrType.Bool, BinaryOp.Or, Compare(BinaryOp.Lt), Compare(BinaryOp.Gt)) { From = c.At });
        };
        t["__hneg"] = c => Operand.Of(HalfType(c), new Unary(UnaryOp.Negate, c.Read(0, HalfType(c))) { From = c.At });
        t["__habs"] = c => c.Pure(Intrinsics.FAbs, HalfType(c), c.Read(0, HalfType(c)));
        t["__hfma"] = c => CudaBuiltins.FloatCall(c, Intrinsics.Fma, HalfType(c));
        t["__hmax"] = c => CudaBuiltins.FloatCall(c, Intrinsics.FMax, HalfType(c));
        t["__hmin"] = c => CudaBuiltins.FloatCall(c, Intrinsics.FMin, HalfType(c));
        t["__hisnan"] = c => c.Pure(Intrinsics.IsNan, CType.Bool, c.Read(0, HalfType(c)));
        (string Name, Intrinsic Operation)[] functions =
        [
            ("hexp", Intrinsics.Exp), ("hexp2", Intrinsics.Exp2), ("hlog", Intrinsics.Log), ("hlog2", Intrinsics.Log2), ("hsqrt", Intrinsics.Sqrt), ("hrsqrt", Intrinsics.Rsqrt), ("hsin", Intrinsics.Sin), ("hcos", Intrinsics.Cos), ("hfloor", Intrinsics.Floor), ("hceil", Intrinsics.Ceil), ("htrunc", Intrinsics.Trunc), ("hrint", Intrinsics.Rint),
        ];
        foreach (var (name, operation) in functions)
        {
            t[name] = c => CudaBuiltins.FloatCall(c, operation, HalfType(c));
        }
        t["hrcp"] = c => Operand.Of(HalfType(c), new Binary(c.Lower(HalfType(c)), BinaryOp.Div, Ir.Build.Float(c.Lower(HalfType(c)), 1), c.Read(0, HalfType(c))) { From = c.At });
    }

    private static CType HalfType(BuiltinCall c) => c.Type(0) is ArithCType { Kind: Arith.BFloat16 } ? CType.BFloat16 : CType.Half;
}
