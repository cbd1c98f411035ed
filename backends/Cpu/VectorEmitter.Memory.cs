using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>Reads and writes: one address for a vector's lanes, neighbouring ones, or any.</summary>
internal sealed partial class VectorEmitter
{
    private Slot? RegisterOf(Place place) => place switch
    {
        VariablePlace v => _frame.Registers[v.Id.Index],
        Member { Base: VariablePlace v } m => _frame.Registers[v.Id.Index]?.Parts?[m.FieldIndex],
        _ => null,
    };

    private Value LoadPlace(Place place)
    {
        if (RegisterOf(place) is { } register)
        {
            return Read(register);
        }
        SettleFor(place);
        if (Build.SpaceOf(place, _frame.Function, _module) != AddressSpace.Shared)
        {
            StoreWaiting();
        }
        var address = Address(place);
        Prefetch(place, address);
        NoteForLaterBlock(place, address);
        return OfSplit(place, address) ?? LoadAt(address, 0, place.Type, Build.SpaceOf(place, _frame.Function, _module) == AddressSpace.Shared, KnownAlignment(place));
    }

    private Value LoadAt(Value address, long offset, IrType type, bool shared, int aligned)
    {
        if (Parts.Of(type) is { } parts)
        {
            aligned = Within(type, aligned);
            return (type is StructType { IsPacked: false } s && aligned == Unlimited && !(shared && _held.Count > 0) ? Interleaved(address, offset, s) : null)
                ?? Value.Struct(type, [.. parts.Select(p => LoadAt(address, offset + p.Offset, p.Type, shared, aligned))]);
        }
        string word = type == IrType.Bool ? "i8" : Word(type);
        // What all vectors read under no mask is read once.
        bool once = !IsSpread(address) && (IsAll(_mask) || address.Scalar is not null);
        var pieces = new Piece[once ? 1 : _units];
        for (int u = 0; u < pieces.Length; u++)
        {
            string[] mask = once ? _mask : [_mask[u]];
            var at = At(address, u);
            // What vectors of one row read together is read once.
            if (u > 0 && at is { Uniform: true, Stride: 0 } && IsAll(_mask) && At(address, u - 1) == at)
            {
                pieces[u] = pieces[u - 1];
                continue;
            }
            var piece = LoadPiece(at, offset, type, word, mask, shared, Alignment(type, offset, aligned));
            pieces[u] = type == IrType.Bool
                ? new Piece(type, Assign($"icmp ne {(piece.Uniform ? "i8" : Vector("i8"))} {piece.Name}, {(piece.Uniform ? "0" : Off)}"), piece.Uniform)
                : piece;
        }
        return new Value(type, pieces);
    }

    /// <summary>How far the start of a place is known to be aligned, where its type alone would promise too much.</summary>
    private static int KnownAlignment(Place place) =>
        Build.AlignmentOf(place) is var known && (known < place.Type.Alignment || place.Type is StructType { IsPacked: true }) ? known : Unlimited;

    private const int Unlimited = int.MaxValue;

    private static int Within(IrType type, int aligned) => type is StructType { IsPacked: true } s ? Math.Min(aligned, s.Alignment) : aligned;

    private static int Alignment(IrType type, long offset, int aligned) =>
        aligned == Unlimited ? type.Alignment : (int)Math.Min(type.Alignment, offset == 0 ? aligned : Math.Min(aligned, offset & -offset));

    private Piece LoadPiece(Piece address, long offset, IrType type, string word, string[] mask, bool shared, int alignment)
    {
        if (mask is [Off])
        {
            return new Piece(type, Zero(type == IrType.Bool ? IrType.U8 : type), true);
        }
        if (shared && Held(address, offset, type, word, mask.Length == 1 ? mask[0] : IsAll(mask) ? On : "") is { } held)
        {
            return held;
        }
        if (address is { Uniform: true, Stride: 0 })
        {
            return new Piece(type, Assign($"load {word}, ptr {Guarded(Pointer(address.Name, offset), mask)}, align {alignment}"), true);
        }
        if (!address.Uniform || address.Stride != type.Size)
        {
            if (mask[0] == On && IsStrided(address, type))
            {
                return new Piece(type, shared ? Strided(address, offset, type, word, alignment) : StridedExactly(address, offset, type, word, alignment), false);
            }
            return new Piece(type, Gather(address, offset, word, alignment, mask[0]), false);
        }
        return new Piece(type, LoadRow(Pointer(address.Name, offset), word, alignment, mask[0]), false);
    }

