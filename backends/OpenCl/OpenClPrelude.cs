using System.Text;
using KernelPort.Backends.CLike;
using KernelPort.Ir;

namespace KernelPort.Backends.OpenCl;

/// <summary>The pragmas and helper functions a module needs, and no others.</summary>
internal sealed class OpenClPrelude : Walker
{
    private readonly HashSet<string> _intrinsics = new(StringComparer.Ordinal);
    private readonly HashSet<(Scalar From, Scalar To)> _casts = [];
    private readonly HashSet<AtomicOp> _atomics = [];
    private bool _floatAdd;

    public static string For(Module module)
    {
        var uses = new OpenClPrelude();
        foreach (var f in module.Functions)
        {
            uses.Walk(f);
        }
        var text = new StringBuilder("#pragma OPENCL FP_CONTRACT OFF\n");
        if (CudaWords.Uses(module, Scalar.F64) || uses._casts.Any(c => Scalar.F64 == c.From || Scalar.F64 == c.To))
        {
            text.Append("#pragma OPENCL EXTENSION cl_khr_fp64 : enable\n");
        }
        uses.Conversions(text, CudaWords.Uses(module, Scalar.F16), CudaWords.Uses(module, Scalar.BF16));
        foreach (var (name, helper) in Helpers)
        {
            text.Append(uses._intrinsics.Contains(name) ? helper : "");
        }
        foreach (string space in new[] { "global", "local" })
        {
            uses.Atomics(text, space);
        }
        return text.ToString();
    }

    protected override void Enter(Stmt statement)
    {
        if (statement is Atomic a)
        {
            _atomics.Add(a.Op);
            _floatAdd |= a.Op == AtomicOp.Add && a.Target.Type == IrType.F32;
        }
    }

    protected override void Enter(Expr expression)
    {
        switch (expression)
        {
            case Pure p:
                _intrinsics.Add(p.Intrinsic.Name);
                break;
            case Cast { Type: ScalarType to, Operand.Type: ScalarType from }:
                _casts.Add((from.Kind, to.Kind));
                break;
        }
    }

    private void Conversions(StringBuilder text, bool half, bool bfloat)
    {
        if (half)
        {
            text.Append("static float kp_half_to_float(ushort x) { return vload_half(0, (const __private half *)&x); }\n");
            text.Append("static ushort kp_float_to_half(float x) { ushort h; vstore_half_rte(x, 0, (__private half *)&h); return h; }\n");
        }
        if (_casts.Contains((Scalar.F64, Scalar.F16)))
        {
            text.Append("static ushort kp_double_to_half(double x) { ushort h; vstore_half_rte(x, 0, (__private half *)&h); return h; }\n");
        }
        if (bfloat)
        {
            text.Append("static float kp_bfloat_to_float(ushort x) { return as_float((uint)x << 16); }\n");
            text.Append("static ushort kp_float_to_bfloat(float x) { uint b = as_uint(x); return isnan(x) ? (ushort)0x7fff : (ushort)((b + 0x7fffu + ((b >> 16) & 1u)) >> 16); }\n");
        }
    }

    // The first look is atomic too: a plain read beside another block's update is a race.
    private void Atomics(StringBuilder text, string space)
    {
        if (_floatAdd)
        {
            text.Append($$"""
                static float kp_atomic_add_float_{{space}}(volatile __{{space}} float *p, float x) {
                    volatile __{{space}} int *bits = (volatile __{{space}} int *)p;
                    int seen = atomic_cmpxchg(bits, 0, 0), old;
                    do {
                        old = seen;
                        seen = atomic_cmpxchg(bits, old, as_int(as_float(old) + x));
                    } while (seen != old);
                    return as_float(old);
                }

                """);
        }
        foreach (var (op, word, next) in new[] { (AtomicOp.Increment, "inc", "old >= limit ? 0u : old + 1u"), (AtomicOp.Decrement, "dec", "old == 0u || old > limit ? limit : old - 1u") })
        {
            if (_atomics.Contains(op))
            {
                text.Append($$"""
                    static uint kp_atomic_{{word}}_{{space}}(volatile __{{space}} uint *p, uint limit) {
                        uint seen = atomic_cmpxchg(p, 0u, 0u), old;
                        do {
                            old = seen;
                            seen = atomic_cmpxchg(p, old, {{next}});
                        } while (seen != old);
                        return old;
                    }

                    """);
            }
        }
    }

    private static readonly (string Intrinsic, string Text)[] Helpers =
    [
        ("abs", "static int kp_abs(int x) { return (int)abs(x); }\nstatic long kp_absll(long x) { return (long)abs(x); }\n"),
        ("ffs", "static int kp_ffs(int x) { return x == 0 ? 0 : 32 - (int)clz((uint)x & (0u - (uint)x)); }\nstatic int kp_ffsll(long x) { return x == 0 ? 0 : 64 - (int)clz((ulong)x & (0UL - (ulong)x)); }\n"),
        ("brev", """
            static uint kp_brev(uint x) {
                x = (x & 0x55555555u) << 1 | ((x >> 1) & 0x55555555u);
                x = (x & 0x33333333u) << 2 | ((x >> 2) & 0x33333333u);
                x = (x & 0x0f0f0f0fu) << 4 | ((x >> 4) & 0x0f0f0f0fu);
                x = (x & 0x00ff00ffu) << 8 | ((x >> 8) & 0x00ff00ffu);
                return x << 16 | x >> 16;
            }
            static ulong kp_brevll(ulong x) { return (ulong)kp_brev((uint)x) << 32 | kp_brev((uint)(x >> 32)); }

            """),
        ("byte_perm", """
            static uint kp_byte_perm(uint a, uint b, uint s) {
                ulong both = a | (ulong)b << 32;
                uint result = 0;
                for (int i = 0; i < 4; i++) {
                    uint n = (s >> (4 * i)) & 0xfu;
                    uint one = (uint)(both >> (8 * (n & 7u))) & 0xffu;
                    result |= ((n & 8u) != 0 ? ((one & 0x80u) != 0 ? 0xffu : 0u) : one) << (8 * i);
                }
                return result;
            }

            """),
        ("funnel_left", "static uint kp_funnel_left(uint lo, uint hi, uint s) { return (uint)(((((ulong)hi << 32) | lo) << (s & 31u)) >> 32); }\n"),
        ("funnel_right", "static uint kp_funnel_right(uint lo, uint hi, uint s) { return (uint)((((ulong)hi << 32) | lo) >> (s & 31u)); }\n"),
        ("dp4a_s", """
            static int kp_dp4a_s(int a, int b, int c) {
                char4 x = as_char4(a), y = as_char4(b);
                return c + x.x * y.x + x.y * y.y + x.z * y.z + x.w * y.w;
            }

            """),
        ("dp4a_u", """
            static uint kp_dp4a_u(uint a, uint b, uint c) {
                uchar4 x = as_uchar4(a), y = as_uchar4(b);
                return c + x.x * y.x + x.y * y.y + x.z * y.z + x.w * y.w;
            }

            """),
        ("mul24", "static int kp_mul24(int a, int b) { return (a << 8 >> 8) * (b << 8 >> 8); }\nstatic uint kp_umul24(uint a, uint b) { return (a & 0xffffffu) * (b & 0xffffffu); }\n"),
    ];
}
