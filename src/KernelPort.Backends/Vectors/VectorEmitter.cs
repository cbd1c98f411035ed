using System.Globalization;
using System.Text;
using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <summary>How a kernel is printed. <paramref name="Merged"/>: blocks taken as one; <paramref name="IsSparing"/>: no tensors for what could be computed again.</summary>
internal sealed record VectorOptions(int Merged = 1, bool IsSparing = false)
{
    public bool Reassociates { get; init; }

    public bool KeepsRange { get; init; }

    public bool SelectsFloats { get; init; }

    /// <summary>Elements at a time of rows that a block walks through; none where that is no more than it has threads.</summary>
    public int Row { get; init; }
}

/// <summary>A kernel's text, the functions it needs, and its tier.</summary>
/// <param name="Rows">Loops over rows that are written by pieces of a row.</param>
internal sealed record VectorText(string Text, IReadOnlyCollection<string> Helpers, KernelForm Form, int Rows);

/// <summary>Prints what runs one block of a kernel: each per-thread value is a tensor with a lane a thread, all lanes in lock step under
/// masks. Every copy stands between barriers, for machines whose units do not wait for each other.</summary>
internal sealed partial class VectorEmitter
{
    private readonly VectorMachine _m;

    // No tensors for what could be computed again.
    private readonly bool _sparing;

    // Sums of a block in the machine's own order.
    private readonly bool _reassociates;

    // Nothing is computed by tensors of int32 that may wrap.
    private readonly bool _keepsRange;
    private readonly Function _kernel;
    private readonly Extent _threads;

    // Blocks that are taken as one: then the lanes that there are is a variable, n.
    private readonly int _merged;
    private Extent _block;
    private int _lanes;
    private readonly int _slotBytes;
    private readonly Value?[] _lets;
    private readonly Memory?[] _memory;
    // Where a tensor of shared or private memory lies, in bytes; none for dynamic shared memory, which comes last.
    private readonly Dictionary<Memory, VectorPlace> _at = new(ReferenceEqualityComparer.Instance);
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
    // Of the machine and of FreeFunctions.
    private readonly SortedSet<string> _helpers = new(StringComparer.Ordinal);
    private bool _usesLibrary;
    private int _laneLoops;
    private int _calls;

    // How copies out combine with what is there, while they do.
    private AtomicOp? _combine;

    private VectorEmitter(VectorMachine machine, Function kernel, Extent threads, VectorOptions options)
    {
        int merged = options.Merged;
        _sparing = options.IsSparing;
        _reassociates = options.Reassociates;
        _keepsRange = options.KeepsRange;
        _selectsFloats = options.SelectsFloats && !machine.MasksAreLanes;
        _m = machine;
        _kernel = kernel;
        _threads = threads;
        _merged = merged;
        var block = threads with { X = threads.X * merged };
        _block = block;
        _lanes = block.X * block.Y * block.Z;
        // Comparisons take whole steps of 256 bytes, so that a tensor has a multiple of 64 lanes.
        _rowLanes = options.Row > block.X && machine.CountsAreExact ? options.Row : 0;
        _slotBytes = (Math.Max(_lanes, _rowLanes) + 63) / 64 * 256;
        _lets = new Value?[kernel.Lets.Count];
        _memory = new Memory?[kernel.Variables.Count];
        _stored = StoredBuffers.Of(kernel);
        _uses = LetUses.Of(kernel);
        _pointed = PointedVariables.Of(kernel);
        _allX = new Range("0", Size('x'), true);
        _allY = new Range("0", Build.Invariant($"{block.Y}"), true);
        _allZ = new Range("0", Build.Invariant($"{block.Z}"), true);
        _mask = Full;
    }

    private Mask Full => new(_inRow ? new Range("0", "n", true) : _allX, _allY, _allZ, -1);

