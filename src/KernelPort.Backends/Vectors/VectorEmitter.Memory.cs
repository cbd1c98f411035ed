using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

internal sealed partial class VectorEmitter
{
    /// <summary>Where a place lies: a memory, an affine offset in elements, and a tensor to add where lanes differ freely.</summary>
    private Value Address(Place place)
    {
        switch (place)
        {
            case VariablePlace v:
                var memory = _memory[v.Id.Index]!;
                var start = new Value(IrType.I64, Kind.Pointer, "0") { Memory = memory };
                // A thread's own element i stands at i * lanes + lane.
                return memory.Length < 0 ? start with { Strides = new Strides("1", _block.Y > 1 ? Build.Invariant($"{_block.X}") : "0", _block.Z > 1 ? Build.Invariant($"{_block.X * _block.Y}") : "0") } : start;
            case Deref d:
                var pointer = Expression(d.Pointer);
                return pointer.Kind == Kind.Pointer && Units(d.Type, pointer.Memory!) > 0 ? pointer : throw new NotVectorised($"a pointer to {d.Type} that is no parameter's or array's own");
            case Element e:
                var basis = Address(e.Base);
                return Move(basis, Expression(e.Index), Units(e.Type, basis.Memory!) * (basis.Memory!.Length < 0 ? _slotBytes / 4 : 1));
            case Member { Base.Type: StructType s } m:
                var whole = Address(m.Base);
                return Further(whole, s.Fields[m.FieldIndex].Offset / whole.Memory!.Element.Size);
            default:
                throw new NotVectorised(place.GetType().Name);
        }
    }

    private Value Move(Value pointer, Value index, long scale)
    {
        string by = Build.Invariant($"{scale}");
        if (index.Kind is Kind.Uniform or Kind.Affine)
        {
            return pointer with
            {
                Text = Scalars.Add(pointer.Text, Scalars.Mul(Wide(index), by)), Strides = Scalars.Add(pointer.Strides, Scalars.Mul(index.Strides, by)),
                Wrapped = [.. pointer.Wrapped, .. index.Wrapped.Select(w => w with { Scale = w.Scale * scale })],
            };
        }
        if (index.Kind != Kind.Tensor)
        {
            throw new NotVectorised("an index that is no number");
        }
        return pointer with { Indices = [.. pointer.Indices, new LaneIndex(index.Slot, index.IsUnsigned, scale)] };
    }

    /// <summary>A pointer whose lanes that run step evenly: an unsigned index is taken where none of these wraps, which the text checks.</summary>
    private Value Unwrapped(Value at)
    {
        foreach (var w in at.Wrapped)
        {
            string least = "0", most = "0";
            foreach (var (stride, range) in new[] { (w.Strides.X, _mask.X), (w.Strides.Y, _mask.Y), (w.Strides.Z, _mask.Z) })
            {
                if (stride == "0")
                {
                    continue;
                }
                var (first, last) = (Scalars.Mul(stride, range.Low), Scalars.Mul(stride, $"({range.High} - 1)"));
                bool known = Scalars.TryInt(stride, out long n);
                least = Scalars.Add(least, known ? n > 0 ? first : last : $"({stride} > 0 ? {first} : {last})");
                most = Scalars.Add(most, known ? n > 0 ? last : first : $"({stride} > 0 ? {last} : {first})");
            }
            string name = NewName();
            Line($"const int64_t {name} = KpUnwrapped({w.Text}, {least}, {most});");
            at = at with { Text = Scalars.Add(at.Text, Scalars.Mul(name, Build.Invariant($"{w.Scale}"))), Strides = Scalars.Add(at.Strides, Scalars.Mul(w.Strides, Build.Invariant($"{w.Scale}"))) };
        }
        return at with { Wrapped = [] };
    }

    private bool IsRow(Strides s) => s.X == "1";

    /// <summary>Lane l's element is the l-th from the first.</summary>
    private bool IsLinear(Strides s) =>
        IsRow(s) && (_block.Y == 1 || s.Y == Build.Invariant($"{_block.X}")) && (_block.Z == 1 || s.Z == Build.Invariant($"{_block.X * _block.Y}"));

