using System.Globalization;
using System.Text;
using KernelPort.Ir;

namespace KernelPort.Backends.Cann.Vector;

/// <summary>A kernel's text, the functions of <see cref="Threads.ScalarHelpers.Free"/> it needs, and its tier.</summary>
internal sealed record VectorText(string Text, IReadOnlyCollection<string> Helpers, KernelForm Form);

/// <summary>Prints a kernel as a class whose Block runs one block: each per-thread value is a tensor with a lane a thread, all lanes in lock step under
/// masks. Every copy stands between barriers of all pipes: the form others are compared with.</summary>
internal sealed partial class VectorEmitter
{
    private const int SlabBytes = UnifiedBuffer.Bytes;

    // Functions of the library take what is left of the buffer; how much they want no document says for A2.
    private const int LibraryBytes = 32 * 1024;

    private readonly Function _kernel;
    private readonly Extent _threads;

    // Blocks that are taken as one: then the lanes that there are is a variable, n.
    private readonly int _merged;
    private readonly Extent _block;
    private readonly int _lanes;
    private readonly int _slotBytes;
    private readonly Value?[] _lets;
    private readonly Memory?[] _memory;
    private readonly StringBuilder _memoryText = new();
    private readonly Dictionary<string, int> _tables = new(StringComparer.Ordinal);
    private readonly StringBuilder _tableText = new();
    private readonly HashSet<string> _stored;
    private readonly Range _allX;
    private readonly Range _allY;
    private readonly Range _allZ;
    private StringBuilder _text = new();
    private int _indent = 2;
    private int _next;
    private int _memoryBytes;
    private bool _dynamic;
    private int _slots;
    private SortedSet<int> _free = [];
    private List<int> _region = [];
    private List<int> _temporary = [];
    private Mask _mask;
    // Of ScalarHelpers.Free.
    private readonly SortedSet<string> _helpers = new(StringComparer.Ordinal);
    private bool _usesLibrary;
    private int _laneLoops;
    private int _calls;

    private VectorEmitter(Function kernel, Extent threads, int merged)
    {
        _kernel = kernel;
        _threads = threads;
        _merged = merged;
        var block = threads with { X = threads.X * merged };
        _block = block;
        _lanes = block.X * block.Y * block.Z;
        // Comparisons take whole steps of 256 bytes, so that a tensor has a multiple of 64 lanes.
        _slotBytes = (_lanes + 63) / 64 * 256;
        _lets = new Value?[kernel.Lets.Count];
        _memory = new Memory?[kernel.Variables.Count];
        _stored = StoredBuffers.Of(kernel);
        _allX = new Range("0", Size('x'), true);
        _allY = new Range("0", Build.Invariant($"{block.Y}"), true);
        _allZ = new Range("0", Build.Invariant($"{block.Z}"), true);
        _mask = Full;
    }

    private Mask Full => new(_allX, _allY, _allZ, -1);

    /// <exception cref="NotVectorised">A statement has no vector form.</exception>
    public static VectorText Emit(Module module, Function kernel, Extent block, int merged = 1)
    {
        var emitter = new VectorEmitter(kernel, block, merged);
        return new VectorText(emitter.Run(), emitter._helpers, emitter.Form);
    }

    /// <summary>Beyond a tenth of the statements lane after lane a kernel is not called vector code.</summary>
    private KernelForm Form
    {
        get
        {
            int statements = StatementCount.Of(_kernel);
            string[] why =
            [
                .. _laneLoops > 0 ? new[] { Build.Invariant($"{_laneLoops} loops over lanes in {statements} statements") } : [],
                .. _spans > 0 ? new[] { Build.Invariant($"{_spans} reads lane by lane where they span more than {SpanBytes} bytes") } : [],
            ];
            return new KernelForm(_kernel.SourceName, why.Length == 0 ? "T0" : _laneLoops * 10 <= statements ? "T1" : "T1, mostly lane by lane", string.Join(", ", why));
        }
    }

    private string Run()
    {
        foreach (var p in _kernel.Parameters)
        {
            var type = _kernel.TypeOf(p);
            string name = ParameterName(p);
            _lets[p.Index] = type is PointerType pointer
                ? new Value(type, Kind.Pointer, "0") { Memory = new Memory(name, LeafOf(pointer.Pointee), true, 0) { IsWritten = _stored.Contains(name) } }
                : type is StructType ? Given(type, name) : Value.Scalar(type, name);
            _ = type is PointerType or StructType ? "" : Scalars.Word(type);
            if (Scalars.IsSmallFloat(type))
            {
                throw new NotVectorised($"a parameter of type {type}");
            }
        }
        DeclareVariables();
        Body(_kernel.Body);
        return Print();
    }

