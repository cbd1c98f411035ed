using System.Text;
using KernelPort.Backends.CSharp.Vectors;
using KernelPort.Ir;

namespace KernelPort.Backends.CSharp;

/// <summary>The head of a module's text, with the functions it calls and no others.</summary>
internal sealed class CSharpPrelude : Walker
{
    // a project may check arithmetic; what is meant to wrap says so
    private static readonly (string Intrinsic, string Name, string Text)[] Functions =
    [
        ("ffs", "FindFirstSet", """
            static int FindFirstSet(int x) => x == 0 ? 0 : int.TrailingZeroCount(x) + 1;
            static int FindFirstSet(uint x) => unchecked(FindFirstSet((int)x));
            static int FindFirstSet(long x) => x == 0 ? 0 : (int)long.TrailingZeroCount(x) + 1;
            static int FindFirstSet(ulong x) => unchecked(FindFirstSet((long)x));

            """),
        ("brev", "BitReverse", """
            static uint BitReverse(uint x)
            {
                x = (x & 0x55555555u) << 1 | x >> 1 & 0x55555555u;
                x = (x & 0x33333333u) << 2 | x >> 2 & 0x33333333u;
                x = (x & 0x0f0f0f0fu) << 4 | x >> 4 & 0x0f0f0f0fu;
                return System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(x);
            }
            static int BitReverse(int x) => unchecked((int)BitReverse((uint)x));
            static ulong BitReverse(ulong x) => unchecked((ulong)BitReverse((uint)x) << 32 | BitReverse((uint)(x >> 32)));
            static long BitReverse(long x) => unchecked((long)BitReverse((ulong)x));

            """),
        ("byte_perm", "BytePermute", """
            static uint BytePermute(uint a, uint b, uint selector)
            {
                ulong both = a | (ulong)b << 32;
                uint result = 0;
                for (int i = 0; i < 32; i += 8)
                {
                    uint s = selector >> i / 2 & 0xf;
                    byte one = unchecked((byte)(both >> (int)(s & 7) * 8));
                    result |= (uint)((s & 8) == 0 ? one : unchecked((byte)((sbyte)one >> 7))) << i;
                }
                return result;
            }

            """),
        ("mulhi", "MultiplyHigh", """
            static int MultiplyHigh(int a, int b) => (int)((long)a * b >> 32);
            static uint MultiplyHigh(uint a, uint b) => (uint)((ulong)a * b >> 32);
            static long MultiplyHigh(long a, long b) => Math.BigMul(a, b, out _);
            static ulong MultiplyHigh(ulong a, ulong b) => Math.BigMul(a, b, out _);

            """),
        ("funnel_left", "FunnelShiftLeft", "static uint FunnelShiftLeft(uint low, uint high, uint shift) => (uint)(((ulong)high << 32 | low) << (int)(shift & 31) >> 32);\n"),
        ("funnel_right", "FunnelShiftRight", "static uint FunnelShiftRight(uint low, uint high, uint shift) => unchecked((uint)(((ulong)high << 32 | low) >> (int)(shift & 31)));\n"),
        ("sad", "AbsoluteDifference", """
            static uint AbsoluteDifference(int a, int b, uint c) => unchecked((uint)Math.Abs((long)a - b) + c);
            static uint AbsoluteDifference(uint a, uint b, uint c) => unchecked((a < b ? b - a : a - b) + c);

            """),
        ("trap", "Trap", """
            /// <summary>Ends the launch, which throws this.</summary>
            static void Trap() => throw new InvalidOperationException("a thread trapped");

            """),
        ("mul24", "Multiply24", """
            static int Multiply24(int a, int b) => unchecked((a << 8 >> 8) * (b << 8 >> 8));
            static uint Multiply24(uint a, uint b) => unchecked((a & 0xffffffu) * (b & 0xffffffu));

            """),
    ];

    /// <summary>The numbers that atomics take.</summary>
    public static readonly IReadOnlyDictionary<Scalar, string> Numbers = new Dictionary<Scalar, string>
    {
        [Scalar.I32] = "int", [Scalar.U32] = "uint", [Scalar.I64] = "long", [Scalar.U64] = "ulong", [Scalar.F32] = "float", [Scalar.F64] = "double",
    };

