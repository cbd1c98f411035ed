using System.Globalization;
using System.Text;
using KernelPort.Backends.Vectors;
using KernelPort.Ir;

namespace KernelPort.Backends.Cann.Vector;

/// <summary>The text around the body of a block: a class that owns the unified buffer, and the kernel's entry.</summary>
internal static class KernelText
{
    public const string Head = """
        #include "kernel_operator.h"
        using namespace AscendC;

        __aicore__ inline float KpFloat(uint32_t bits)
        {
            union { uint32_t u; float f; } x;
            x.u = bits;
            return x.f;
        }

        __aicore__ inline uint32_t KpWordOf(float value)
        {
            union { uint32_t u; float f; } x;
            x.f = value;
            return x.u;
        }

        """;

    public const string VectorHead = """

        __aicore__ inline int32_t KpClamp(int64_t value, int32_t most) { return value < 0 ? 0 : value > most ? most : int32_t(value); }

        // How many multiples of a step, from 0 on, lie below a limit.
        __aicore__ inline int64_t KpSteps(int64_t limit, int64_t step) { return limit <= 0 ? 0 : (limit + step - 1) / step; }

        // An unsigned index of neighbouring lanes: where the lanes that run are, less the times that it wrapped. Lanes that wrap where others do not are no row.
        __aicore__ inline int64_t KpUnwrapped(int64_t base, int64_t least, int64_t most)
        {
            const int64_t wraps = (base + least) >> 32 << 32;
            ascendc_assert(most < least || base + most - wraps < (int64_t(1) << 32), "an unsigned index wraps between neighbouring threads\\n");
            return base - wraps;
        }

        // The same bits: no vector copy of any length exists, but adding 0 to them as numbers does.
        template <class T> __aicore__ inline void KpCopy(const LocalTensor<T>& to, const LocalTensor<T>& from, int32_t n)
        {
            Adds(to.template ReinterpretCast<int32_t>(), from.template ReinterpretCast<int32_t>(), int32_t(0), n);
        }

        """;