    /// <summary>Elements side by side.</summary>
    private string LoadRow(string pointer, string word, int alignment, string mask)
    {
        if (mask == On)
        {
            return Assign($"load {Vector(word)}, ptr {pointer}, align {alignment}");
        }
        string name = $"@llvm.masked.load.v{_width}{Mangle(word)}.p0";
        Declare($"declare {Vector(word)} {name}(ptr, i32, {MaskType}, {Vector(word)})");
        return Assign($"call {Vector(word)} {name}(ptr {pointer}, i32 {alignment}, {MaskType} {mask}, {Vector(word)} zeroinitializer)");
    }

    private static bool IsStrided(Piece address, IrType type) => address.Uniform && type != IrType.Bool && address.Stride % type.Size == 0 && address.Stride / type.Size is 2 or 3 or 4;

    /// <summary>Every second to fourth element, out of all those between: in shared memory there is room to read them.</summary>
    private string Strided(Piece address, long offset, IrType type, string word, int alignment)
    {
        long step = address.Stride;
        // Reads that differ in the element only are one wide read.
        var (start, from) = address.Near ?? (address.Name, 0);
        from += offset;
        long group = from >= 0 ? from / step * step : from;
        long element = (from - group) / type.Size;
        if (type.Size == 4 && step == 16)
        {
            return OfFours([.. Enumerable.Range(0, 4).Select(m => Assign($"load {Vector(word)}, ptr {Pointer(start, group + (m * _width * 4))}, align {alignment}"))], (int)element, word);
        }
        string wide = Build.Invariant($"<{_width * step / type.Size} x {word}>");
        string all = Assign($"load {wide}, ptr {Pointer(start, group)}, align {alignment}");
        return Assign($"shufflevector {wide} {all}, {wide} poison, <{_width} x i32> {Lanes("i32", l => (l * step / type.Size) + element)}");
    }

    /// <summary>One element of each four, out of four vectors: first within each 128 bits, where processors shuffle fastest, then all of them in order. What the
    /// other elements of the four have in common with it LLVM finds.</summary>
    private string OfFours(string[] parts, int element, string word)
    {
        string Shuffled(string a, string b, Func<int, int> from) => Assign($"shufflevector {Vector(word)} {a}, {Vector(word)} {b}, <{_width} x i32> {Lanes("i32", l => from(l))}");
        // Within 128 bits: two elements of each of two vectors, taking turns; then two of each pair.
        string Pair(string a, string b) => Shuffled(a, b, l => (l / 4 * 4) + (element / 2 * 2) + (l % 4 / 2) + (l % 2 * _width));
        string four = Shuffled(Pair(parts[0], parts[1]), Pair(parts[2], parts[3]), l => (l / 4 * 4) + (element % 2 * 2) + (l % 2) + (l % 4 / 2 * _width));
        return Shuffled(four, "poison", l => (l / (_width / 4)) + (l % (_width / 4) * 4));
    }

    /// <summary>The same of any memory: the last vector ends with the last lane's element, so that nothing is read that does not lie between two lanes'.</summary>
    private string StridedExactly(Piece address, long offset, IrType type, string word, int alignment)
    {
        long step = address.Stride / type.Size;
        string? result = null;
        for (int i = 0; i < step; i++)
        {
            long start = Math.Min(i * _width, ((_width - 1) * step) + 1 - _width);
            string part = Assign($"load {Vector(word)}, ptr {Pointer(address.Name, offset + (start * type.Size))}, align {alignment}");
            string before = result ?? part;
            result = Assign($"shufflevector {Vector(word)} {before}, {Vector(word)} {part}, <{_width} x i32> {Lanes("i32", l => l * step < i * _width ? l : Math.Min(_width + (l * step) - start, (2 * _width) - 1))}");
        }
        return result!;
    }

    /// <summary>Writes every second to fourth element by vectors whose other lanes are masked.</summary>
    private void StoreStrided(Piece address, long offset, IrType type, string word, string value, int alignment)
    {
        long step = address.Stride / type.Size;
        string name = $"@llvm.masked.store.v{_width}{Mangle(word)}.p0";
        Declare($"declare void {name}({Vector(word)}, ptr, i32, {MaskType})");
        for (int i = 0; i < step; i++)
        {
            long Lane(int l) => ((i * _width) + l) / step;
            string spread = Assign($"shufflevector {Vector(word)} {value}, {Vector(word)} poison, <{_width} x i32> {Lanes("i32", l => Lane(l))}");
            string mask = "<" + string.Join(", ", Enumerable.Range(0, _width).Select(l => ((i * _width) + l) % step == 0 ? "i1 true" : "i1 false")) + ">";
            Line($"call void {name}({Vector(word)} {spread}, ptr {Pointer(address.Name, offset + (i * _width * type.Size))}, i32 {alignment}, {MaskType} {mask})");
        }
    }

