using System.Globalization;
using System.Text;
using KernelPort.Backends.Vectors;
using KernelPort.Ir;

namespace KernelPort.Backends.Bang.Vector;

/// <summary>The text around the body of a block: a struct of pointers into NRAM, and the kernel's entry.</summary>
internal static class KernelText
{
    public static readonly string Head = """
        #include <bang.h>
        #include <stdint.h>

        // Made for mtp_592 and what has as much of it: the compiler keeps 128 KB of NRAM for itself.
        #define KP_NRAM_BYTES (KP_BYTES)
        #if __MLU_NRAM_SIZE__ * 1024 - 128 * 1024 < KP_NRAM_BYTES
        #error "this text needs more NRAM than the machine has"
        #endif
        __nram__ uint8_t kpNram[KP_NRAM_BYTES];

        // There is no assertion in the language: a build for debugging gives one.
        #ifndef KP_ASSERT
        #define KP_ASSERT(condition, message) ((void)0)
        #endif

        __mlu_func__ float KpFloat(uint32_t bits)
        {
            union { uint32_t u; float f; } x;
            x.u = bits;
            return x.f;
        }

        __mlu_func__ uint32_t KpWordOf(float value)
        {
            union { uint32_t u; float f; } x;
            x.f = value;
            return x.u;
        }

        """.Replace("KP_BYTES", Build.Invariant($"{NeuronMemory.Bytes / 1024} * 1024"), StringComparison.Ordinal);

    public const string VectorHead = """

        // Calls take whole multiples of 64 elements, and tensors have so many.
        __mlu_func__ int32_t KpWhole(int32_t n) { return n < 1 ? 64 : (n + 63) / 64 * 64; }

        __mlu_func__ int32_t KpClamp(int64_t value, int32_t most) { return value < 0 ? 0 : value > most ? most : int32_t(value); }

        // How many multiples of a step, from 0 on, lie below a limit.
        __mlu_func__ int64_t KpSteps(int64_t limit, int64_t step) { return limit <= 0 ? 0 : (limit + step - 1) / step; }

        // An unsigned index of neighbouring lanes: where the lanes that run are, less the times that it wrapped. Lanes that wrap where others do not are no row.
        __mlu_func__ int64_t KpUnwrapped(int64_t base, int64_t least, int64_t most)
        {
            const int64_t wraps = (base + least) >> 32 << 32;
            KP_ASSERT(most < least || base + most - wraps < (int64_t(1) << 32), "an unsigned index wraps between neighbouring threads");
            return base - wraps;
        }

        template <class T> __mlu_func__ void KpCopy(T *to, T *from, int32_t n)
        {
            if (n > 0 && to != from) __memcpy(to, from, n * sizeof(T), NRAM2NRAM);
        }

        // In an order of the machine's own.
        __mlu_func__ void KpSum(float *to, float *from, int32_t n, float *work)
        {
            __bang_write_value(work, KpWhole(n), 0.0f);
            KpCopy(work, from, n);
            to[0] = __bang_sum(work, KpWhole(n));
        }

        """;

    /// <summary>Leaves a launch the text was not written for.</summary>
    public static string BlockCheck(Function kernel, Extent block) => Build.Invariant(
        $"    // The text is for this block alone: another launch computes nothing, and says so where assertions are on.\n    if (blockX != {block.X} || blockY != {block.Y} || blockZ != {block.Z}) {{\n        KP_ASSERT(false, \"{kernel.SourceName} is for blocks of ({block.X}, {block.Y}, {block.Z})\");\n        return;\n    }}\n");

