using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <content>Copies between global memory and tensors that are no plain row: rows that begin anywhere, elements that lie apart, elements that lanes point at.</content>
internal sealed partial class VectorEmitter
{
    // What one copy may take besides the tensors.
    private const int MostRoom = 64 * 1024;

    // Eight elements a repeat, 255 repeats.
    private const int MostExpanded = 255 * 8;

    private int _roomBytes;
    private int _spans;

    /// <summary>How the elements of a box of lanes lie: rows of one direction, repeated in others.</summary>
    private sealed record Layout(char Inner, bool Contiguous, char[] Outer, long Pitch, long Bytes);

    /// <summary>Memory for copies, as elements of a type; each use ends before the next begins.</summary>
    private Operand Room(IrType type, long bytes)
    {
        _roomBytes = Math.Max(_roomBytes, (int)((bytes + 255) / 256 * 256));
        return RoomAs(Scalars.Storage(type));
    }

    private Operand RoomAs(string element) => element == "float" ? new Operand("room", "float") : _m.Reinterpret(new Operand("room", "float"), element);

    /// <summary>How far apart elements or rows lie in a tensor that copies fill one by one.</summary>
    private long Blocks(long bytes) => (bytes + _m.CopyBlock - 1) / _m.CopyBlock * _m.CopyBlock;

    private int SizeOf(char axis) => axis switch { 'x' => _block.X, 'y' => _block.Y, _ => _block.Z };

    private static string StrideOf(Strides s, char axis) => axis switch { 'x' => s.X, 'y' => s.Y, _ => s.Z };

    private Range RangeOf(char axis) => axis switch { 'x' => _mask.X, 'y' => _mask.Y, _ => _mask.Z };

    /// <summary>Directions in which elements differ, inner first; null where they would take too much.</summary>
    private Layout? LayoutOf(Value at, IrType type)
    {
        char[] axes = [.. "xyz".Where(a => StrideOf(at.Strides, a) != "0")];
        char inner = axes[0];
        char[] outer = axes[1..];
        bool contiguous = StrideOf(at.Strides, inner) == "1" && RangeOf(inner).Low == "0" && (type.Size > 1 || _m.CopyBlock == 1);
        long pitch = contiguous ? Blocks(SizeOf(inner) * type.Size) / type.Size : Blocks(type.Size) / type.Size;
        long bytes = pitch * type.Size * (contiguous ? 1 : SizeOf(inner)) * outer.Aggregate(1L, (n, a) => n * SizeOf(a));
        return bytes > MostRoom ? null : new Layout(inner, contiguous, outer, pitch, bytes);
    }