    /// <summary>What its functions are called.</summary>
    public static IEnumerable<string> FunctionNames => Functions.Concat(CSharpMath.Functions).Select(f => f.Name).Concat(CSharpMath.Internal);

    private readonly HashSet<string> _intrinsics = new(StringComparer.Ordinal);
    private readonly HashSet<(string Type, AtomicOp Op)> _atomics = [];
    private bool _brainFloats;
    private bool _vectors;

    /// <param name="type">The struct that the module becomes.</param>
    public static string For(Module module, string type)
    {
        var uses = new CSharpPrelude();
        foreach (var f in module.Functions)
        {
            uses.Walk(f);
        }
        bool vectors = module.Functions.Any(f => f.Lets.Any(l => VectorWords.Is(l.Type))) || uses._vectors;
        var text = new StringBuilder($$"""
            using System;
            using System.Runtime.CompilerServices;
            using System.Runtime.InteropServices;
            {{(vectors ? "using System.Runtime.Intrinsics;\n" : "")}}
            /// <summary>Kernels: the static methods launch them, the others are what one thread does, or one block. Pointers are to memory that stays where it is.</summary>
            [SkipLocalsInit]
            public unsafe struct {{type}}
            {
            /// <summary>Compiled at once as good as it gets: a kernel is called once for many threads.</summary>
            const MethodImplOptions Fast = MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization;

            uint ThreadX, ThreadY, ThreadZ, BlockX, BlockY, BlockZ, BlockDimX, BlockDimY, BlockDimZ, GridDimX, GridDimY, GridDimZ;
            {{(module.Functions.Any(f => f.Variables.Any(v => v.IsDynamic)) ? "byte* Shared;\n" : "")}}{{(module.Functions.Any(LaunchText.MeetsGrid) ? "System.Threading.Barrier Grid;\n" : "")}}{{(module.Functions.Any(LaunchText.Prints) ? "System.Text.StringBuilder Printed;\n" : "")}}
            """);
        if (uses._brainFloats || module.Functions.Any(f => f.Lets.Any(l => Holds(l.Type)) || f.Variables.Any(v => Holds(v.Type))) || module.Globals.Any(g => Holds(g.Type)) || module.Structs.Any(Holds))
        {
            text.Append(BrainFloat);
        }
        if (uses._intrinsics.Contains(VectorWords.RootName))
        {
            text.Append('\n').Append(VectorWords.Root);
        }
        if (uses._intrinsics.Contains("print"))
        {
            text.Append(CSharpPrinting.Text);
        }
        if (Intrinsics.Directed.Any(i => uses._intrinsics.Contains(i.Name)))
        {
            text.Append('\n').Append(CSharpMath.Rounded);
        }
        if (uses._intrinsics.Contains("erf") || uses._intrinsics.Contains("erfc"))
        {
            text.Append('\n').Append(CSharpMath.Gauss);
        }
        foreach (var (intrinsic, _, function) in Functions.Concat(CSharpMath.Functions))
        {
            text.Append(uses._intrinsics.Contains(intrinsic) ? "\n" + function : "");
        }
        uses.Atomics(text);
        if (module.Globals.Count > 0)
        {
            text.Append("""

                /// <summary>Memory of a variable, which lasts as long as the process does.</summary>
                static T* Memory<T>(int count, T[] values = null) where T : unmanaged
                {
                    var memory = (T*)NativeMemory.AllocZeroed((nuint)count, (nuint)sizeof(T));
                    values.AsSpan().CopyTo(new Span<T>(memory, count));
                    return memory;
                }

                """);
        }
        return text.ToString();
    }

    private static bool Holds(IrType type) => type switch
    {
        ScalarType s => s.Kind == Scalar.BF16,
        PointerType p => p.Pointee is not StructType && Holds(p.Pointee),
        ArrayType a => Holds(a.Element),
        StructType s => s.Fields.Any(f => Holds(f.Type)),
        _ => false,
    };