    private Value LoadAt(Value at, IrType type)
    {
        var memory = at.Memory!;
        if (!at.Wrapped.IsEmpty && at.Indices.IsEmpty && _mask.IsBox)
        {
            at = Unwrapped(at);
        }
        if (IsWider(type, memory))
        {
            return LoadPieces(at, type);
        }
        if (type is StructType structure)
        {
            return LoadStruct(at, structure);
        }
        if (type != memory.Element && LeafOf(memory.Element) == memory.Element)
        {
            return AsType(LoadAt(at, memory.Element), type);
        }
        if (at.IsStraight && at.Strides.IsNone)
        {
            return LoadOne(at, type);
        }
        if (!Scalars.IsLane(type))
        {
            throw new NotVectorised($"lanes of type {type}", type == IrType.F64 || type == IrType.I64 || type == IrType.U64);
        }
        var (to, _) = Target();
        var result = Value.Tensor(type, to);
        if (!memory.IsGlobal)
        {
            Gather(at, result);
            return result;
        }
        if (!(at.IsStraight && IsOneRow(at)) && ((at.IsStraight && LoadBox(at, type, to)) || LoadSpan(at, type, to)))
        {
            return result;
        }
        bool narrow = Scalars.IsNarrow(type);
        int stage = narrow ? NewSlot() : to;
        if (at.IsStraight && IsOneRow(at))
        {
            Fence();
            _calls++;
            Line($"if ({_mask.X.High} > 0) {_m.CopyIn(Stage(stage, type), Tensor(memory), at.Text, _mask.X.High, type)}");
            Fence();
        }
        else
        {
            LoadLanes(at, type, stage);
        }
        if (narrow)
        {
            Widen(to, stage, type, N);
        }
        return result;
    }

    /// <summary>One lane's address, in 64 bits and exact.</summary>
    private string LaneAddress(Value at)
    {
        string text = LaneOffset(at.Text, at.Strides);
        foreach (var w in at.Wrapped)
        {
            text = Scalars.Add(text, Scalars.Mul($"int64_t(uint32_t({LaneOffset(w.Text, w.Strides)}))", Build.Invariant($"{w.Scale}")));
        }
        foreach (var i in at.Indices)
        {
            string value = _m.Get(Ints(i.Slot), "l");
            text = Scalars.Add(text, Scalars.Mul(i.IsUnsigned ? $"int64_t(uint32_t({value}))" : $"int64_t({value})", Build.Invariant($"{i.Scale}")));
        }
        return text;
    }

    /// <summary>One element for all lanes; read only where some lane wants it.</summary>
    private Value LoadOne(Value at, IrType type)
    {
        var memory = at.Memory!;
        string name = NewName();
        if (!memory.IsGlobal)
        {
            Fence();
            Line($"const {Scalars.Word(type)} {name} = {Scalars.Word(type)}({_m.Get(Tensor(memory), at.Text)});");
        }
        else if (!memory.IsWritten && !Scalars.IsSmallFloat(type))
        {
            // Read-only: the scalar unit's cache cannot be stale.
            string text = _m.Get(Tensor(memory), at.Text);
            Line($"const {Scalars.Word(type)} {name} = {(_mask.IsFull ? "" : $"!({Any(_mask)}) ? {Scalars.Word(type)}(0) : ")}{Scalars.Word(type)}({text});");
        }
        else
        {
            if (!Scalars.IsLane(type))
            {
                throw new NotVectorised($"a {type} of a buffer the kernel writes");
            }
            int one = NewSlot();
            Fence();
            Line($"if ({Any(_mask)}) {_m.CopyIn(Stage(one, type), Tensor(memory), at.Text, "1", type)}");
            Fence();
            int wide = one;
            if (Scalars.IsSmallFloat(type))
            {
                wide = NewSlot();
                Widen(wide, one, type, "1");
            }
            Line($"const {Scalars.Word(type)} {name} = {_m.Get(Scalars.IsSmallFloat(type) ? Floats(wide) : Stage(one, type), "0")};");
        }
        return Value.Scalar(type, name);
    }

    /// <summary>A block of one direction whose first lanes read or write neighbouring elements.</summary>
    private bool IsOneRow(Value at) => IsRow(at.Strides) && _mask.IsBox && _mask.X.Low == "0" && _block.Y * _block.Z == 1;

    private Operand From(Operand tensor, string first) => first == "0" ? tensor : _m.From(tensor, first);

    private Operand Typed(int slot, IrType type) => Scalars.IsFloatLane(type) ? Floats(slot) : type == IrType.U32 ? Unsigned(slot) : Ints(slot);

