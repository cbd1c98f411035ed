using KernelPort.Cuda.Semantics;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <summary>Arithmetic and conversions that round towards zero (`_rz`), up (`_ru`) or down (`_rd`).</summary>
internal static class RoundedBuiltins
{
    public static void Add(Dictionary<string, Builtin> t)
    {
        (string Suffix, Intrinsic Add, Intrinsic Sub, Intrinsic Mul, Intrinsic Div, Intrinsic Sqrt, Intrinsic Convert)[] directions =
        [
            ("rz", Intrinsics.AddRz, Intrinsics.SubRz, Intrinsics.MulRz, Intrinsics.DivRz, Intrinsics.SqrtRz, Intrinsics.ConvertRz),
            ("ru", Intrinsics.AddRu, Intrinsics.SubRu, Intrinsics.MulRu, Intrinsics.DivRu, Intrinsics.SqrtRu, Intrinsics.ConvertRu),
            ("rd", Intrinsics.AddRd, Intrinsics.SubRd, Intrinsics.MulRd, Intrinsics.DivRd, Intrinsics.SqrtRd, Intrinsics.ConvertRd),
        ];
        foreach (var (suffix, add, sub, mul, div, sqrt, convert) in directions)
        {
            foreach (var (name, operation) in new[] { ("add", add), ("sub", sub), ("mul", mul), ("div", div), ("sqrt", sqrt) })
            {
                t[$"__f{name}_{suffix}"] = c => CudaBuiltins.FloatCall(c, operation, CType.Float);
                t[$"__d{name}_{suffix}"] = c => CudaBuiltins.FloatCall(c, operation, CType.Double);
            }
            t[$"__frcp_{suffix}"] = c => Reciprocal(c, div, CType.Float);
            t[$"__drcp_{suffix}"] = c => Reciprocal(c, div, CType.Double);
            foreach (var (name, type) in new (string, CType)[] { ("int", CType.Int), ("uint", CType.UInt), ("ll", CType.LongLong), ("ull", CType.ULongLong), ("double", CType.Double) })
            {
                Convert(t, $"__{name}2float_{suffix}", convert, type, CType.Float);
            }
            Convert(t, $"__ll2double_{suffix}", convert, CType.LongLong, CType.Double);
            Convert(t, $"__ull2double_{suffix}", convert, CType.ULongLong, CType.Double);
        }
    }

    private static Operand Reciprocal(BuiltinCall c, Intrinsic divide, CType type)
    {
        c.Expect(1, 1);
        return c.Pure(divide, type, Ir.Build.Float(c.Lower(type), 1), c.Read(0, type));
    }

    private static void Convert(Dictionary<string, Builtin> t, string name, Intrinsic operation, CType from, CType to) => t[name] = c =>
    {
        c.Expect(1, 1);
        return c.Pure(operation, to, c.Read(0, from));
    };
}
