using KernelPort.Ir;

namespace KernelPort.Backends.Cann.Vector;

/// <content>Copies between global memory and tensors that are no plain row: rows that begin anywhere, elements that lie apart, elements that lanes point at.</content>
internal sealed partial class VectorEmitter
{
    // What one copy may take besides the tensors.
    private const int MostRoom = 64 * 1024;

    // How much of global memory is brought in to pick from.
    private const int SpanBytes = 16 * 1024;

    private int _roomBytes;
    private int _spans;

    /// <summary>How the elements of a box of lanes lie: rows of one direction, repeated in others.</summary>
    private sealed record Layout(char Inner, bool Contiguous, char[] Outer, long Pitch, long Bytes);

    /// <summary>Memory for copies, as elements of a type; each use ends before the next begins.</summary>
    private string Room(IrType type, long bytes)
    {
        _roomBytes = Math.Max(_roomBytes, (int)((bytes + 255) / 256 * 256));
        return Scalars.Storage(type) == "float" ? "room" : $"room.ReinterpretCast<{Scalars.Storage(type)}>()";
    }

    private int SizeOf(char axis) => axis switch { 'x' => _block.X, 'y' => _block.Y, _ => _block.Z };

    private static string StrideOf(Strides s, char axis) => axis switch { 'x' => s.X, 'y' => s.Y, _ => s.Z };

    private Range RangeOf(char axis) => axis switch { 'x' => _mask.X, 'y' => _mask.Y, _ => _mask.Z };

    /// <summary>Directions in which elements differ, inner first; null where they would take too much.</summary>
    private Layout? LayoutOf(Value at, IrType type)
    {
        char[] axes = [.. "xyz".Where(a => StrideOf(at.Strides, a) != "0")];
        char inner = axes[0];
        char[] outer = axes[1..];
        bool contiguous = StrideOf(at.Strides, inner) == "1" && RangeOf(inner).Low == "0" && type.Size > 1;
        long pitch = contiguous ? ((SizeOf(inner) * type.Size) + 31) / 32 * 32 / type.Size : 32 / type.Size;
        long bytes = pitch * type.Size * (contiguous ? 1 : SizeOf(inner)) * outer.Aggregate(1L, (n, a) => n * SizeOf(a));
        return bytes > MostRoom ? null : new Layout(inner, contiguous, outer, pitch, bytes);
    }

    /// <summary>Loops over the outer directions but the last, and in them one call: where the rows begin, the step between them, how many.</summary>
    /// <param name="call">Given the first row's offset in the tensor, its place in global memory, the step, the rows and the elements of a row.</param>
    private void EachRow(Value at, Layout l, Func<string, string, string, string, string, string> call)
    {
        // Elements that lie apart are rows of one.
        char row = l.Contiguous ? l.Outer.Length > 0 ? l.Outer[0] : ' ' : l.Inner;
        char[] loops = l.Contiguous ? l.Outer.Length > 1 ? l.Outer[1..] : [] : l.Outer;
        string place = at.Text;
        string first = "0";
        long perRow = l.Pitch;
        foreach (char a in l.Contiguous ? l.Outer : [l.Inner, .. l.Outer])
        {
            bool loop = loops.Contains(a);
            string index = loop ? a.ToString() : RangeOf(a).Low;
            place = Scalars.Add(place, Scalars.Mul(StrideOf(at.Strides, a), index));
            first = Scalars.Add(first, Scalars.Mul(index, Build.Invariant($"{perRow}")));
            perRow *= SizeOf(a);
        }
        foreach (char a in loops.Reverse())
        {
            Line($"for (int32_t {a} = {RangeOf(a).Low}; {a} < {RangeOf(a).High}; ++{a}) {{");
            _indent++;
        }
        string n = l.Contiguous ? RangeOf(l.Inner).High : "1";
        string rows = row == ' ' ? "1" : RangeOf(row).Low == "0" ? RangeOf(row).High : $"{RangeOf(row).High} - {RangeOf(row).Low}";
        Line($"{call(first, place, row == ' ' ? "0" : StrideOf(at.Strides, row), rows, n)}");
        _calls++;
        foreach (char _ in loops)
        {
            _indent--;
            Raw("}");
        }
    }

    /// <summary>Where each lane's element lies in the memory for copies, in bytes.</summary>
    private int Offsets(Layout l, IrType type)
    {
        long each = l.Pitch * type.Size;
        var steps = new Dictionary<char, long> { ['x'] = 0, ['y'] = 0, ['z'] = 0 };
        steps[l.Inner] = l.Contiguous ? type.Size : each;
        if (!l.Contiguous)
        {
            each *= SizeOf(l.Inner);
        }
        foreach (char a in l.Outer)
        {
            steps[a] = each;
            each *= SizeOf(a);
        }
        return ByteTable(steps['x'], steps['y'], steps['z']);
    }

