using KernelPort.Backends.CLike;
using KernelPort.Backends.CSharp.Vectors;
using KernelPort.Ir;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.CSharp;

/// <summary>C#'s words for the C-like printer.</summary>
internal static class CSharpWords
{
    private static readonly string[] CSharpOnly =
    [
        "abstract", "as", "base", "byte", "checked", "decimal", "delegate", "event", "fixed", "foreach", "implicit", "in", "interface", "internal", "is", "lock",
        "null", "object", "out", "override", "params", "readonly", "ref", "sbyte", "sealed", "stackalloc", "string", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "Math", "Half", "BitConverter",
        // what the text has besides a module's own
        "Fast", "MethodImpl", "Vector512", VectorWords.RootFunction, "Memory", "Block", "Blocks", "With", "Together", "Printed", "Printing", "Output", CSharpPrinting.Name, "Processors", "Kernels", "Shared", "Grid", "BFloat16", .. CSharpPrelude.FunctionNames, .. Enum.GetNames<Coordinate>(),
    ];

    public static readonly CLikeDialect Dialect = CudaWords.Dialect with
    {
        Prelude = "",
        Postlude = "",
        KernelHead = "[MethodImpl(Fast)] private",
        GlobalMemory = "public static {0}* {1} = Memory<{0}>({2}{3});",
        GlobalPointers = "public static {0}* {1} = ({0}*)Memory<nint>({2});",
        Body = ("{ unchecked {", "} }"),
        FallThrough = "goto {0};",
        // minus makes a long of a uint, and refuses a ulong
        NegateUnsigned = "0u - {0}",
        LaunchBounds = "",
        LaunchBoundsWithBlocks = "",
        DeviceHead = "[MethodImpl(Fast)] private",
        LocalArray = "{0}* {1} = stackalloc {0}[{2}];",
        Unassigned = " = default",
        Restrict = "",
        Const = "",
        StructHead = "public unsafe ",
        UnionWord = "struct",
        FieldHead = "public ",
        HasOffsets = s => s.IsUnion || s.IsPacked || !IsSequential(s) || s.Fields.Any(f => f.Type is ArrayType a && IsNoBuffer(a.Element)),
        FieldOfFirst = IsNoBuffer,
        Packed = "",
        PrintsPieces = true,
        DynamicShared = "{1} = ({2})Shared;",
        VolatileRead = "System.Threading.Volatile.Read(ref {0})",
        VolatileWrite = "System.Threading.Volatile.Write(ref {0}, {1})",
        StructHeadWithOffsets = "[StructLayout(LayoutKind.Explicit, Size = {0})] public unsafe ",
        FieldHeadWithOffset = "[FieldOffset({0})] public ",
        FieldArray = "fixed {0} {1}[{2}];",
        NamesFields = true,
        MakeStruct = "new {0} {{ {1} }}",
        ConvertsIntegers = false,
        ReadsInPlace = true,
        NumbersAdapt = true,
        SignedWraps = true,
        StarsByType = true,
        ShiftAmount = "(int)({0})",
        LongSuffix = "L",
        Unroll = "",
        Scalars = new Dictionary<Scalar, string>
        {
            [Scalar.Bool] = "bool", [Scalar.I8] = "sbyte", [Scalar.U8] = "byte", [Scalar.I16] = "short", [Scalar.U16] = "ushort", [Scalar.I32] = "int", [Scalar.U32] = "uint",
            [Scalar.I64] = "long", [Scalar.U64] = "ulong", [Scalar.F16] = "Half", [Scalar.BF16] = "BFloat16", [Scalar.F32] = "float", [Scalar.F64] = "double",
        },
        Coordinates = Enum.GetValues<Coordinate>().ToDictionary(c => c, c => c == Coordinate.WarpSize ? "32u" : c.ToString()),
        BitCasts = new Dictionary<(Scalar, Scalar), string>
        {
            [(Scalar.F32, Scalar.I32)] = "BitConverter.SingleToInt32Bits({0})", [(Scalar.F32, Scalar.U32)] = "BitConverter.SingleToUInt32Bits({0})",
            [(Scalar.I32, Scalar.F32)] = "BitConverter.Int32BitsToSingle({0})", [(Scalar.U32, Scalar.F32)] = "BitConverter.UInt32BitsToSingle({0})",
            [(Scalar.F64, Scalar.U64)] = "BitConverter.DoubleToUInt64Bits({0})", [(Scalar.U64, Scalar.F64)] = "BitConverter.UInt64BitsToDouble({0})",
            [(Scalar.F16, Scalar.I16)] = "BitConverter.HalfToInt16Bits({0})", [(Scalar.I16, Scalar.F16)] = "BitConverter.Int16BitsToHalf({0})",
            [(Scalar.F64, Scalar.I64)] = "BitConverter.DoubleToInt64Bits({0})", [(Scalar.I64, Scalar.F64)] = "BitConverter.Int64BitsToDouble({0})",
            [(Scalar.BF16, Scalar.U16)] = "({0}).Bits", [(Scalar.U16, Scalar.BF16)] = "new BFloat16 {{ Bits = {0} }}",
            [(Scalar.BF16, Scalar.I16)] = "(short)({0}).Bits", [(Scalar.I16, Scalar.BF16)] = "new BFloat16 {{ Bits = (ushort)({0}) }}",
            [(Scalar.F16, Scalar.U16)] = "BitConverter.HalfToUInt16Bits({0})", [(Scalar.U16, Scalar.F16)] = "BitConverter.UInt16BitsToHalf({0})",
        },
        // .NET's own casts from float to integer saturate, as CUDA's do.
        Conversions = new Dictionary<(Scalar, Scalar), string>
        {
            [(Scalar.Bool, Scalar.I8)] = "({0} ? (sbyte)1 : (sbyte)0)", [(Scalar.Bool, Scalar.U8)] = "({0} ? (byte)1 : (byte)0)", [(Scalar.Bool, Scalar.I16)] = "({0} ? (short)1 : (short)0)",
            [(Scalar.Bool, Scalar.U16)] = "({0} ? (ushort)1 : (ushort)0)", [(Scalar.Bool, Scalar.I32)] = "({0} ? 1 : 0)", [(Scalar.Bool, Scalar.U32)] = "({0} ? 1u : 0u)",
            [(Scalar.Bool, Scalar.I64)] = "({0} ? 1L : 0L)", [(Scalar.Bool, Scalar.U64)] = "({0} ? 1UL : 0UL)", [(Scalar.Bool, Scalar.F32)] = "({0} ? 1.0f : 0.0f)", [(Scalar.Bool, Scalar.F64)] = "({0} ? 1.0 : 0.0)",
        },
        // A block is one of .NET's threads: in its own memory nobody else adds.
        HasVector = name => name.StartsWith("Vector512<", StringComparison.Ordinal),
        ReadThrough = type => VectorWords.Is(type) ? "Vector512.Load({0})" : null,
        WriteThrough = "{1}.Store({0})",
        FloatBits = "BitConverter.UInt32BitsToSingle({0})",
        DoubleBits = "BitConverter.UInt64BitsToDouble({0})",
        Align = "",
        ReservedMembers = CSharpOnly,
        Reserved = [.. CudaWords.Reserved, .. CSharpOnly],
        ReservedFunctions = CSharpOnly,
    };

