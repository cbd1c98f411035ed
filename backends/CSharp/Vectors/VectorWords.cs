using KernelPort.Ir;

namespace KernelPort.Backends.CSharp.Vectors;

/// <summary>.NET's vectors of 512 bits as types and operations of the IR: what the backend's own text is made of, in no table of what kernels may use.</summary>
internal static class VectorWords
{
    private static readonly Dictionary<Intrinsic, string> Words = [];

    public static readonly StructType Float = Vector("float");
    public static readonly StructType Int = Vector("int");
    public static readonly StructType Uint = Vector("uint");

    public static readonly Intrinsic Create = Word("vector_create", 1, "Vector512.Create({0})");
    public static readonly Intrinsic Indices = Word("vector_indices", 0, "Vector512<int>.Indices");
    public static readonly Intrinsic AsInt = Word("vector_as_int", 1, "{0:post}.AsInt32()");
    public static readonly Intrinsic AsUint = Word("vector_as_uint", 1, "{0:post}.AsUInt32()");
    public static readonly Intrinsic AsFloat = Word("vector_as_float", 1, "{0:post}.AsSingle()");
    public static readonly Intrinsic ToFloat = Word("vector_to_float", 1, "Vector512.ConvertToSingle({0})");
    public static readonly Intrinsic ToInt = Word("vector_to_int", 1, "Vector512.ConvertToInt32({0})");
    public static readonly Intrinsic Choose = Word("vector_choose", 3, "Vector512.ConditionalSelect({0}, {1}, {2})");

    private static readonly Dictionary<BinaryOp, Intrinsic> Comparisons = new()
    {
        [BinaryOp.Eq] = Word("vector_eq", 2, "Vector512.Equals({0}, {1})"), [BinaryOp.Lt] = Word("vector_lt", 2, "Vector512.LessThan({0}, {1})"),
        [BinaryOp.Le] = Word("vector_le", 2, "Vector512.LessThanOrEqual({0}, {1})"), [BinaryOp.Gt] = Word("vector_gt", 2, "Vector512.GreaterThan({0}, {1})"),
        [BinaryOp.Ge] = Word("vector_ge", 2, "Vector512.GreaterThanOrEqual({0}, {1})"),
    };

    // Exact operations only: in any width they give the same bits.
    private static readonly Dictionary<Intrinsic, Intrinsic> Functions = new()
    {
        [Intrinsics.Sqrt] = Word("vector_sqrt", 1, "Vector512.Sqrt({0})"), [Intrinsics.FAbs] = Word("vector_abs", 1, "Vector512.Abs({0})"), [Intrinsics.Floor] = Word("vector_floor", 1, "Vector512.Floor({0})"),
        [Intrinsics.Ceil] = Word("vector_ceil", 1, "Vector512.Ceiling({0})"), [Intrinsics.Trunc] = Word("vector_trunc", 1, "Vector512.Truncate({0})"),
        [Intrinsics.Fma] = Word("vector_fma", 3, "Vector512.FusedMultiplyAdd({0}, {1}, {2})"), [Intrinsics.FMin] = Word("vector_fmin", 2, "Vector512.MinNumber({0}, {1})"),
        [Intrinsics.FMax] = Word("vector_fmax", 2, "Vector512.MaxNumber({0}, {1})"), [Intrinsics.IMin] = Word("vector_imin", 2, "Vector512.Min({0}, {1})"),
        [Intrinsics.IMax] = Word("vector_imax", 2, "Vector512.Max({0}, {1})"), [Intrinsics.Rsqrt] = Word(RootName, 1, "ReciprocalSqrt({0})"),
    };

    private static readonly Dictionary<Intrinsic, BinaryOp> Rounded = new()
    {
        [Intrinsics.FastDivide] = BinaryOp.Div, [Intrinsics.DivRn] = BinaryOp.Div, [Intrinsics.MulRn] = BinaryOp.Mul, [Intrinsics.AddRn] = BinaryOp.Add, [Intrinsics.SubRn] = BinaryOp.Sub,
    };

    public const string RootName = "vector_rsqrt";

    /// <summary>What it stands for in the head of the text.</summary>
    public const string Root = """
        // In double and rounded once, as each thread has it.
        static Vector512<float> ReciprocalSqrt(Vector512<float> x)
        {
            var (low, high) = Vector512.Widen(x);
            return Vector512.Narrow(Vector512<double>.One / Vector512.Sqrt(low), Vector512<double>.One / Vector512.Sqrt(high));
        }

        """;

    public const string RootFunction = "ReciprocalSqrt";

    public static IReadOnlyDictionary<Intrinsic, string> Spellings => Words;

    /// <summary>The vector of a number's type; null where it has none.</summary>
    public static StructType? Of(IrType type) => type is ScalarType s ? s.Kind switch { Scalar.F32 => Float, Scalar.I32 or Scalar.Bool => Int, Scalar.U32 => Uint, _ => null } : null;

    public static bool Is(IrType type) => type == Float || type == Int || type == Uint;

    /// <summary>All bits of a lane, or none: a condition's value.</summary>
    public static Expr Compare(BinaryOp op, Expr a, Expr b)
    {
        if (op == BinaryOp.Ne)
        {
            return new Unary(UnaryOp.BitNot, Compare(BinaryOp.Eq, a, b));
        }
        var mask = new Pure(Comparisons[op], a.Type, [a, b]);
        return a.Type == Int ? mask : new Pure(AsInt, Int, [mask]);
    }

    public static Expr Select(Expr mask, Expr a, Expr b) => new Pure(Choose, a.Type, [As(mask, a.Type), a, b]);

    public static Expr As(Expr value, IrType type) => value.Type == type ? value : new Pure(type == Float ? AsFloat : type == Int ? AsInt : AsUint, type, [value]);

    /// <summary>A function of vectors, null where it is not exact or not there.</summary>
    public static Expr? Call(Intrinsic intrinsic, Expr[] arguments) =>
        Rounded.TryGetValue(intrinsic, out var op) && arguments[0].Type == Float ? new Binary(Float, op, arguments[0], arguments[1])
        : Functions.TryGetValue(intrinsic, out var function) && (arguments[0].Type == Float) == !(intrinsic == Intrinsics.IMin || intrinsic == Intrinsics.IMax) ? new Pure(function, arguments[0].Type, [.. arguments])
        : null;

    private static Intrinsic Word(string name, int arity, string spelling)
    {
        var intrinsic = new Intrinsic(name, arity);
        Words[intrinsic] = spelling;
        return intrinsic;
    }

    private static StructType Vector(string of)
    {
        var type = new StructType($"Vector512<{of}>") { IsBuiltin = true };
        type.Complete([], 64, 64);
        return type;
    }
}