    /// <summary>The elements of a box of lanes; false where there is no form but lane by lane.</summary>
    private bool LoadBox(Value at, IrType type, int to)
    {
        if (!_mask.IsBox || LayoutOf(at, type) is not { } l)
        {
            return false;
        }
        _helpers.Add("LoadRows");
        string memory = at.Memory!.Name;
        bool direct = l.Contiguous && l.Inner == 'x' && "xyz".All(a => SizeOf(a) == 1 || StrideOf(at.Strides, a) != "0") && (l.Outer.Length == 0 || l.Pitch == _block.X);
        int stage = Scalars.IsNarrow(type) && type.Size > 1 ? NewSlot() : to;
        string into = direct ? Stage(stage, type) : Room(type, l.Bytes);
        Fence();
        EachRow(at, l, (first, place, step, rows, n) => $"KpLoadRows({From(into, first)}, {l.Pitch}u, {memory}, {place}, {step}, {rows}, {n});");
        Fence();
        if (!direct)
        {
            int offsets = Offsets(l, type);
            string count = Prefix(_mask) ?? N;
            // Of elements of eight bits the word they begin is picked, as there is no such gather.
            string words = type.Size switch { 1 => "int32_t", 2 => "uint16_t", _ => Scalars.Carrier(type) };
            string picked = type.Size switch { 1 => Build.Invariant($"t{to}i"), 2 => Build.Invariant($"t{stage}.ReinterpretCast<uint16_t>()"), _ => Typed(to, type) };
            Vector($"Gather({picked}, {(words == "float" ? "room" : $"room.ReinterpretCast<{words}>()")}, t{offsets}i.ReinterpretCast<uint32_t>(), uint32_t(0), uint32_t({count}));");
        }
        if (type.Size == 1 && !direct)
        {
            int cut = Cut(Value.Tensor(IrType.I32, to), type).Slot;
            Vector($"KpCopy(t{to}i, t{cut}i, {N});");
        }
        else if (Scalars.IsNarrow(type))
        {
            Widen(to, stage, type, N);
        }
        return true;
    }

    /// <summary>Stores for a box of lanes, each to an element of its own; false where there is no form but lane by lane.</summary>
    private bool StoreBox(Value at, IrType type, Value value)
    {
        if (!_mask.IsBox || "xyz".Any(a => SizeOf(a) > 1 && StrideOf(at.Strides, a) == "0") || LayoutOf(at, type) is not { } l)
        {
            return false;
        }
        bool direct = l.Contiguous && l.Inner == 'x' && (l.Outer.Length == 0 || l.Pitch == _block.X);
        if (!direct)
        {
            // From blocks of 32 bytes an element.
            l = new Layout(l.Inner, false, l.Outer, 32 / type.Size, 32L * _lanes);
            if (l.Bytes > MostRoom)
            {
                return false;
            }
        }
        _helpers.Add("StoreRows");
        string from = direct ? Stage(Scalars.IsNarrow(type) ? Narrowed(Materialise(value), type) : Materialise(value), type) : Expanded(type, value);
        Fence();
        EachRow(at, l, (first, place, step, rows, n) => $"KpStoreRows({at.Memory!.Name}, {place}, {step}, {rows}, {n}, {From(from, first)}, {l.Pitch}u);");
        Fence();
        return true;
    }

    /// <summary>A value with a block of 32 bytes a lane, from where copies can take it alone.</summary>
    private string Expanded(IrType type, Value value)
    {
        int lanes = Materialise(value);
        string room = Room(type, 32L * ((_lanes + 7) / 8 * 8));
        // The low bytes of an int32 are the small integer.
        (string word, string source) = Scalars.IsSmallFloat(type)
            ? ("uint16_t", Raw(Narrowed(lanes, type), type))
            : ("int32_t", Build.Invariant($"t{lanes}i"));
        Fence();
        Vector($"Brcb(room.ReinterpretCast<{word}>(), {source}, uint8_t({(_merged > 1 ? "(n + 7) / 8" : Build.Invariant($"{(_lanes + 7) / 8}"))}), BrcbRepeatParams{{1, 8}});");
        return room;
    }

