using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>Atomics, lane after lane in order. A block runs on one thread of the machine, so its shared memory needs no lock.</summary>
internal sealed partial class VectorEmitter
{
    private void EmitAtomic(Atomic x)
    {
        var operand = Expression(x.Operand);
        var compare = x.Compare is null ? null : Expression(x.Compare);
        var address = Address(x.Target);
        if (TryAddLater(x, address, operand))
        {
            return;
        }
        bool shared = Build.SpaceOf(x.Target, _frame.Function, _module) == AddressSpace.Shared;
        StoreWaiting();
        Settle();
        _held.Clear();
        bool used = x.Result is { } old && _frame.Used.Contains(old);
        string word = Word(x.Target.Type);
        var results = new Piece[_units];
        if (shared && x.Op is AtomicOp.Add && !used && IsAll(_mask))
        {
            // What all places are made of is in registers before the first is written: nothing need be read again then.
            var pointers = Enumerable.Range(0, _units).Select(u => LanePointers(At(address, u))).ToArray();
            for (int u = 0; u < _units; u++)
            {
                AddInOrder(pointers[u], At(operand, u), word, x.Target.Type.IsFloat);
            }
            return;
        }
        for (int u = 0; u < _units; u++)
        {
            if (_mask[u] == Off)
            {
                results[u] = new Piece(x.Target.Type, Off, false);
                continue;
            }
            string helper = AtomicHelper(x, word);
            string v = Vector(word);
            string name = Assign($"call {v} {helper}({Vector("i64")} {Varying(At(address, u))}, {v} {Varying(At(operand, u))}, {v} {(compare is null ? Off : Varying(At(compare, u)))}, {MaskType} {_mask[u]})");
            results[u] = new Piece(x.Target.Type, name, false);
        }
        if (used)
        {
            Bind(x.Result!.Value, new Value(x.Target.Type, results));
        }
    }

    private void AddInOrder(Func<int, string> pointer, Piece operand, string word, bool isFloat)
    {
        string? all = operand is { Uniform: true, Stride: 0 } ? null : Varying(operand);
        for (int l = 0; l < _width; l++)
        {
            string value = all is null ? operand.Name : Assign($"extractelement {Vector(word)} {all}, i64 {l}");
            string place = pointer(l);
            string old = Assign($"load {word}, ptr {place}");
            Line($"store {word} {Assign($"{(isFloat ? "fadd" : "add")} {word} {old}, {value}")}, ptr {place}");
        }
    }

    /// <summary>What makes each lane's pointer.</summary>
    private Func<int, string> LanePointers(Piece address)
    {
        if (address.Indexed is not { } x)
        {
            string all = Pointers(address, 0);
            return l => Assign($"extractelement {Vector("ptr")} {all}, i64 {l}");
        }
        string start = Pointer(x.Base, 0);
        var element = address.Narrow is var (word, name, extend) ? Elements(word, name, extend) : l => Assign($"extractelement {Vector("i64")} {x.Offsets}, i64 {l}");
        return l => Assign($"getelementptr [{x.Scale} x i8], ptr {start}, i64 {element(l)}");
    }

    /// <summary>A vector's narrow integers one by one, widened to 64 bits. They come eight bytes at a time, or all of them where they are fewer, and are shifted
    /// apart: to take each out of the vector is slow, on some processors very.</summary>
    private Func<int, string> Elements(string word, string vector, string extend)
    {
        int bits = int.Parse(word.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
        int wide = Math.Min(64, bits * _width);
        int many = wide / bits;
        string words = Build.Invariant($"<{_width / many} x i{wide}>");
        string eights = Assign($"bitcast {Vector(word)} {vector} to {words}");
        string[] taken = [.. Enumerable.Range(0, _width / many).Select(i => Assign($"extractelement {words} {eights}, i64 {i}")).Select(w => wide == 64 ? w : Assign($"zext i{wide} {w} to i64"))];
        return l =>
        {
            string first = Assign(Build.Invariant($"shl i64 {taken[l / many]}, {64 - (bits * ((l % many) + 1))}"));
            return Assign(Build.Invariant($"{(extend == "sext" ? "ashr" : "lshr")} i64 {first}, {64 - bits}"));
        };
    }

    private string AtomicHelper(Atomic x, string word)
    {
        bool f = x.Target.Type.IsFloat;
        bool s = x.Target.Type.IsSigned;
        string operation = x.Op switch
        {
            AtomicOp.Add => f ? "fadd" : "add",
            AtomicOp.Sub => f ? "fsub" : "sub",
            AtomicOp.Exchange => "xchg",
            AtomicOp.Min => f ? "fmin" : s ? "min" : "umin",
            AtomicOp.Max => f ? "fmax" : s ? "max" : "umax",
            AtomicOp.And => "and",
            AtomicOp.Or => "or",
            AtomicOp.Xor => "xor",
            AtomicOp.Increment => "uinc_wrap",
            AtomicOp.Decrement => "udec_wrap",
            _ => "cmpxchg",
        };
        string v = Vector(word);
        string helper = $"@kp.atomic.{operation}.{Mangle(word)}";
        if (!_helpers.ContainsKey(helper))
        {
            string one = x.Compare is null
                ? $"  %o = atomicrmw {operation} ptr %p, {word} %y monotonic\n"
                : $"  %w = extractelement {v} %c, i64 %i\n  %pair = cmpxchg ptr %p, {word} %w, {word} %y monotonic monotonic\n  %o = extractvalue {{ {word}, i1 }} %pair, 0\n";
            _helpers[helper] = $"define internal {v} {helper}({Vector("i64")} %a, {v} %x, {v} %c, {MaskType} %m) noinline {{\nentry:\n  br label %loop\nloop:\n"
                + $"  %i = phi i64 [ 0, %entry ], [ %n, %next ]\n  %r = phi {v} [ zeroinitializer, %entry ], [ %t, %next ]\n"
                + $"  %on = extractelement {MaskType} %m, i64 %i\n  br i1 %on, label %do, label %next\ndo:\n"
                + $"  %ai = extractelement {Vector("i64")} %a, i64 %i\n  %p = inttoptr i64 %ai to ptr\n  %y = extractelement {v} %x, i64 %i\n" + one
                + $"  %s = insertelement {v} %r, {word} %o, i64 %i\n  br label %next\nnext:\n  %t = phi {v} [ %r, %loop ], [ %s, %do ]\n"
                + Build.Invariant($"  %n = add i64 %i, 1\n  %more = icmp ult i64 %n, {_width}\n  br i1 %more, label %loop, label %done\ndone:\n  ret {v} %t\n}}\n");
        }
        return helper;
    }
}