    /// <summary>A memory as an operand: a kernel's buffer with what lies in it, a tensor with what carries it.</summary>
    private static Operand Tensor(Memory memory) => new(memory.Name, memory.IsGlobal ? Scalars.Storage(memory.Element) : Scalars.Carrier(memory.Element));

    private void CopyOut(Memory to, string at, Operand from, string count, IrType type) => Raw(_m.CopyOut(Tensor(to), at, from, count, type, _combine));

    /// <summary>Any pattern of reads from a tensor of shared or private memory.</summary>
    private void Gather(Value at, Value to)
    {
        var memory = Tensor(at.Memory!);
        bool literal = Scalars.TryInt(at.Strides.X, out _) && Scalars.TryInt(at.Strides.Y, out _) && Scalars.TryInt(at.Strides.Z, out _);
        string? prefix = Prefix(_mask);
        string count = prefix ?? N;
        if (!_m.Gathers)
        {
            if (at.IsStraight && _mask.IsBox)
            {
                PickRows(at, to.Slot);
                return;
            }
            BeginLanes(_mask);
            Raw(_m.Set(Typed(to.Slot, to.Type), "l", _m.Get(memory, LaneAddress(at))));
            EndLanes();
            return;
        }
        Fence();
        if (at.IsStraight && literal && !at.Strides.X.StartsWith('-') && !at.Strides.Y.StartsWith('-') && !at.Strides.Z.StartsWith('-') && prefix is not null)
        {
            Picked(Typed(to.Slot, to.Type), memory, OffsetTable(at.Strides), $"uint32_t({Scalars.Mul(at.Text, "4")})", count);
            return;
        }
        int offsets = NewSlot();
        // Modulo 2^32 as the offsets are: what wraps comes out right, and an element's offset fits.
        var index = Materialise(new Value(IrType.I32, Kind.Affine, at.Text) { Strides = at.Strides });
        foreach (var w in at.Wrapped)
        {
            MayWrap("an unsigned index");
            index = Summed(index, Materialise(new Value(IrType.I32, Kind.Affine, w.Text) { Strides = w.Strides }), w.Scale);
        }
        foreach (var i in at.Indices)
        {
            index = Summed(index, i.Slot, i.Scale);
        }
        Vector("Muls", Ints(offsets), Ints(index), "int32_t(4)", N);
        if (prefix is null)
        {
            // Lanes that do not run may point anywhere: they read the first element.
            ChooseOrZero(IrType.I32, offsets, Bits(_mask), offsets);
        }
        Picked(Typed(to.Slot, to.Type), memory, offsets, "uint32_t(0)", count);
    }

    /// <summary>Elements of a tensor by a tensor of offsets; one after the other where the machine has no such operation.</summary>
    private void Picked(Operand to, Operand from, int offsets, string first, string count)
    {
        if (!_m.Gathers)
        {
            Used("Gather");
            _laneLoops++;
        }
        Vector(_m.Gathers ? "Gather" : "KpGather", to, from, Unsigned(offsets), first, $"uint32_t({count})");
    }

    /// <summary>Elements that lie evenly apart, row by row, for a box of lanes.</summary>
    private void PickRows(Value at, int to)
    {
        Used("PickRow");
        string place = at.Text;
        string lane = _mask.X.Low;
        foreach (char a in "zy".Where(a => SizeOf(a) > 1))
        {
            Line($"for (int32_t {a} = {RangeOf(a).Low}; {a} < {RangeOf(a).High}; ++{a}) {{");
            _indent++;
            place = Scalars.Add(place, Scalars.Mul(StrideOf(at.Strides, a), a.ToString()));
            lane = Scalars.Add(lane, Scalars.Mul(Build.Invariant($"{(a == 'y' ? _block.X : _block.X * _block.Y)}"), a.ToString()));
        }
        Vector("KpPickRow", From(Ints(to), lane), _m.Reinterpret(From(Tensor(at.Memory!), Scalars.Add(place, Scalars.Mul(at.Strides.X, _mask.X.Low))), "int32_t"), at.Strides.X, $"{_mask.X.High} - {_mask.X.Low}");
        foreach (char _ in "zy".Where(a => SizeOf(a) > 1))
        {
            _indent--;
            Raw("}");
        }
    }