    // C# has buffers of its own numbers only.
    private static bool IsNoBuffer(IrType element) => element is not ScalarType { Kind: not (Scalar.F16 or Scalar.BF16) };

    /// <summary>What a function is called.</summary>
    public static string FunctionName(string name) => Dialect.ReservedFunctions.Contains(name) ? name + "_1" : name;

    /// <summary>Whether .NET lays a struct out as CUDA does: it knows no alignment beyond that of the numbers inside.</summary>
    private static bool IsSequential(StructType s)
    {
        long at = 0;
        foreach (var f in s.Fields)
        {
            int alignment = Alignment(f.Type);
            at = (at + alignment - 1) / alignment * alignment;
            if (at != f.Offset)
            {
                return false;
            }
            at += f.Type.Size;
        }
        int own = Alignment(s);
        return (at + own - 1) / own * own == s.Size;
    }

    private static int Alignment(IrType type) => type switch
    {
        ArrayType a => Alignment(a.Element),
        StructType s => s.Fields.Select(f => Alignment(f.Type)).DefaultIfEmpty(1).Max(),
        _ => type.Alignment,
    };

    /// <summary>What threads do together, which is gone where a kernel has the form of a block; whether it can have it is asked of the kernel.</summary>
    private static readonly HashSet<Intrinsic> Together =
    [
        Intrinsics.Barrier, Intrinsics.BarrierCount, Intrinsics.BarrierAnd, Intrinsics.BarrierOr, Intrinsics.ShuffleIndex, Intrinsics.ShuffleUp, Intrinsics.ShuffleDown, Intrinsics.ShuffleXor,
        Intrinsics.Ballot, Intrinsics.ActiveMask, Intrinsics.VoteAll, Intrinsics.VoteAny, Intrinsics.WarpBarrier, Intrinsics.MatchAny,
        Intrinsics.ReduceAdd, Intrinsics.ReduceAnd, Intrinsics.ReduceOr, Intrinsics.ReduceXor, Intrinsics.ReduceMin, Intrinsics.ReduceMax,
    ];

