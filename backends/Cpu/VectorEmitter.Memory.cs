using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

internal sealed partial class VectorEmitter
{
    private bool TryRegister(Place place, out string[] allocas)
    {
        allocas = [];
        switch (place)
        {
            case VariablePlace v when _frame.Registers[v.Id.Index] is { } all:
                allocas = all;
                return true;
            case Member { Base: VariablePlace v } m when _frame.Registers[v.Id.Index] is { } all:
                allocas = [all[m.FieldIndex]];
                return true;
            default:
                return false;
        }
    }

    private Value LoadPlace(Place place)
    {
        if (TryRegister(place, out var allocas))
        {
            return LoadParts(allocas, place.Type);
        }
        return LoadAt(Address(place), 0, place.Type);
    }

    private Value LoadAt(Value address, long offset, IrType type)
    {
        if (type is StructType { IsUnion: false } s)
        {
            return new Value(type, "", false) { Parts = [.. s.Fields.Select(f => LoadAt(address, offset + f.Offset, f.Type))] };
        }
        string word = type == IrType.Bool ? "i8" : Word(type);
        string name = address switch
        {
            { Uniform: true } => LoadOne(address, offset, word),
            { AffineBase: { } b } when address.Stride == type.Size => LoadRow(b, offset, word),
            _ => Gather(address, offset, word),
        };
        return new Value(type, type == IrType.Bool ? Assign($"icmp ne {Vector("i8")} {name}, zeroinitializer") : name, false);
    }

    private string Pointer(Value scalar, long offset)
    {
        string moved = offset == 0 ? scalar.Name : Assign(Build.Invariant($"add i64 {scalar.Name}, {offset}"));
        return Assign($"inttoptr i64 {moved} to ptr");
    }

    /// <summary>One address for all lanes: read once, if any lane wants it.</summary>
    private string LoadOne(Value address, long offset, string word)
    {
        Declare($"declare <1 x {word}> @llvm.masked.load.v1{Mangle(word)}.p0(ptr, i32, <1 x i1>, <1 x {word}>)");
        string any = Assign($"insertelement <1 x i1> poison, i1 {Any(_mask)}, i64 0");
        string one = Assign($"call <1 x {word}> @llvm.masked.load.v1{Mangle(word)}.p0(ptr {Pointer(address, offset)}, i32 1, <1 x i1> {any}, <1 x {word}> zeroinitializer)");
        return Splat(word, Assign($"extractelement <1 x {word}> {one}, i64 0"));
    }

    /// <summary>Neighbouring lanes read neighbouring elements.</summary>
    private string LoadRow(Value start, long offset, string word)
    {
        string name = $"@llvm.masked.load.v{_lanes}{Mangle(word)}.p0";
        Declare($"declare {Vector(word)} {name}(ptr, i32, {MaskType}, {Vector(word)})");
        return Assign($"call {Vector(word)} {name}(ptr {Pointer(start, offset)}, i32 1, {MaskType} {_mask}, {Vector(word)} zeroinitializer)");
    }

    private string Pointers(Value address, long offset)
    {
        string moved = Varying(address);
        if (offset != 0)
        {
            moved = Assign($"add {Vector("i64")} {moved}, {Splat("i64", Build.Invariant($"{offset}"))}");
        }
        return Assign($"inttoptr {Vector("i64")} {moved} to {Vector("ptr")}");
    }

    private string Gather(Value address, long offset, string word)
    {
        string name = $"@llvm.masked.gather.v{_lanes}{Mangle(word)}.v{_lanes}p0";
        Declare($"declare {Vector(word)} {name}({Vector("ptr")}, i32, {MaskType}, {Vector(word)})");
        return Assign($"call {Vector(word)} {name}({Vector("ptr")} {Pointers(address, offset)}, i32 1, {MaskType} {_mask}, {Vector(word)} zeroinitializer)");
    }

    private static string Mangle(string word) => word switch { "half" => "f16", "bfloat" => "bf16", "float" => "f32", "double" => "f64", _ => word };

    private void StorePlace(Place place, Value value)
    {
        if (TryRegister(place, out var allocas))
        {
            StoreParts(allocas, value);
            return;
        }
        StoreAt(Address(place), 0, value);
    }