    /// <summary>Loops over the outer directions but the last, and in them one call: where the rows begin, the step between them, how many.</summary>
    /// <param name="call">Given the first row's offset in the tensor, its place in global memory, the step, the rows and the elements of a row.</param>
    private void EachRow(Value at, Layout l, Action<string, string, string, string, string> call)
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
        call(first, place, row == ' ' ? "0" : StrideOf(at.Strides, row), rows, n);
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
        Used("LoadRows");
        bool direct = (l.Contiguous || l.Pitch == 1) && l.Inner == 'x' && "xyz".All(a => SizeOf(a) == 1 || StrideOf(at.Strides, a) != "0") && (l.Outer.Length == 0 || l.Pitch == (l.Contiguous ? _block.X : 1));
        int stage = Scalars.IsNarrow(type) && (type.Size > 1 || _m.WidensByCopies) ? NewSlot() : to;
        var into = direct ? Stage(stage, type) : Room(type, l.Bytes);
        Fence();
        EachRow(at, l, (first, place, step, rows, n) => Vector("KpLoadRows", From(into, first), $"{l.Pitch}u", Tensor(at.Memory!), place, step, rows, n));
        Fence();
        if (!direct)
        {
            int offsets = Offsets(l, type);
            string count = Prefix(_mask) ?? N;
            // Of elements of eight bits the word they begin is picked, where there is no such gather.
            string words = type.Size switch { 1 => _m.WidensByCopies ? "uint8_t" : "int32_t", 2 => "uint16_t", _ => Scalars.Carrier(type) };
            var picked = type.Size switch { 1 => _m.WidensByCopies ? _m.Stage(stage, "uint8_t") : Ints(to), 2 => _m.Stage(stage, "uint16_t"), _ => Typed(to, type) };
            Picked(picked, RoomAs(words), offsets, "uint32_t(0)", count);
        }
        if (type.Size == 1 && !direct && !_m.WidensByCopies)
        {
            int cut = Cut(Value.Tensor(IrType.I32, to), type).Slot;
            Vector("KpCopy", Ints(to), Ints(cut), N);
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
            // From a block an element.
            l = new Layout(l.Inner, false, l.Outer, Blocks(type.Size) / type.Size, Blocks(type.Size) * _lanes);
            if (l.Bytes > MostRoom)
            {
                return false;
            }
        }
        string rows_ = _m.StoreRows(_combine);
        Used(rows_);
        var from = direct ? Stage(Scalars.IsNarrow(type) ? Narrowed(Materialise(value), type) : Materialise(value), type) : Expanded(type, value);
        Fence();
        EachRow(at, l, (first, place, step, rows, n) => Vector("Kp" + rows_, Tensor(at.Memory!), place, step, rows, n, From(from, first), $"{l.Pitch}u"));
        Fence();
        return true;
    }

    /// <summary>A value with a block of memory a lane, from where copies can take it alone.</summary>
    private Operand Expanded(IrType type, Value value)
    {
        int lanes = Materialise(value);
        if (_m.CopyBlock == 1)
        {
            return Stage(Scalars.IsNarrow(type) ? Narrowed(lanes, type) : lanes, type);
        }
        if (_lanes > MostExpanded)
        {
            throw new NotVectorised("more lanes than one expansion takes");
        }
        var room = Room(type, 32L * ((_lanes + 7) / 8 * 8));
        // The low bytes of an int32 are the small integer.
        var (word, source) = Scalars.IsSmallFloat(type) ? ("uint16_t", Raw(Narrowed(lanes, type), type)) : ("int32_t", Ints(lanes));
        Fence();
        Vector("Expand", RoomAs(word), source, Varies ? "(n + 7) / 8" : Build.Invariant($"{(_lanes + 7) / 8}"));
        return room;
    }

    /// <summary>Elements that lanes point at, or that only some lanes read: a span of memory is brought in and picked from, where it is short enough.</summary>
    private bool LoadSpan(Value at, IrType type, int to)
    {
        // What finds the span chooses among int32.
        if ((type.Size == 1 && !_m.WidensByCopies) || _selectsFloats)
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
        Used("Fetch");
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
        var picked = type.Size < 4 ? _m.Stage(stage, Build.Invariant($"uint{type.Size * 8}_t")) : Typed(to, type);
        string found = NewName("near");
        Fence();
        Line($"const bool {found} = {_m.Fetch(new FetchOperands(picked, Tensor(at.Memory!), place, Floats(index), scale, Floats(besides < 0 ? index : besides), besides < 0 ? "false" : "true", reach, MaskAt(bits), Room(type, _m.SpanBytes), Floats(offsets), Floats(work), N))};");
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
        Raw(_m.CopyIn(Stage(one, type), Tensor(at.Memory!), LaneAddress(at), "1", type));
        Fence();
        Raw(_m.Set(Raw(stage, type), "l", _m.Get(Raw(one, type), "0")));
        // The next lane's copy must not be quicker than this.
        Fence();
        EndLanes();
        _laneLoops = counted ? _laneLoops : loops;
    }

    /// <summary>Each lane's element by a copy of its own, all under way together.</summary>
    private void StoreLanes(Value at, IrType type, Value value)
    {
        if (Blocks(type.Size) * _lanes <= MostRoom)
        {
            var room = Expanded(type, value);
            BeginLanes(_mask);
            CopyOut(at.Memory!, LaneAddress(at), _m.From(room, Build.Invariant($"uint32_t(l){(Blocks(type.Size) == type.Size ? "" : $" * {Blocks(type.Size) / type.Size}")}")), "1", type);
            // Of lanes that store to one place the last must stay the last.
            Raw(_m.CopyOrder);
            EndLanes();
            return;
        }
        int one = NewSlot();
        int narrow = Scalars.IsNarrow(type) ? Narrowed(Materialise(value), type) : -1;
        BeginLanes(_mask);
        Raw(_m.Set(narrow >= 0 ? Raw(one, type) : Stage(one, type), "0", narrow >= 0 ? _m.Get(Raw(narrow, type), "l") : OfLane(value)));
        Fence();
        CopyOut(at.Memory!, LaneAddress(at), Stage(one, type), "1", type);
        Fence();
        EndLanes();
    }

    /// <summary>Byte offsets x * X + y * Y + z * Z, made once.</summary>
    private int ByteTable(long x, long y, long z) => Table(Build.Invariant($"bytes {x} {y} {z}"), slot =>
    {
        var text = new System.Text.StringBuilder(Made("Duplicate", Ints(slot), "int32_t(0)", AllLanes));
        foreach (var (axis, stride) in new[] { ('x', x), ('y', y), ('z', z) })
        {
            if (stride != 0 && SizeOf(axis) > 1)
            {
                int table = CoordinateTable(axis);
                int scratch = Table("scratch", _ => "");
                text.Append(Made("Muls", Ints(scratch), Ints(table), $"int32_t({stride})", AllLanes)).Append(Made("Add", Ints(slot), Ints(slot), Ints(scratch), AllLanes));
            }
        }
        return text.ToString();
    });
}
