using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>Operations in which each lane looks at all others of its warp: through memory, pair by pair.</summary>
internal sealed partial class VectorEmitter
{
    /// <summary>How two values become one, in LLVM's words by the type: signed or not.</summary>
    private static readonly Dictionary<Intrinsic, Func<bool, string>> Reductions = new()
    {
        [Intrinsics.ReduceAdd] = _ => "add", [Intrinsics.ReduceAnd] = _ => "and", [Intrinsics.ReduceOr] = _ => "or", [Intrinsics.ReduceXor] = _ => "xor",
        [Intrinsics.ReduceMin] = signed => signed ? "smin" : "umin", [Intrinsics.ReduceMax] = signed => signed ? "smax" : "umax",
    };

    private Value AmongLanes(Intrinsic i, Value masks, Value values)
    {
        // Numbers match by their bits.
        var bits = values.Type.Size == 8 ? IrType.U64 : values.Type.IsFloat ? IrType.U32 : values.Type;
        var type = i == Intrinsics.MatchAny ? IrType.U64 : values.Type;
        if (values.Type.Size is not (4 or 8))
        {
            throw new NotVectorised($"'{i.Name}' of {values.Type}");
        }
        var plain = values.Type == bits ? values : new Value(bits, [.. values.Pieces.Select(p => p.Type is PointerType ? p with { Type = bits } : BitCastValue(Materialised(p), bits))]) { Along = values.Along };
        string helper = PairHelper(i, Word(bits), bits.IsSigned);
        string from = Spilled(plain), named = Spilled(masks), present = Spilled(new Value(IrType.Bool, [.. _mask.Select(m => new Piece(IrType.Bool, m, false))]));
        string word = Word(type);
        string to = Alloca(Build.Invariant($"[{_units * _width} x {word}]"));
        int lanes = Math.Min(Warp, _units * _width);
        for (int first = 0; first < _units * _width; first += lanes)
        {
            string At(string array, string element) => Assign(Build.Invariant($"getelementptr {element}, ptr {array}, i64 {first}"));
            Line(Build.Invariant($"call void {helper}(ptr {At(from, Word(bits))}, ptr {At(named, "i64")}, ptr {At(present, "i8")}, ptr {At(to, word)}, i64 {lanes})"));
        }
        return new Value(type, [.. Enumerable.Range(0, _units).Select(u => new Piece(type, Assign($"load {Vector(word)}, ptr {Assign(Build.Invariant($"getelementptr {Vector(word)}, ptr {to}, i64 {u}"))}"), false))]);
    }

    /// <summary>For each lane that is there: all lanes that are there and that it names, matched with it or brought together.</summary>
    private string PairHelper(Intrinsic i, string word, bool signed)
    {
        string name = $"@kp.{i.Name}.{(signed ? "s" : "u")}{word}";
        if (_helpers.ContainsKey(name))
        {
            return name;
        }
        bool matches = i == Intrinsics.MatchAny;
        string result = matches ? "i64" : word;
        // Where twice the same changes nothing a lane begins with its own value.
        string start = matches || i == Intrinsics.ReduceAdd || i == Intrinsics.ReduceXor ? "0" : "%vi";
        string step;
        if (matches)
        {
            step = $"  %same = icmp eq {word} %vi, %vj\n  %take = and i1 %in, %same\n  %one = or i64 %sum, %bit\n";
        }
        else
        {
            string operation = Reductions[i](signed);
            bool function = operation.Length == 4;
            if (function)
            {
                Declare($"declare {word} @llvm.{operation}.{word}({word}, {word})");
            }
            step = $"  %take = and i1 %in, true\n  %one = {(function ? $"call {word} @llvm.{operation}.{word}({word} %sum, {word} %vj)" : $"{operation} {word} %sum, %vj")}\n";
        }
        _helpers[name] = $"define internal void {name}(ptr %v, ptr %m, ptr %p, ptr %o, i64 %lanes) noinline {{\nentry:\n  br label %lane\n"
            + "lane:\n  %i = phi i64 [ 0, %entry ], [ %i.next, %next ]\n  %pi = getelementptr i8, ptr %p, i64 %i\n  %there = load i8, ptr %pi\n  %is = icmp ne i8 %there, 0\n  br i1 %is, label %begin, label %next\n"
            + $"begin:\n  %mi = getelementptr i64, ptr %m, i64 %i\n  %named = load i64, ptr %mi\n  %vi.at = getelementptr {word}, ptr %v, i64 %i\n  %vi = load {word}, ptr %vi.at\n  br label %other\n"
            + $"other:\n  %j = phi i64 [ 0, %begin ], [ %j.next, %other ]\n  %sum = phi {result} [ {start}, %begin ], [ %sum.next, %other ]\n  %bit = shl i64 1, %j\n  %mb = and i64 %named, %bit\n"
            + $"  %is.named = icmp ne i64 %mb, 0\n  %pj = getelementptr i8, ptr %p, i64 %j\n  %there.j = load i8, ptr %pj\n  %is.there = icmp ne i8 %there.j, 0\n  %in = and i1 %is.named, %is.there\n"
            + $"  %vj.at = getelementptr {word}, ptr %v, i64 %j\n  %vj = load {word}, ptr %vj.at\n" + step
            + $"  %sum.next = select i1 %take, {result} %one, {result} %sum\n  %j.next = add i64 %j, 1\n  %more = icmp ult i64 %j.next, %lanes\n  br i1 %more, label %other, label %done\n"
            + $"done:\n  %to = getelementptr {result}, ptr %o, i64 %i\n  store {result} %sum.next, ptr %to\n  br label %next\n"
            + "next:\n  %i.next = add i64 %i, 1\n  %again = icmp ult i64 %i.next, %lanes\n  br i1 %again, label %lane, label %end\nend:\n  ret void\n}\n";
        return name;
    }
}