    public static string Of(VectorKernel k)
    {
        var w = new StringBuilder();
        string type = "Kp_" + k.Function.Name;
        string C(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        string parameters = string.Concat(k.Parameters.Select(p => p.IsBuffer ? $"{p.Word} *{p.Name}Arg, " : $"{p.Word} {p.Name}Arg, "));
        int work = k.Bytes - (2 * k.SlotBytes);
        w.Append(C($"// {k.Function.SourceName}, for blocks of ({k.Threads.X}, {k.Threads.Y}, {k.Threads.Z}){(k.Merged > 1 ? C($", up to {k.Merged} as one") : "")}. {k.Tier}; {k.Calls} vector operations, {k.Slots} tensors of {k.SlotBytes} bytes.\n"));
        w.Append(k.Declarations);
        w.Append(C($"struct {type} {{\n    __mlu_func__ void Init({parameters}uint32_t gridX, uint32_t gridY, uint32_t gridZ)\n    {{\n"));
        w.Append(string.Concat(k.Parameters.Select(p => C($"        {p.Name} = {p.Name}Arg;\n"))));
        w.Append("        gx = gridX;\n        gy = gridY;\n        gz = gridZ;\n");
        foreach (var (tensor, place) in k.Memories)
        {
            w.Append(C($"        {tensor} = ({tensor.Element} *)(kpNram + {(place.From < 0 ? k.Bytes : place.From)});\n"));
        }
        for (int i = 0; i < k.Slots; i++)
        {
            w.Append(C($"        t{i} = (float *)(kpNram + {k.SlotsAt + (i * k.SlotBytes)});\n        t{i}i = (int32_t *)t{i};\n"));
        }
        w.Append(k.RoomBytes > 0 ? C($"        room = (float *)(kpNram + {k.RoomAt});\n") : "");
        w.Append(C($"        work0 = (float *)(kpNram + {work});\n        work1 = (float *)(kpNram + {work + k.SlotBytes});\n"));
        w.Append(k.Tables).Append("    }\n\n    __mlu_func__ void Process()\n    {\n        const uint32_t blocks = gx * gy * gz;\n");
        if (k.Merged > 1)
        {
            // No core is to be idle for another's longer copies.
            w.Append(C($"        uint32_t merged = (blocks + taskDim - 1) / taskDim;\n        if (merged > {k.Merged}) merged = {k.Merged};\n        const uint32_t steps = (gx + merged - 1) / merged;\n"));
            w.Append("        for (uint32_t b = taskId; b < steps * gy * gz; b += taskDim) {\n            const uint32_t bx = b % steps * merged;\n");
            w.Append(C($"            Block(bx, b / steps % gy, b / steps / gy, int32_t((gx - bx < merged ? gx - bx : merged) * {k.Threads.X}));\n        }}\n"));
        }
        else
        {
            w.Append("        for (uint32_t b = taskId; b < blocks; b += taskDim) Block(b % gx, b / gx % gy, b / gx / gy);\n");
        }
        w.Append("    }\n\n    __mlu_func__ void Block(uint32_t bx, uint32_t by, uint32_t bz" + (k.Merged > 1 ? ", int32_t n" : "") + ")\n    {\n");
        w.Append(k.Merged > 1 ? "        const int32_t whole = KpWhole(n);\n" : "").Append(k.Body).Append("    }\n\n    uint32_t gx, gy, gz;\n");
        w.Append(string.Concat(k.Parameters.Select(p => p.IsBuffer ? C($"    {p.Word} *{p.Name};\n") : C($"    {p.Word} {p.Name};\n"))));
        w.Append(string.Concat(k.Memories.Select(m => C($"    {m.Tensor.Element} *{m.Tensor};\n"))));
        for (int i = 0; i < k.Slots; i++)
        {
            w.Append(C($"    float *t{i};\n    int32_t *t{i}i;\n"));
        }
        w.Append(k.RoomBytes > 0 ? "    float *room;\n" : "").Append("    float *work0, *work1;\n};\n\n");
        string given = string.Concat(k.Parameters.Select(p => p.IsBuffer ? $"{p.Word} *{p.Name}Arg, " : $"{p.Word} {p.Name}Arg, "));
        w.Append($"__mlu_global__ void {k.Function.Name}({given}uint32_t gridX, uint32_t gridY, uint32_t gridZ, uint32_t blockX, uint32_t blockY, uint32_t blockZ, uint32_t dynamicBytes)\n{{\n");
        w.Append("    if (__is_mpu()) return;\n").Append(BlockCheck(k.Function, k.Threads));
        w.Append(k.IsDynamic ? C($"    if (dynamicBytes > KP_NRAM_BYTES - {k.Bytes}) {{\n        KP_ASSERT(false, \"{k.Function.SourceName} has no room for so much dynamic shared memory\");\n        return;\n    }}\n") : "");
        w.Append(C($"    {type} block;\n    block.Init({string.Concat(k.Parameters.Select(p => p.Name + "Arg, "))}gridX, gridY, gridZ);\n    block.Process();\n}}\n"));
        return w.ToString();
    }
}