    /// <summary>The pointer, or where no lane may be there to follow it, one to the block's shared memory, which can always be read and written.</summary>
    private string Guarded(string pointer, string[] mask) => (mask.Length > 1 && _occupied) || mask.Contains(On) ? pointer : Assign($"select i1 {Any(mask)}, ptr {pointer}, ptr %scratch");

    private string Pointer(string address, long offset)
    {
        if (_arrays.TryGetValue(address, out string? array))
        {
            return Assign(Build.Invariant($"getelementptr i8, ptr {array}, i64 {offset}"));
        }
        string moved = offset == 0 ? address : Assign(Build.Invariant($"add i64 {address}, {offset}"));
        return Assign($"inttoptr i64 {moved} to ptr");
    }

    private string Pointers(Piece address, long offset)
    {
        if (address.Indexed is { } x)
        {
            return Assign($"getelementptr [{x.Scale} x i8], ptr {Pointer(x.Base, offset)}, {Vector("i64")} {x.Offsets}");
        }
        string moved = Varying(address);
        if (offset != 0)
        {
            moved = Assign($"add {Vector("i64")} {moved}, {Splat("i64", Build.Invariant($"{offset}"))}");
        }
        return Assign($"inttoptr {Vector("i64")} {moved} to {Vector("ptr")}");
    }

    private string Gather(Piece address, long offset, string word, int alignment, string mask)
    {
        string name = $"@llvm.masked.gather.v{_width}{Mangle(word)}.v{_width}p0";
        Declare($"declare {Vector(word)} {name}({Vector("ptr")}, i32, {MaskType}, {Vector(word)})");
        return Assign($"call {Vector(word)} {name}({Vector("ptr")} {Pointers(address, offset)}, i32 {alignment}, {MaskType} {mask}, {Vector(word)} zeroinitializer)");
    }

    private void StorePlace(Place place, Value value)
    {
        if (RegisterOf(place) is { } register)
        {
            Write(register, value, _mask);
            return;
        }
        var address = Address(place);
        int aligned = KnownAlignment(place);
        if (TryWait(place, address, value, aligned))
        {
            return;
        }
        if (Build.SpaceOf(place, _frame.Function, _module) != AddressSpace.Shared)
        {
            StoreWaiting();
        }
        if (!TryStream(place, address, value, aligned) && !TryStoreInterleaved(place, address, value, aligned))
        {
            StoreAt(address, 0, value, MayBeShared(place), aligned);
        }
    }

    private void StoreAt(Value address, long offset, Value value, bool shared, int aligned)
    {
        if (value.Parts is { } parts)
        {
            var layout = Parts.Of(value.Type)!;
            for (int i = 0; i < parts.Length; i++)
            {
                StoreAt(address, offset + layout[i].Offset, parts[i], shared, Within(value.Type, aligned));
            }
            return;
        }
        if (TryTranspose(address, offset, value, shared, aligned))
        {
            return;
        }
        for (int u = 0; u < _units; u++)
        {
            if (_mask[u] != Off)
            {
                if (!shared || !Hold(At(address, u), offset, At(value, u), Word(value.Type), _mask[u]))
                {
                    StorePiece(At(address, u), offset, At(value, u), _mask[u], Alignment(value.Type, offset, aligned));
                }
            }
        }
    }