    private void StoreAt(Value address, long offset, Value value)
    {
        if (value.Parts is { } parts)
        {
            var fields = ((StructType)value.Type).Fields;
            for (int i = 0; i < parts.Length; i++)
            {
                StoreAt(address, offset + fields[i].Offset, parts[i]);
            }
            return;
        }
        string word = Word(value.Type);
        string v = Varying(value);
        if (word == "i1")
        {
            v = Assign($"zext {Vector("i1")} {v} to {Vector("i8")}");
            word = "i8";
        }
        if (address is { AffineBase: { } start } && address.Stride == value.Type.Size)
        {
            string row = $"@llvm.masked.store.v{_lanes}{Mangle(word)}.p0";
            Declare($"declare void {row}({Vector(word)}, ptr, i32, {MaskType})");
            Line($"call void {row}({Vector(word)} {v}, ptr {Pointer(start, offset)}, i32 1, {MaskType} {_mask})");
            return;
        }
        // The last lane wins where several store to one address, as the reference has it.
        string name = $"@llvm.masked.scatter.v{_lanes}{Mangle(word)}.v{_lanes}p0";
        Declare($"declare void {name}({Vector(word)}, {Vector("ptr")}, i32, {MaskType})");
        Line($"call void {name}({Vector(word)} {v}, {Vector("ptr")} {Pointers(address, offset)}, i32 1, {MaskType} {_mask})");
    }

    /// <summary>The address of a place, as u64.</summary>
    private Value Address(Place place)
    {
        switch (place)
        {
            case VariablePlace v:
                return _frame.Memory[v.Id.Index] ?? throw new NotVectorised("the address of a register variable");
            case GlobalPlace g:
                return GlobalAddress(g);
            case Deref d:
                return Expression(d.Pointer);
            case Element e:
                return AddScaled(Address(e.Base), Expression(e.Index), e.Type.Size);
            case Member m:
                return AddConstant(Address(m.Base), ((StructType)m.Base.Type).Fields[m.FieldIndex].Offset);
            default:
                throw new NotVectorised(place.GetType().Name);
        }
    }

    private Value GlobalAddress(GlobalPlace g)
    {
        if (_globals is not null && _globals.TryGetValue(g.Name, out ulong address))
        {
            return new Value(IrType.U64, Build.Invariant($"{(long)address}"), true);
        }
        Declare($"@{g.Name} = external global [{g.Type.Size} x i8]");
        return new Value(IrType.U64, Assign($"ptrtoint ptr @{g.Name} to i64"), true);
    }

    private Value AddConstant(Value address, long offset) => offset == 0 ? address : Add(address, new Value(IrType.I64, Build.Invariant($"{offset}"), true) { Exact = true });

    /// <summary>address + index * size, affine where both are.</summary>
    private Value AddScaled(Value address, Value index, long size)
    {
        return Add(address, Scale(index, size));
    }

    private Value Scale(Value index, long size)
    {
        if (size == 1)
        {
            return index;
        }
        string factor = Build.Invariant($"{size}");
        if (index.Uniform)
        {
            return new Value(IrType.I64, Assign($"mul i64 {index.Name}, {factor}"), true) { Exact = true };
        }
        var result = new Value(IrType.I64, Assign($"mul {Vector("i64")} {index.Name}, {Splat("i64", factor)}"), false);
        return index.AffineBase is { } b ? result with { AffineBase = Scale(b, size), Stride = index.Stride * size, Exact = true } : result;
    }

    private Value Add(Value a, Value b)
    {
        if (a.Uniform && b.Uniform)
        {
            return new Value(IrType.U64, Assign($"add i64 {a.Name}, {b.Name}"), true);
        }
        var sum = new Value(IrType.U64, Assign($"add {Vector("i64")} {Varying(a)}, {Varying(b)}"), false);
        var left = a.Uniform ? a : a.AffineBase;
        var right = b.Uniform ? b : b.AffineBase;
        return left is null || right is null ? sum : sum with { AffineBase = Add(left, right), Stride = a.Stride + b.Stride, Exact = true };
    }
}