    private int Summed(int sum, int slot, long scale)
    {
        int part = slot;
        if (scale != 1)
        {
            part = NewSlot();
            Vector("Muls", Ints(part), Ints(slot), $"int32_t({scale})", N);
        }
        int to = NewSlot();
        Vector("Add", Ints(to), Ints(sum), Ints(part), N);
        return to;
    }

    /// <summary>What lies in memory as one type read or written as another of its size.</summary>
    private Value AsType(Value v, IrType type) => v.Type == type ? v : v.Type.IsInteger && type.IsInteger ? CastValue(v, type) : BitCastValue(v, type);

    private void StoreAt(Value at, Value value, IrType as_)
    {
        var memory = at.Memory!;
        var type = memory.Element;
        if (IsWider(as_, memory) || value.IsPieces)
        {
            StorePieces(at, as_, value);
            return;
        }
        if (as_ is StructType structure)
        {
            StoreStruct(at, structure, value);
            return;
        }
        value = AsType(value, type);
        if (!at.Wrapped.IsEmpty && at.Indices.IsEmpty && _mask.IsBox)
        {
            at = Unwrapped(at);
        }
        if (!Scalars.IsLane(type))
        {
            throw new NotVectorised($"stores of type {type}", type == IrType.F64 || type == IrType.I64 || type == IrType.U64);
        }
        if (at.IsStraight && IsLinear(at.Strides) && !memory.IsGlobal && (memory.Length < 0 || (Scalars.TryInt(at.Text, out long first) && first % 8 == 0)))
        {
            int source = Materialise(value);
            if (_mask.IsFull && IsThere(value, memory, at.Text))
            {
                return;
            }
            if (Prefix(_mask) is null)
            {
                int old = NewSlot();
                Lines("KpCopy", Ints(old), _m.Reinterpret(Piece(memory, at.Text), "int32_t"), N);
                Choose(type, old, Bits(_mask), source, old);
                source = old;
            }
            Vector("KpCopy", Piece(memory, at.Text), Typed(source, type), Prefix(_mask) ?? N);
            return;
        }
        if (at.IsStraight && memory.IsGlobal && IsOneRow(at))
        {
            int source = Materialise(value);
            int stage = Scalars.IsNarrow(type) ? Narrowed(source, type) : source;
            Fence();
            _calls++;
            Line($"if ({_mask.X.High} > 0) {_m.CopyOut(Tensor(memory), at.Text, Stage(stage, type), _mask.X.High, type, _combine)}");
            Fence();
            return;
        }
        if (at.IsStraight && at.Strides.IsNone && (_mask.IsBox || value.IsUniform))
        {
            StoreOne(at, value);
            return;
        }
        if (!memory.IsGlobal)
        {
            BeginLanes(_mask);
            Raw(_m.Set(Tensor(memory), LaneAddress(at), $"{Scalars.Carrier(type)}({OfLane(value)})"));
            EndLanes();
            return;
        }
        if (!(at.IsStraight && StoreBox(at, type, value)))
        {
            StoreLanes(at, type, value);
        }
    }

    private Operand Piece(Memory memory, string first) => From(Tensor(memory), first);

    /// <summary>All lanes store to one address: the last of them stays.</summary>
    private void StoreOne(Value at, Value value)
    {
        var type = at.Memory!.Element;
        string last = $"(({_mask.Z.High} - 1) * {_block.Y} + {_mask.Y.High} - 1) * {_block.X} + {_mask.X.High} - 1";
        bool small = Scalars.IsSmallFloat(type) && at.Memory.IsGlobal;
        int lanes = value.IsUniform && !small ? -1 : small ? Narrowed(Materialise(value), type) : Materialise(value);
        string what = lanes < 0 ? value.Text : _m.Get(small ? Raw(lanes, type) : Typed(lanes, type), last);
        int one = at.Memory.IsGlobal ? NewSlot() : -1;
        Fence();
        Line($"if ({Any(_mask)}) {{");
        _indent++;
        if (at.Memory.IsGlobal)
        {
            Raw(_m.Set(small ? Raw(one, type) : Stage(one, type), "0", small ? what : $"{Scalars.Word(type)}({what})"));
            Fence();
            CopyOut(at.Memory, at.Text, Stage(one, type), "1", type);
        }
        else
        {
            Raw(_m.Set(Tensor(at.Memory), at.Text, $"{Scalars.Carrier(type)}({what})"));
        }
        _indent--;
        Raw("}");
        Fence();
    }
}