    public static Dictionary<Intrinsic, Support> Operations()
    {
        var from = Backend.DotNet;
        var t = Intrinsics.All.ToDictionary(i => i, i => Together.Contains(i) ? new Support.Native(i.Name, from) : (Support)new Support.Gap("not written as C# yet", from));
        (Intrinsic, string)[] one =
        [
            (Intrinsics.Sqrt, "Sqrt"), (Intrinsics.Cbrt, "Cbrt"), (Intrinsics.Exp, "Exp"), (Intrinsics.Log, "Log"), (Intrinsics.Log2, "Log2"), (Intrinsics.Log10, "Log10"), (Intrinsics.Sin, "Sin"),
            (Intrinsics.Cos, "Cos"), (Intrinsics.Tan, "Tan"), (Intrinsics.Asin, "Asin"), (Intrinsics.Acos, "Acos"), (Intrinsics.Atan, "Atan"), (Intrinsics.Sinh, "Sinh"), (Intrinsics.Cosh, "Cosh"),
            (Intrinsics.Tanh, "Tanh"), (Intrinsics.Asinh, "Asinh"), (Intrinsics.Acosh, "Acosh"), (Intrinsics.Atanh, "Atanh"), (Intrinsics.Floor, "Floor"), (Intrinsics.Ceil, "Ceiling"),
            (Intrinsics.Trunc, "Truncate"), (Intrinsics.FAbs, "Abs"), (Intrinsics.FastExp, "Exp"), (Intrinsics.FastLog, "Log"), (Intrinsics.FastLog2, "Log2"), (Intrinsics.FastLog10, "Log10"),
            (Intrinsics.FastSin, "Sin"), (Intrinsics.FastCos, "Cos"), (Intrinsics.FastTan, "Tan"),
        ];
        foreach (var (i, word) in one)
        {
            // In double and rounded once, as the reference has it.
            t[i] = new Support.Native($"({{T}})Math.{word}((double){{0:unary}})", from);
        }
        (Intrinsic, string)[] others =
        [
            (Intrinsics.Pow, "({T})Math.Pow({0}, {1})"), (Intrinsics.FastPow, "({T})Math.Pow({0}, {1})"), (Intrinsics.Atan2, "({T})Math.Atan2({0}, {1})"),
            (Intrinsics.Rsqrt, "({T})(1.0 / Math.Sqrt({0}))"), (Intrinsics.Exp2, "({T})Math.Pow(2.0, {0})"), (Intrinsics.Fma, "{T}.FusedMultiplyAdd({0}, {1}, {2})"),
            (Intrinsics.Round, "({T})Math.Round({0}, MidpointRounding.AwayFromZero)"), (Intrinsics.Rint, "({T})Math.Round({0}, MidpointRounding.ToEven)"),
            (Intrinsics.FMin, "{T}.MinNumber({0}, {1})"), (Intrinsics.FMax, "{T}.MaxNumber({0}, {1})"), (Intrinsics.Fmod, "({0:unary} % {1:unary})"), (Intrinsics.CopySign, "{T}.CopySign({0}, {1})"),
            (Intrinsics.IsNan, "{T}.IsNaN({0})"), (Intrinsics.IsInf, "{T}.IsInfinity({0})"), (Intrinsics.IsFinite, "{T}.IsFinite({0})"), (Intrinsics.SignBit, "{T}.IsNegative({0})"),
            (Intrinsics.FastDivide, "({0:unary} / {1:unary})"), (Intrinsics.DivRn, "({0:unary} / {1:unary})"), (Intrinsics.MulRn, "({0:unary} * {1:unary})"), (Intrinsics.AddRn, "({0:unary} + {1:unary})"),
            (Intrinsics.SubRn, "({0:unary} - {1:unary})"), (Intrinsics.IMin, "Math.Min({0}, {1})"), (Intrinsics.IMax, "Math.Max({0}, {1})"),
            (Intrinsics.Hypot, "{T}.Hypot({0}, {1})"), (Intrinsics.Remainder, "{T}.Ieee754Remainder({0}, {1})"),
            (Intrinsics.Ldexp, "{T}.ScaleB({0}, {1})"), (Intrinsics.IAbs, "({0:unary} < 0 ? -{0:unary} : {0:unary})"), (Intrinsics.Saturate, "{T}.MinNumber({T}.MaxNumber({0}, 0), 1)"),
            (Intrinsics.FindFirstSet, "FindFirstSet({0})"), (Intrinsics.BitReverse, "BitReverse({0})"), (Intrinsics.BytePermute, "BytePermute({0}, {1}, {2})"), (Intrinsics.MulHi, "MultiplyHigh({0}, {1})"),
            (Intrinsics.FunnelShiftLeft, "FunnelShiftLeft({0}, {1}, {2})"), (Intrinsics.FunnelShiftRight, "FunnelShiftRight({0}, {1}, {2})"), (Intrinsics.Mul24, "Multiply24({0}, {1})"), (Intrinsics.Sad, "AbsoluteDifference({0}, {1}, {2})"),
            (Intrinsics.FenceBlock, "System.Threading.Interlocked.MemoryBarrier()"), (Intrinsics.FenceDevice, "System.Threading.Interlocked.MemoryBarrier()"),
            (Intrinsics.FenceSystem, "System.Threading.Interlocked.MemoryBarrier()"),
            (Intrinsics.GridBarrier, "Grid.SignalAndWait()"), (Intrinsics.Print, "Printed.Append"), (Intrinsics.Trap, "Trap()"), (Intrinsics.Clock, "(DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100"), (Intrinsics.Sleep, "System.Threading.Thread.Yield()"),
            (Intrinsics.Erf, "({T})Erf({0})"), (Intrinsics.Erfc, "({T})Erfc({0})"), (Intrinsics.Expm1, "({T})Expm1({0})"), (Intrinsics.Log1p, "({T})Log1p({0})"),
            (Intrinsics.Exp10, "({T})Math.Pow(10.0, {0})"), (Intrinsics.FastExp10, "({T})Math.Pow(10.0, {0})"), (Intrinsics.Rcbrt, "({T})(1.0 / Math.Cbrt({0}))"),
            (Intrinsics.Sinpi, "({T})double.SinPi({0})"), (Intrinsics.Cospi, "({T})double.CosPi({0})"), (Intrinsics.Fdim, "PositiveDifference({0}, {1})"),
            (Intrinsics.PopCount, "(int){T}.PopCount({0})"), (Intrinsics.CountLeadingZeros, "(int){T}.LeadingZeroCount({0})"),
        ];
        foreach (var (i, spelling) in others)
        {
            t[i] = new Support.Native(spelling, from);
        }
        foreach (var i in Intrinsics.Directed)
        {
            int end = i.Name.IndexOf('_', StringComparison.Ordinal);
            string operation = char.ToUpperInvariant(i.Name[0]) + i.Name[1..end];
            string direction = i.Name[(end + 1)..] switch { "rz" => "0", "ru" => "1", _ => "-1" };
            t[i] = new Support.Native($"Rounded{operation}{(operation == "Convert" ? "_{to}" : "")}({{0}}, {(i.Arity == 2 ? "{1}, " : "")}{direction})", from);
        }
        foreach (var i in Intrinsics.Textures)
        {
            t[i] = new Support.Lowered(new SampleTextures(), from);
        }
        t[Intrinsics.Dp4aSigned] = t[Intrinsics.Dp4aUnsigned] = new Support.Lowered(new ExpandDp4a(), from);
        return t;
    }
}