    private void StorePiece(Piece address, long offset, Piece value, string mask, int alignment)
    {
        string word = Word(value.Type);
        bool one = address is { Uniform: true, Stride: 0 };
        string v = one && value is { Uniform: true, Stride: 0 } ? value.Name : Varying(value);
        bool scalar = one && v == value.Name && value.Uniform;
        if (word == "i1")
        {
            v = scalar ? Assign($"zext i1 {v} to i8") : Assign($"zext {Vector("i1")} {v} to {Vector("i8")}");
            word = "i8";
        }
        if (one)
        {
            // The last lane wins where several store to one address, as the reference has it.
            Line($"store {word} {(scalar ? v : LastLane(v, word, mask))}, ptr {Guarded(Pointer(address.Name, offset), [mask])}, align {alignment}");
            return;
        }
        if (address.Uniform && address.Stride == value.Type.Size)
        {
            string pointer = Pointer(address.Name, offset);
            if (mask == On)
            {
                Line($"store {Vector(word)} {v}, ptr {pointer}, align {alignment}");
                return;
            }
            StoreRow(pointer, word, v, alignment, mask);
            return;
        }
        if (mask == On && IsStrided(address, value.Type))
        {
            StoreStrided(address, offset, value.Type, word, v, alignment);
            return;
        }
        // Lane by lane: processors scatter no faster.
        if (mask == On && address.Uniform)
        {
            for (int l = 0; l < _width; l++)
            {
                Line(Build.Invariant($"store {word} {Assign(Build.Invariant($"extractelement {Vector(word)} {v}, i64 {l}"))}, ptr {Pointer(address.Name, offset + (l * address.Stride))}, align {alignment}"));
            }
            return;
        }
        if (value.Type.Size < 4)
        {
            // No processor has it: LLVM would write a branch a lane each time.
            Line($"call void {ScatterHelper(word, alignment)}({Vector("ptr")} {Pointers(address, offset)}, {Vector(word)} {v}, {MaskType} {mask})");
            return;
        }
        string name = $"@llvm.masked.scatter.v{_width}{Mangle(word)}.v{_width}p0";
        Declare($"declare void {name}({Vector(word)}, {Vector("ptr")}, i32, {MaskType})");
        Line($"call void {name}({Vector(word)} {v}, {Vector("ptr")} {Pointers(address, offset)}, i32 {alignment}, {MaskType} {mask})");
    }

    private string LastLane(string vector, string word, string mask)
    {
        if (mask == On)
        {
            return Assign(Build.Invariant($"extractelement {Vector(word)} {vector}, i64 {_width - 1}"));
        }
        Declare($"declare i{_width} @llvm.ctlz.i{_width}(i{_width}, i1)");
        string zeros = Assign($"call i{_width} @llvm.ctlz.i{_width}(i{_width} {Bits(mask)}, i1 false)");
        string last = Assign(Build.Invariant($"sub i{_width} {_width - 1}, {zeros}"));
        // No lane at all: any element will do, the store goes nowhere.
        return Assign($"extractelement {Vector(word)} {vector}, i{_width} {Assign(Build.Invariant($"and i{_width} {last}, {_width - 1}"))}");
    }

    /// <summary>The address of a place, as u64.</summary>
    private Value Address(Place place)
    {
        switch (place)
        {
            case VariablePlace v:
                return VariableAddress(v);
            case GlobalPlace g:
                return Value.Of(new Piece(IrType.U64, GlobalAddress(g), true));
            case Deref d:
                return Expression(d.Pointer);
            case Element e:
                return AddScaled(Address(e.Base), Index(e.Index), e.Type.Size);
            case Member m:
                return AddConstant(Address(m.Base), ((StructType)m.Base.Type).Fields[m.FieldIndex].Offset);
            default:
                throw new NotVectorised(place.GetType().Name);
        }
    }

    private Value VariableAddress(VariablePlace v)
    {
        string start = _frame.Memory[v.Id.Index] ?? throw new NotVectorised("the address of a register variable");
        if (_frame.Function.Variables[v.Id.Index].Space == AddressSpace.Shared)
        {
            // Dynamic arrays are all one memory.
            bool known = !_frame.Function.Variables[v.Id.Index].IsDynamic;
            return Value.Of(new Piece(IrType.U64, start, true) { Origin = known ? (start, 0) : null });
        }
        long size = v.Type.Size;
        return new Value(IrType.U64, [.. Enumerable.Range(0, _units).Select(u =>
        {
            string first = Assign($"add i64 {start}, {Assign(Build.Invariant($"mul i64 {_index[u]}, {size * _width}"))}");
            return new Piece(IrType.U64, Assign($"add {Vector("i64")} {Splat("i64", first)}, {Lanes("i64", l => l * size)}"), false);
        })]);
    }

    private string GlobalAddress(GlobalPlace g)
    {
        if (_globals is not null && _globals.TryGetValue(g.Name, out ulong address))
        {
            return Build.Invariant($"{(long)address}");
        }
        return Assign($"ptrtoint ptr @{ObjectText.Symbol(g.Name)} to i64");
    }
}