    /// <summary>Elements that lanes point at, or that only some lanes read: a span of memory is brought in and picked from, where it is short enough.</summary>
    private bool LoadSpan(Value at, IrType type, int to)
    {
        if (type.Size == 1)
        {
            return false;
        }
        var indices = at.Indices.ToList();
        foreach (var w in at.Wrapped)
        {
            indices.Add(new LaneIndex(Materialise(new Value(IrType.I32, Kind.Affine, w.Text) { Strides = w.Strides }), true, w.Scale));
        }
        if (indices.Count > 1)
        {
            return false;
        }
        _helpers.Add("Fetch");
        _spans++;
        string reach = "0";
        foreach (char a in "xyz".Where(a => StrideOf(at.Strides, a) != "0"))
        {
            string stride = StrideOf(at.Strides, a);
            reach = Scalars.Add(reach, Scalars.Mul(Scalars.TryInt(stride, out long n) ? Build.Invariant($"{Math.Abs(n)}") : $"({stride} < 0 ? -{stride} : {stride})", Build.Invariant($"{SizeOf(a) - 1}")));
        }
        int besides = at.Strides.IsNone ? -1 : Materialise(new Value(IrType.I32, Kind.Affine, "0") { Strides = at.Strides });
        string place = at.Text;
        int index = besides;
        string scale = "1";
        if (indices.Count == 1)
        {
            index = indices[0].Slot;
            scale = Build.Invariant($"{indices[0].Scale}");
            if (indices[0].IsUnsigned)
            {
                index = Biased(index);
                place = Scalars.Add(place, Scalars.Mul("2147483648", scale));
            }
        }
        else
        {
            besides = -1;
        }
        int stage = Scalars.IsNarrow(type) ? NewSlot() : to;
        int offsets = NewSlot();
        int work = NewSlot();
        int bits = Bits(_mask);
        string picked = type.Size == 2 ? Build.Invariant($"t{stage}.ReinterpretCast<uint16_t>()") : Typed(to, type);
        string found = NewName("near");
        Fence();
        Line($"const bool {found} = KpFetch({picked}, {at.Memory!.Name}, {place}, t{index}, {scale}, t{(besides < 0 ? index : besides)}, {(besides < 0 ? "false" : "true")}, {reach}, t{bits}m, {Room(type, SpanBytes)}, {SpanBytes}u, t{offsets}, t{work}, {N});");
        _calls += 12 + (4 * (int)Math.Ceiling(Math.Log2(Math.Max(1, _lanes / 8.0))));
        Line($"if (!{found}) {{");
        _indent++;
        LoadLanes(at, type, stage, counted: false);
        _indent--;
        Raw("}");
        if (Scalars.IsNarrow(type))
        {
            Widen(to, stage, type, N);
        }
        return true;
    }

    private void LoadLanes(Value at, IrType type, int stage, bool counted = true)
    {
        int one = NewSlot();
        int loops = _laneLoops;
        BeginLanes(_mask);
        Line($"DataCopyPad({Stage(one, type)}, {at.Memory!.Name}[{LaneAddress(at)}], DataCopyExtParams{{1, {type.Size}, 0, 0, 0}}, DataCopyPadExtParams<{Scalars.Storage(type)}>{{false, 0, 0, {Scalars.Storage(type)}()}});");
        Fence();
        Line($"{Raw(stage, type)}.SetValue(l, {Raw(one, type)}.GetValue(0));");
        // The next lane's copy must not be quicker than this.
        Fence();
        EndLanes();
        _laneLoops = counted ? _laneLoops : loops;
    }

    /// <summary>Each lane's element by a copy of its own, all under way together.</summary>
    private void StoreLanes(Value at, IrType type, Value value)
    {
        if (32L * _lanes <= MostRoom)
        {
            string room = Expanded(type, value);
            BeginLanes(_mask);
            Line($"DataCopyPad({at.Memory!.Name}[{LaneAddress(at)}], {room}[uint32_t(l) * {32 / type.Size}], DataCopyExtParams{{1, {type.Size}, 0, 0, 0}});");
            // Of lanes that store to one place the last must stay the last.
            Raw("PipeBarrier<PIPE_MTE3>();");
            EndLanes();
            return;
        }
        int one = NewSlot();
        int narrow = Scalars.IsNarrow(type) ? Narrowed(Materialise(value), type) : -1;
        BeginLanes(_mask);
        Line($"{(narrow >= 0 ? Raw(one, type) : Stage(one, type))}.SetValue(0, {(narrow >= 0 ? $"{Raw(narrow, type)}.GetValue(l)" : OfLane(value))});");
        Fence();
        Line($"DataCopyPad({at.Memory!.Name}[{LaneAddress(at)}], {Stage(one, type)}, DataCopyExtParams{{1, {type.Size}, 0, 0, 0}});");
        Fence();
        EndLanes();
    }

    /// <summary>Byte offsets x * X + y * Y + z * Z, made once.</summary>
    private int ByteTable(long x, long y, long z) => Table(Build.Invariant($"bytes {x} {y} {z}"), slot =>
    {
        var text = new System.Text.StringBuilder(Build.Invariant($"        Duplicate(t{slot}i, int32_t(0), {_lanes});\n"));
        foreach (var (axis, stride) in new[] { ('x', x), ('y', y), ('z', z) })
        {
            if (stride != 0 && SizeOf(axis) > 1)
            {
                int table = CoordinateTable(axis);
                int scratch = Table("scratch", _ => "");
                text.Append(Build.Invariant($"        Muls(t{scratch}i, t{table}i, int32_t({stride}), {_lanes});\n        Add(t{slot}i, t{slot}i, t{scratch}i, {_lanes});\n"));
            }
        }
        return text.ToString();
    });
}