    private string ParameterName(LetId p) => "p_" + _kernel.Lets[p.Index].Name;

    private void DeclareVariables()
    {
        for (int i = 0; i < _kernel.Variables.Count; i++)
        {
            var v = _kernel.Variables[i];
            var element = LeafOf(v.Type);
            if (!VariableUses.Of(_kernel).Contains(i))
            {
                continue;
            }
            if (!Scalars.IsLane(element))
            {
                throw new NotVectorised($"the variable '{v.Name}' of type {v.Type}", element == IrType.F64 || element == IrType.I64 || element == IrType.U64) { At = v.From.Span };
            }
            long count = Leaves(v.Type);
            bool mine = v.Space == AddressSpace.Local;
            string name = Build.Invariant($"m_{v.Name}{i}");
            if (v.IsDynamic)
            {
                if (Scalars.IsNarrow(element))
                {
                    // Its size counts narrow elements, which take four bytes each here.
                    throw new NotVectorised($"dynamic shared memory of {element}") { At = v.From.Span };
                }
                if (_dynamic)
                {
                    throw new NotVectorised("two arrays of dynamic shared memory");
                }
                _dynamic = true;
                _memory[i] = new Memory(name, element, false, 0);
                _memoryText.Append(CultureInfo.InvariantCulture, $"        {name} = slab.GetWithOffset<{Scalars.Carrier(element)}>(dynamicBytes / {element.Size}, KP_DYNAMIC_AT);\n");
                continue;
            }
            long bytes = ((mine ? count * (_slotBytes / 4) : count) * 4 + 255) / 256 * 256;
            _memory[i] = new Memory(name, element, false, mine ? -count : count);
            _memoryText.Append(CultureInfo.InvariantCulture, $"        {name} = slab.GetWithOffset<{Scalars.Carrier(element)}>({bytes / 4}, {_memoryBytes});\n");
            _memoryBytes += (int)bytes;
        }
    }

