using KernelPort.Backends.CLike;
using KernelPort.Ir;
using S = KernelPort.Ir.Scalar;

namespace KernelPort.Backends.Vectors;

/// <summary>The words of C++ for a core that runs a block's threads one after the other: halves are their bits, conversions and atomics are functions that go along, and global
/// memory is read and written by them. A machine adds its heads and address spaces.</summary>
public static class ScalarDialect
{
    private static readonly Dictionary<S, string> Scalars = new()
    {
        [S.Bool] = "bool", [S.I8] = "int8_t", [S.U8] = "uint8_t", [S.I16] = "int16_t", [S.U16] = "uint16_t", [S.I32] = "int32_t", [S.U32] = "uint32_t",
        [S.I64] = "int64_t", [S.U64] = "uint64_t", [S.F32] = "float", [S.F64] = "double",
        // Their bits: arithmetic on them is in float, between exact conversions.
        [S.F16] = "KpHalf", [S.BF16] = "KpBfloat",
    };

    /// <summary>What every such machine says alike.</summary>
    public static readonly CLikeDialect Base = CudaWords.Dialect with
    {
        LaunchBounds = "",
        LaunchBoundsWithBlocks = "",
        Shared = "",
        DynamicShared = "",
        SharedView = "{0} = {3}({1})(kpMemory + {2});",
        Restrict = "",
        Spaces = new Dictionary<AddressSpace, string>(),
        Scalars = Scalars,
        Coordinates = new Dictionary<Coordinate, string>
        {
            [Coordinate.ThreadX] = "kpThread.x", [Coordinate.ThreadY] = "kpThread.y", [Coordinate.ThreadZ] = "kpThread.z", [Coordinate.BlockX] = "kpBlock.x", [Coordinate.BlockY] = "kpBlock.y",
            [Coordinate.BlockZ] = "kpBlock.z", [Coordinate.BlockDimX] = "kpBlockDim.x", [Coordinate.BlockDimY] = "kpBlockDim.y", [Coordinate.BlockDimZ] = "kpBlockDim.z",
            [Coordinate.GridDimX] = "kpGrid.x", [Coordinate.GridDimY] = "kpGrid.y", [Coordinate.GridDimZ] = "kpGrid.z", [Coordinate.WarpSize] = "32u",
        },
        BitCasts = new Dictionary<(S, S), string>
        {
            [(S.F32, S.I32)] = "int32_t(KpBits({0}))", [(S.F32, S.U32)] = "KpBits({0})", [(S.I32, S.F32)] = "KpFloat(uint32_t({0}))", [(S.U32, S.F32)] = "KpFloat({0})",
            [(S.F16, S.U16)] = "({0}).bits", [(S.F16, S.I16)] = "int16_t(({0}).bits)", [(S.U16, S.F16)] = "KpHalf{{{0}}}", [(S.I16, S.F16)] = "KpHalf{{uint16_t({0})}}",
            [(S.BF16, S.U16)] = "({0}).bits", [(S.BF16, S.I16)] = "int16_t(({0}).bits)", [(S.U16, S.BF16)] = "KpBfloat{{{0}}}", [(S.I16, S.BF16)] = "KpBfloat{{uint16_t({0})}}",
        },
        Conversions = Conversions(),
        Atomics = Enum.GetValues<AtomicOp>().ToDictionary(op => op, op => $"KpAtomic{op}({{0}}, {{1}}{(op == AtomicOp.CompareExchange ? ", {2}" : "")})"),
        SpecialAtomics = (from op in Enum.GetValues<AtomicOp>() from type in Enum.GetValues<S>() select (op, type)).ToDictionary(a => (a.op, a.type, AddressSpace.Global), a => $"KpGlobal{a.op}({{0}}, {{1}})"),
        LongSuffix = "LL",
        HasVector = _ => false,
        Align = "alignas({0})",
        FloatBits = "KpFloat({0}u)",
        ReadForm = ReadGlobal,
        WriteForm = WriteGlobal,
        Unroll = "",
        Reserved =
        [
            .. CudaWords.Reserved, "kpThread", "kpBlock", "kpBlockDim", "kpGrid", "kpMemory", "kpOne", "kpTwo", "kpThree", "half", "uint8_t", "uint16_t", "uint32_t", "uint64_t", "int8_t", "int16_t",
            "int32_t", "int64_t",
        ],
    };

    /// <summary>How an element is read, where not as C++ does.</summary>
    public static string? ReadGlobal(IrType type, AddressSpace space) => space is AddressSpace.Global or AddressSpace.Constant ? "KpRead(&{0})" : null;

    /// <summary>How an element is written, where not as C++ does.</summary>
    public static string? WriteGlobal(IrType type, AddressSpace space) => space == AddressSpace.Global ? "KpWrite(&{0}, {1})" : null;

    private static Dictionary<(S, S), string> Conversions()
    {
        var t = new Dictionary<(S, S), string>
        {
            [(S.F16, S.F32)] = "KpFromHalf({0})", [(S.F32, S.F16)] = "KpToHalf({0})", [(S.BF16, S.F32)] = "KpFromBfloat({0})", [(S.F32, S.BF16)] = "KpToBfloat({0})",
            [(S.F32, S.Bool)] = "(({0}) != 0.0f)",
        };
        foreach (var to in Scalars.Keys.Where(k => k is > S.Bool and < S.F16))
        {
            // A plain cast out of range is undefined in C++; CUDA's saturate and make 0 of NaN.
            t[(S.F32, to)] = $"KpSaturate<{Scalars[to]}>({{0}})";
        }
        return t;
    }
}