    /// <exception cref="NotVectorised">A statement has no vector form.</exception>
    public static VectorText Emit(VectorMachine machine, Function kernel, Extent block, VectorOptions options)
    {
        var emitter = new VectorEmitter(machine, kernel, block, options);
        return new VectorText(emitter.Run(), emitter._helpers, emitter.Form, emitter._rows);
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
                .. _spans > 0 ? new[] { Build.Invariant($"{_spans} reads lane by lane where {_m.BeyondSpan}") } : [],
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
                _at[_memory[i]!] = new VectorPlace(-1, 0);
                continue;
            }
            long bytes = ((mine ? count * (_slotBytes / 4) : count) * 4 + 255) / 256 * 256;
            _memory[i] = new Memory(name, element, false, mine ? -count : count);
            _at[_memory[i]!] = new VectorPlace(_memoryBytes, bytes / 4);
            _memoryBytes += (int)bytes;
        }
    }

    private string Print()
    {
        int roomAt = _memoryBytes + (_slots * _slotBytes);
        int dynamicAt = roomAt + _roomBytes + (_m.WorkTensors * _slotBytes);
        int scratch = _m.ScratchBytes - (_usesLibrary ? _m.LibraryBytes : 0);
        if (dynamicAt > scratch)
        {
            throw new NotVectorised(Build.Invariant($"the values of a block of {_lanes} threads take {dynamicAt} bytes of {_m.ScratchName}, where there are {_m.ScratchBytes}"));
        }
        return _m.Print(new VectorKernel
        {
            Function = _kernel,
            Threads = _threads,
            Merged = _merged,
            Form = Form,
            Calls = _calls,
            Body = _text.ToString(),
            Tables = _tableText.ToString(),
            Declarations = Declarations(),
            Parameters = [.. _kernel.Parameters.Select(Parameter)],
            Memories = [.. _memory.OfType<Memory>().Select(m => new VectorMemory(Tensor(m), _at[m]))],
            ScratchBytes = scratch,
            Slots = _slots,
            SlotBytes = _slotBytes,
            SlotsAt = _memoryBytes,
            RoomAt = roomAt,
            RoomBytes = _roomBytes,
            Bytes = dynamicAt,
            IsDynamic = _dynamic,
        });
    }

    private VectorParameter Parameter(LetId p) => _kernel.TypeOf(p) is PointerType pointer
        ? new VectorParameter(ParameterName(p), Element(pointer), true)
        : new VectorParameter(ParameterName(p), ParameterWord(_kernel.TypeOf(p), _kernel, p), false);

    private static string Element(PointerType p) => LeafOf(p.Pointee) is ScalarType leaf ? Scalars.Storage(leaf) : throw new NotVectorised($"a buffer of {p.Pointee}");

    private void Line(FormattableString text) => Raw(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>A line; none where a machine has nothing to say.</summary>
    private void Raw(string text)
    {
        if (text.Length > 0)
        {
            _text.Append(' ', _indent * 4).Append(text).Append('\n');
        }
    }

    /// <summary>An operation of the vector unit.</summary>
    private void Vector(string operation, params Operand[] operands)
    {
        _calls++;
        Lines(operation, operands);
    }

    private void Lines(string operation, params Operand[] operands)
    {
        foreach (string line in _m.Call(operation, operands))
        {
            Raw(line);
        }
    }

    /// <summary>An operation that is done once, before the blocks.</summary>
    private string Made(string operation, params Operand[] operands) => string.Concat(_m.Call(operation, operands).Select(l => $"        {l}\n"));

    private void Used(string helper) => _helpers.Add(helper);

    private Operand Floats(int slot) => Lanes(slot, "float");

    private Operand Ints(int slot) => Lanes(slot, "int32_t");

    private Operand Unsigned(int slot) => Lanes(slot, "uint32_t");

    private Operand MaskAt(int slot) => slot < FirstInMemory ? _m.View(slot, VectorMachine.Mask) : Lanes(slot, "uint8_t");

    private string AllLanes => Build.Invariant($"{_lanes}");

    /// <summary>What is between accesses that must not overtake each other, where the machine needs it.</summary>
    private void Fence() => Raw(_m.Barrier);

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
        if (_inRow)
        {
            throw new NotVectorised("a table, which is as long as a block");
        }
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
                return Made("Sequence", Ints(slot), AllLanes);
            }
            int lane = CoordinateTable('l');
            string make = Divided(slot, lane, axis == 'z' ? _block.X * _block.Y : _block.X);
            return axis switch
            {
                'z' => make,
                'y' => _block.Z == 1 ? make : make + Remainder(slot, slot, Table("scratch", _ => ""), _block.Y),
                // x = lane - (lane / X) * X
                _ => make + Made("Muls", Ints(slot), Ints(slot), Build.Invariant($"int32_t({-_block.X})"), AllLanes) + Made("Add", Ints(slot), Ints(slot), Ints(lane), AllLanes),
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
                return Made("Muls", Ints(slot), Ints(CoordinateTable('l')), "int32_t(4)", AllLanes);
            }
            var text = new StringBuilder(Made("Duplicate", Ints(slot), "int32_t(0)", AllLanes));
            foreach (var (axis, stride) in new[] { ('x', s.X), ('y', s.Y), ('z', s.Z) })
            {
                if (stride != "0")
                {
                    int table = CoordinateTable(axis);
                    int scratch = Table("scratch", _ => "");
                    text.Append(Made("Muls", Ints(scratch), Ints(table), $"int32_t({Scalars.Mul(stride, "4")})", AllLanes)).Append(Made("Add", Ints(slot), Ints(slot), Ints(scratch), AllLanes));
                }
            }
            return text.ToString();
        });
    }

    // Exact: (lane + 0.5) / n stays further from a whole number than float rounds.
    private string Divided(int to, int from, int by) =>
        Made("Cast", Floats(to), Ints(from), "RINT", AllLanes) + Made("Adds", Floats(to), Floats(to), "0.5f", AllLanes) + Made("Muls", Floats(to), Floats(to), Build.Invariant($"1.0f / {by}"), AllLanes) + Made("Cast", Ints(to), Floats(to), "FLOOR", AllLanes);

    private string Remainder(int to, int from, int scratch, int by) =>
        Divided(scratch, from, by) + Made("Muls", Ints(scratch), Ints(scratch), Build.Invariant($"int32_t({-by})"), AllLanes) + Made("Add", Ints(to), Ints(from), Ints(scratch), AllLanes);
}