    public static string Of(VectorKernel k)
    {
        var queues = QueueForm.Of(k);
        var (body, events) = queues is null ? EventPass.Run(k.Body) : (queues.Body, []);
        IReadOnlyList<int> slots = queues?.Slots ?? [.. Enumerable.Range(0, k.Slots)];
        int slab = queues is null ? k.Bytes : slots.Count * k.SlotBytes;
        var w = new StringBuilder();
        string type = "Kp_" + k.Function.Name;
        string C(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        w.Append(C($"// {k.Function.SourceName}, for blocks of ({k.Threads.X}, {k.Threads.Y}, {k.Threads.Z}){(k.Merged > 1 ? C($", up to {k.Merged} as one") : "")}{(queues is null ? "" : ", copies in queues of two buffers")}. {k.Tier}; {k.Calls} vector calls, {k.Slots} tensors of {k.SlotBytes} bytes.\n"));
        w.Append(k.Declarations);
        w.Append(C($"class {type} {{\npublic:\n"));
        string parameters = string.Concat(k.Parameters.Select(p => p.IsBuffer ? $"GM_ADDR {p.Name}Arg, " : $"{p.Word} {p.Name}Arg, "));
        w.Append(C($"    __aicore__ inline void Init({parameters}uint32_t gridX, uint32_t gridY, uint32_t gridZ, uint32_t dynamicBytes)\n    {{\n"));
        foreach (var p in k.Parameters)
        {
            w.Append(p.IsBuffer ? C($"        {p.Name}.SetGlobalBuffer((__gm__ {p.Word}*){p.Name}Arg);\n") : C($"        {p.Name} = {p.Name}Arg;\n"));
        }
        w.Append("        gx = gridX;\n        gy = gridY;\n        gz = gridZ;\n");
        if (slab > 0 || k.IsDynamic)
        {
            w.Append(C($"        pipe.InitBuffer(slab, {slab}{(k.IsDynamic ? " + (dynamicBytes + 255) / 256 * 256" : "")});\n"));
        }
        w.Append(string.Concat(Queues(queues).Select(q => C($"        pipe.InitBuffer({q.Name}, 2, {k.SlotBytes});\n"))));
        foreach (var (tensor, place) in k.Memories)
        {
            var (elements, from) = place.From < 0 ? ("dynamicBytes / 4", k.Bytes) : (C($"{place.Elements}"), place.From);
            w.Append(C($"        {tensor} = slab.GetWithOffset<{tensor.Element}>({elements}, {from});\n"));
        }
        for (int at = 0; at < slots.Count; at++)
        {
            int i = slots[at];
            w.Append(C($"        t{i} = slab.GetWithOffset<float>({k.SlotBytes / 4}, {k.SlotsAt + (at * k.SlotBytes)});\n"));
            w.Append(C($"        t{i}i = t{i}.ReinterpretCast<int32_t>();\n        t{i}m = t{i}.ReinterpretCast<uint8_t>();\n"));
        }
        if (k.RoomBytes > 0)
        {
            w.Append(C($"        room = slab.GetWithOffset<float>({k.RoomBytes / 4}, {k.RoomAt});\n"));
        }
        w.Append(k.Tables);
        foreach (string e in events)
        {
            w.Append(C($"        e_{e} = pipe.AllocEventID<HardEvent::{e}>();\n"));
        }
        // Tables are made by the vector unit; what follows may read them otherwise.
        w.Append(k.Tables.Length > 0 ? "        PipeBarrier<PIPE_ALL>();\n" : "");
        w.Append("    }\n\n    __aicore__ inline void Process()\n    {\n        const uint32_t blocks = gx * gy * gz;\n");
        if (k.Merged > 1)
        {
            // No core is to be idle for another's longer copies.
            w.Append(C($"        uint32_t merged = (blocks + uint32_t(GetBlockNum()) - 1) / uint32_t(GetBlockNum());\n        if (merged > {k.Merged}) merged = {k.Merged};\n        const uint32_t steps = (gx + merged - 1) / merged;\n"));
            w.Append("        for (uint32_t b = uint32_t(GetBlockIdx()); b < steps * gy * gz; b += uint32_t(GetBlockNum())) {\n            const uint32_t bx = b % steps * merged;\n");
            w.Append(C($"            Block(bx, b / steps % gy, b / steps / gy, int32_t((gx - bx < merged ? gx - bx : merged) * {k.Threads.X}));\n{(queues is null ? "            PipeBarrier<PIPE_ALL>();\n" : "")}        }}\n"));
        }
        else
        {
            w.Append("        for (uint32_t b = uint32_t(GetBlockIdx()); b < blocks; b += uint32_t(GetBlockNum())) {\n            Block(b % gx, b / gx % gy, b / gx / gy);\n            PipeBarrier<PIPE_ALL>();\n        }\n");
        }
        w.Append(string.Concat(events.Select(e => C($"        pipe.ReleaseEventID<HardEvent::{e}>(e_{e});\n")))).Append("    }\n\nprivate:\n");
        w.Append("    __aicore__ inline void Block(uint32_t bx, uint32_t by, uint32_t bz" + (k.Merged > 1 ? ", int32_t n" : "") + ")\n    {\n").Append(body).Append("    }\n\n");
        w.Append("    TPipe pipe;\n").Append(slab > 0 || k.IsDynamic ? "    TBuf<TPosition::VECCALC> slab;\n" : "");
        w.Append(string.Concat(Queues(queues).Select(q => $"    TQue<TPosition::{q.Position}, 1> {q.Name};\n"))).Append("    uint32_t gx, gy, gz;\n");
        w.Append(string.Concat(events.Select(e => C($"    TEventID e_{e};\n"))));
        foreach (var p in k.Parameters)
        {
            w.Append(p.IsBuffer ? C($"    GlobalTensor<{p.Word}> {p.Name};\n") : C($"    {p.Word} {p.Name};\n"));
        }
        foreach (var (tensor, _) in k.Memories)
        {
            w.Append(C($"    LocalTensor<{tensor.Element}> {tensor};\n"));
        }
        foreach (int i in slots)
        {
            w.Append(C($"    LocalTensor<float> t{i};\n    LocalTensor<int32_t> t{i}i;\n    LocalTensor<uint8_t> t{i}m;\n"));
        }
        w.Append(k.RoomBytes > 0 ? "    LocalTensor<float> room;\n" : "").Append("};\n\n");
        w.Append(C($"extern \"C\" __global__ __aicore__ void {k.Function.Name}({parameters}uint32_t gridX, uint32_t gridY, uint32_t gridZ, uint32_t blockX, uint32_t blockY, uint32_t blockZ, uint32_t dynamicBytes)\n{{\n"));
        w.Append(EntryText.BlockCheck(k.Function, k.Threads)).Append(C($"    {type} block;\n"));
        w.Append(C($"    block.Init({string.Concat(k.Parameters.Select(p => p.Name + "Arg, "))}gridX, gridY, gridZ, dynamicBytes);\n    block.Process();\n}}\n"));
        return w.ToString();
    }

    private static IEnumerable<(string Name, string Position)> Queues(QueueForm? form) =>
        form is null ? [] : [.. form.InputQueues.Select(q => (q, "VECIN")), .. form.OutputQueues.Select(q => (q, "VECOUT"))];
}