    private string Print()
    {
        int roomAt = _memoryBytes + (_slots * _slotBytes);
        int dynamicAt = roomAt + _roomBytes;
        if (dynamicAt > SlabBytes - (_usesLibrary ? LibraryBytes : 0))
        {
            throw new NotVectorised(Build.Invariant($"the values of a block of {_lanes} threads take {dynamicAt} bytes of unified buffer, where there are {SlabBytes}"));
        }
        var (body, events) = EventPass.Run(_text.ToString());
        var w = new StringBuilder();
        string type = "Kp_" + _kernel.Name;
        string C(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        string tier = Form.Tier == "T0" ? "T0: vector" : C($"{(Form.Tier == "T1" ? "T1: vector" : Form.Tier)}, with {Form.Why}");
        w.Append(C($"// {_kernel.SourceName}, for blocks of ({_threads.X}, {_threads.Y}, {_threads.Z}){(_merged > 1 ? C($", up to {_merged} as one") : "")}. {tier}; {_calls} vector calls, {_slots} tensors of {_slotBytes} bytes.\n"));
        w.Append(Declarations());
        w.Append(C($"class {type} {{\npublic:\n"));
        string parameters = string.Concat(_kernel.Parameters.Select(p => _kernel.TypeOf(p) is PointerType ? $"GM_ADDR {ParameterName(p)}Arg, " : $"{ParameterWord(_kernel.TypeOf(p), _kernel, p)} {ParameterName(p)}Arg, "));
        w.Append(C($"    __aicore__ inline void Init({parameters}uint32_t gridX, uint32_t gridY, uint32_t gridZ, uint32_t dynamicBytes)\n    {{\n"));
        foreach (var p in _kernel.Parameters)
        {
            string name = ParameterName(p);
            w.Append(_kernel.TypeOf(p) is PointerType pointer
                ? C($"        {name}.SetGlobalBuffer((__gm__ {Element(pointer)}*){name}Arg);\n")
                : C($"        {name} = {name}Arg;\n"));
        }
        w.Append("        gx = gridX;\n        gy = gridY;\n        gz = gridZ;\n");
        w.Append(C($"        pipe.InitBuffer(slab, {dynamicAt}{(_dynamic ? " + (dynamicBytes + 255) / 256 * 256" : "")});\n"));
        w.Append(_memoryText.ToString().Replace("KP_DYNAMIC_AT", C($"{dynamicAt}"), StringComparison.Ordinal));
        for (int i = 0; i < _slots; i++)
        {
            w.Append(C($"        t{i} = slab.GetWithOffset<float>({_slotBytes / 4}, {_memoryBytes + (i * _slotBytes)});\n"));
            w.Append(C($"        t{i}i = t{i}.ReinterpretCast<int32_t>();\n        t{i}m = t{i}.ReinterpretCast<uint8_t>();\n"));
        }
        if (_roomBytes > 0)
        {
            w.Append(C($"        room = slab.GetWithOffset<float>({_roomBytes / 4}, {roomAt});\n"));
        }
        w.Append(_tableText);
        foreach (string e in events)
        {
            w.Append(C($"        e_{e} = pipe.AllocEventID<HardEvent::{e}>();\n"));
        }
        // Tables are made by the vector unit; what follows may read them otherwise.
        w.Append(_tableText.Length > 0 ? "        PipeBarrier<PIPE_ALL>();\n" : "");
        w.Append("    }\n\n    __aicore__ inline void Process()\n    {\n        const uint32_t blocks = gx * gy * gz;\n");
        if (_merged > 1)
        {
            // No core is to be idle for another's longer copies.
            w.Append(C($"        uint32_t merged = (blocks + uint32_t(GetBlockNum()) - 1) / uint32_t(GetBlockNum());\n        if (merged > {_merged}) merged = {_merged};\n        const uint32_t steps = (gx + merged - 1) / merged;\n"));
            w.Append("        for (uint32_t b = uint32_t(GetBlockIdx()); b < steps * gy * gz; b += uint32_t(GetBlockNum())) {\n            const uint32_t bx = b % steps * merged;\n");
            w.Append(C($"            Block(bx, b / steps % gy, b / steps / gy, int32_t((gx - bx < merged ? gx - bx : merged) * {_threads.X}));\n            PipeBarrier<PIPE_ALL>();\n        }}\n"));
        }
        else
        {
            w.Append("        for (uint32_t b = uint32_t(GetBlockIdx()); b < blocks; b += uint32_t(GetBlockNum())) {\n            Block(b % gx, b / gx % gy, b / gx / gy);\n            PipeBarrier<PIPE_ALL>();\n        }\n");
        }
        w.Append(string.Concat(events.Select(e => C($"        pipe.ReleaseEventID<HardEvent::{e}>(e_{e});\n")))).Append("    }\n\nprivate:\n");
        w.Append("    __aicore__ inline void Block(uint32_t bx, uint32_t by, uint32_t bz" + (_merged > 1 ? ", int32_t n" : "") + ")\n    {\n").Append(body).Append("    }\n\n");
        w.Append("    TPipe pipe;\n    TBuf<TPosition::VECCALC> slab;\n    uint32_t gx, gy, gz;\n");
        w.Append(string.Concat(events.Select(e => C($"    TEventID e_{e};\n"))));
        foreach (var p in _kernel.Parameters)
        {
            w.Append(_kernel.TypeOf(p) is PointerType pointer ? C($"    GlobalTensor<{Element(pointer)}> {ParameterName(p)};\n") : C($"    {ParameterWord(_kernel.TypeOf(p), _kernel, p)} {ParameterName(p)};\n"));
        }
        foreach (var m in _memory.OfType<Memory>())
        {
            w.Append(C($"    LocalTensor<{Scalars.Carrier(m.Element)}> {m.Name};\n"));
        }
        for (int i = 0; i < _slots; i++)
        {
            w.Append(C($"    LocalTensor<float> t{i};\n    LocalTensor<int32_t> t{i}i;\n    LocalTensor<uint8_t> t{i}m;\n"));
        }
        w.Append(_roomBytes > 0 ? "    LocalTensor<float> room;\n" : "").Append("};\n\n");
        w.Append(C($"extern \"C\" __global__ __aicore__ void {_kernel.Name}({parameters}uint32_t gridX, uint32_t gridY, uint32_t gridZ, uint32_t blockX, uint32_t blockY, uint32_t blockZ, uint32_t dynamicBytes)\n{{\n"));
        w.Append(EntryText.BlockCheck(_kernel, _threads)).Append(C($"    {type} block;\n"));
        w.Append(C($"    block.Init({string.Concat(_kernel.Parameters.Select(p => ParameterName(p) + "Arg, "))}gridX, gridY, gridZ, dynamicBytes);\n    block.Process();\n}}\n"));
        return w.ToString();
    }

    private static string Element(PointerType p) => LeafOf(p.Pointee) is ScalarType leaf ? Scalars.Storage(leaf) : throw new NotVectorised($"a buffer of {p.Pointee}");

    private void Line(FormattableString text) => Raw(text.ToString(CultureInfo.InvariantCulture));

    private void Raw(string text) => _text.Append(' ', _indent * 4).Append(text).Append('\n');

    /// <summary>A call of the vector unit.</summary>
    private void Vector(FormattableString text)
    {
        _calls++;
        Line(text);
    }

    private void Fence() => Raw(EventPass.Barrier);

    private string NewName(string prefix = "v") => Build.Invariant($"{prefix}{_next++}");

    /// <summary>A tensor that lives until its statement ends, or its region where a let keeps it.</summary>
    private int NewSlot()
    {
        int slot = TakeSlot();
        _temporary.Add(slot);
        return slot;
    }

    private int TakeSlot()
    {
        if (_free.Count > 0)
        {
            int least = _free.Min;
            _free.Remove(least);
            return least;
        }
        return _slots++;
    }

    /// <summary>A tensor of the region around: results and what loops carry.</summary>
    private int RegionSlot()
    {
        int slot = TakeSlot();
        _region.Add(slot);
        return slot;
    }

    private void Keep(Value value)
    {
        foreach (int slot in value.Slots)
        {
            if (_temporary.Remove(slot))
            {
                _region.Add(slot);
            }
        }
    }

    private void DropTemporaries()
    {
        _free.UnionWith(_temporary);
        _temporary.Clear();
    }

    /// <summary>A table made once in Init.</summary>
    private int Table(string key, Func<int, string> make)
    {
        if (!_tables.TryGetValue(key, out int slot))
        {
            // Never of the free ones: those are written in every block.
            slot = _slots++;
            _tables[key] = slot;
            // Tables this one is made of print themselves first.
            string text = make(slot);
            _tableText.Append(text);
        }
        return slot;
    }

    /// <summary>x, y or z of each lane, or its number (l), as int32.</summary>
    private int CoordinateTable(char axis)
    {
        if (axis == 'x' && _block.X == _lanes)
        {
            axis = 'l';
        }
        return Table("coordinate " + axis, slot =>
        {
            if (axis == 'l')
            {
                return Build.Invariant($"        CreateVecIndex(t{slot}i, int32_t(0), {_lanes});\n");
            }
            int lane = CoordinateTable('l');
            string make = Divided(slot, lane, axis == 'z' ? _block.X * _block.Y : _block.X);
            return axis switch
            {
                'z' => make,
                'y' => _block.Z == 1 ? make : make + Remainder(slot, slot, Table("scratch", _ => ""), _block.Y),
                // x = lane - (lane / X) * X
                _ => make + Build.Invariant($"        Muls(t{slot}i, t{slot}i, int32_t({-_block.X}), {_lanes});\n        Add(t{slot}i, t{slot}i, t{lane}i, {_lanes});\n"),
            };
        });
    }

    /// <summary>Byte offsets x * X + y * Y + z * Z of elements of four bytes.</summary>
    private int OffsetTable(Strides s)
    {
        bool linear = s.X == "1" && (_block.Y == 1 || s.Y == Build.Invariant($"{_block.X}")) && (_block.Z == 1 || s.Z == Build.Invariant($"{_block.X * _block.Y}"));
        return Table(linear ? "offsets l" : $"offsets {s.X} {s.Y} {s.Z}", slot =>
        {
            if (linear)
            {
                return Build.Invariant($"        Muls(t{slot}i, t{CoordinateTable('l')}i, int32_t(4), {_lanes});\n");
            }
            var text = new StringBuilder(Build.Invariant($"        Duplicate(t{slot}i, int32_t(0), {_lanes});\n"));
            foreach (var (axis, stride) in new[] { ('x', s.X), ('y', s.Y), ('z', s.Z) })
            {
                if (stride != "0")
                {
                    int table = CoordinateTable(axis);
                    int scratch = Table("scratch", _ => "");
                    text.Append(Build.Invariant($"        Muls(t{scratch}i, t{table}i, int32_t({Scalars.Mul(stride, "4")}), {_lanes});\n        Add(t{slot}i, t{slot}i, t{scratch}i, {_lanes});\n"));
                }
            }
            return text.ToString();
        });
    }

    // Exact: (lane + 0.5) / n stays further from a whole number than float rounds.
    private string Divided(int to, int from, int by) => Build.Invariant(
        $"        Cast(t{to}, t{from}i, RoundMode::CAST_RINT, {_lanes});\n        Adds(t{to}, t{to}, 0.5f, {_lanes});\n        Muls(t{to}, t{to}, 1.0f / {by}, {_lanes});\n        Cast(t{to}i, t{to}, RoundMode::CAST_FLOOR, {_lanes});\n");

    private string Remainder(int to, int from, int scratch, int by) =>
        Divided(scratch, from, by) + Build.Invariant($"        Muls(t{scratch}i, t{scratch}i, int32_t({-by}), {_lanes});\n        Add(t{to}i, t{from}i, t{scratch}i, {_lanes});\n");
}