    private const string BrainFloat = """

        /// <summary>The upper half of a float, rounded to nearest even; of NaNs there is one.</summary>
        public struct BFloat16
        {
            public ushort Bits;
            public static explicit operator float(BFloat16 x) => BitConverter.UInt32BitsToSingle((uint)x.Bits << 16);
            public static explicit operator BFloat16(float x)
            {
                uint bits = BitConverter.SingleToUInt32Bits(x);
                return new BFloat16 { Bits = float.IsNaN(x) ? (ushort)0x7fff : unchecked((ushort)((bits + 0x7fffu + (bits >> 16 & 1u)) >> 16)) };
            }
        }

        """;

    protected override void Enter(Stmt statement)
    {
        if (statement is Atomic a)
        {
            _atomics.Add((CSharpWords.Dialect.Scalars[((ScalarType)a.Target.Type).Kind], a.Op));
        }
        if (statement is Call c)
        {
            _intrinsics.Add(c.Intrinsic.Name);
        }
    }

    protected override void Enter(Expr expression)
    {
        _brainFloats |= expression.Type == IrType.BF16;
        _vectors |= VectorWords.Is(expression.Type);
        if (expression is Pure p)
        {
            _intrinsics.Add(p.Intrinsic.Name);
        }
    }

    // What the library has for whole numbers, and what it has not, by compare and exchange.
    private static readonly (AtomicOp Op, string Name, string? Whole, string Change)[] Changes =
    [
        (AtomicOp.Add, "Add", "unchecked(System.Threading.Interlocked.Add(ref *p, v) - v)", "old + v"), (AtomicOp.Sub, "Sub", "unchecked(System.Threading.Interlocked.Add(ref *p, 0 - v) + v)", "old - v"),
        (AtomicOp.And, "And", "System.Threading.Interlocked.And(ref *p, v)", ""), (AtomicOp.Or, "Or", "System.Threading.Interlocked.Or(ref *p, v)", ""), (AtomicOp.Xor, "Xor", null, "old ^ v"),
        (AtomicOp.Min, "Min", null, "v < old ? v : old"), (AtomicOp.Max, "Max", null, "v > old ? v : old"),
        (AtomicOp.Increment, "Inc", null, "old >= v ? 0u : old + 1u"), (AtomicOp.Decrement, "Dec", null, "old == 0u || old > v ? v : old - 1u"),
    ];

    /// <summary>CUDA's atomics, so that blocks may run on several threads.</summary>
    private void Atomics(StringBuilder text)
    {
        foreach (string type in _atomics.Select(a => a.Type).Distinct().Order(StringComparer.Ordinal))
        {
            text.Append('\n');
            foreach (var (_, name, whole, change) in Changes.Where(c => _atomics.Contains((type, c.Op))))
            {
                text.Append(whole is not null && type is not ("float" or "double") ? $"static {type} atomic{name}({type}* p, {type} v) => {whole};\n" : $$"""
                    static {{type}} atomic{{name}}({{type}}* p, {{type}} v)
                    {
                        for ({{type}} old = *p; ;)
                        {
                            {{type}} seen = atomicCAS(p, old, {{change}});
                            if ({{Same(type)}}) return old;
                            old = seen;
                        }
                    }

                    """);
            }
            text.Append($"static {type} atomicExch({type}* p, {type} v) => System.Threading.Interlocked.Exchange(ref *p, v);\n");
            text.Append($"static {type} atomicCAS({type}* p, {type} expected, {type} v) => System.Threading.Interlocked.CompareExchange(ref *p, v, expected);\n");
        }
    }

    // Floats by their bits: the zeroes differ.
    private static string Same(string type) => type switch
    {
        "float" => "BitConverter.SingleToInt32Bits(seen) == BitConverter.SingleToInt32Bits(old)",
        "double" => "BitConverter.DoubleToInt64Bits(seen) == BitConverter.DoubleToInt64Bits(old)",
        _ => "seen == old",
    };
}
