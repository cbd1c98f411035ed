using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>Atomic additions that wait until the last block of a call is done: lane by lane their sums are gathered in memory of the call's own, without a lock.</summary>
internal sealed partial class VectorEmitter
{
    /// <summary>A sum for each thread, with the address of each vector's first lane; or where all threads add to one place, a sum for each lane of a vector.</summary>
    private sealed record LateAdd(IrType Type, bool IsRow, string Sums, string Addresses);

    private IReadOnlySet<Atomic> _late = new HashSet<Atomic>();

    // A statement that is written twice adds to the same sums.
    private readonly Dictionary<Atomic, LateAdd> _lateAdds = new(ReferenceEqualityComparer.Instance);

    /// <summary>False where it does not wait.</summary>
    private bool TryAddLater(Atomic x, Value address, Value operand)
    {
        if (!_late.Contains(x))
        {
            return false;
        }
        var type = x.Target.Type;
        bool row = address.Scalar is null;
        if (row && !Enumerable.Range(0, _units).All(u => At(address, u) is { Uniform: true } a && a.Stride == type.Size))
        {
            return false;
        }
        string vector = Vector(Word(type));
        if (!_lateAdds.TryGetValue(x, out var late))
        {
            int vectors = row ? _total : 1;
            late = new LateAdd(type, row, Alloca(Build.Invariant($"[{vectors} x {vector}]")), Alloca(Build.Invariant($"[{vectors} x i64]")));
            _lateAdds.Add(x, late);
            Declare("declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)");
            _entry.Append(Build.Invariant($"  call void @llvm.memset.p0.i64(ptr align 64 {late.Sums}, i8 0, i64 {vectors * _width * type.Size}, i1 false)\n"));
        }
        for (int u = 0; u < _units; u++)
        {
            if (_mask[u] == Off)
            {
                continue;
            }
            string index = row ? _index[u] : "0";
            string added = Varying(At(operand, u));
            if (_mask[u] != On)
            {
                added = Assign($"select {MaskType} {_mask[u]}, {vector} {added}, {vector} zeroinitializer");
            }
            string sums = Assign($"getelementptr {vector}, ptr {late.Sums}, i64 {index}");
            Line($"store {vector} {Assign($"add {vector} {Assign($"load {vector}, ptr {sums}")}, {added}")}, ptr {sums}");
            Line($"store i64 {At(address, u).Name}, ptr {Assign($"getelementptr i64, ptr {late.Addresses}, i64 {index}")}");
        }
        return true;
    }

    /// <summary>Adds what waits, where it is not 0: then it was never added to, or need not be.</summary>
    private void AddLate()
    {
        foreach (var late in _lateAdds.Values)
        {
            string word = Word(late.Type);
            var (add, next, done) = (Label(), Label(), Label());
            if (!late.IsRow)
            {
                string name = $"@llvm.vector.reduce.add.v{_width}{word}";
                Declare($"declare {word} {name}({Vector(word)})");
                string all = Assign($"call {word} {name}({Vector(word)} {Assign($"load {Vector(word)}, ptr {late.Sums}")})");
                Branch(Assign($"icmp ne {word} {all}, 0"), add, done);
                Begin(add);
                AddAtomically(word, Assign($"load i64, ptr {late.Addresses}"), all);
                Go(done);
                Begin(done);
                continue;
            }
            string counter = Alloca("i64");
            var (head, turn) = (Label(), Label());
            Line($"store i64 0, ptr {counter}");
            Go(head);
            Begin(head);
            string lane = Assign($"load i64, ptr {counter}");
            Branch(Assign(Build.Invariant($"icmp ult i64 {lane}, {_total * _width}")), turn, done);
            Begin(turn);
            string sum = Assign($"load {word}, ptr {Assign($"getelementptr {word}, ptr {late.Sums}, i64 {lane}")}");
            Branch(Assign($"icmp ne {word} {sum}, 0"), add, next);
            Begin(add);
            string first = Assign($"load i64, ptr {Assign($"getelementptr i64, ptr {late.Addresses}, i64 {Assign(Build.Invariant($"udiv i64 {lane}, {_width}"))}")}");
            string distance = Assign(Build.Invariant($"mul i64 {Assign(Build.Invariant($"urem i64 {lane}, {_width}"))}, {late.Type.Size}"));
            AddAtomically(word, Assign($"add i64 {first}, {distance}"), sum);
            Go(next);
            Begin(next);
            Line($"store i64 {Assign($"add i64 {lane}, 1")}, ptr {counter}");
            Go(head);
            Begin(done);
        }
    }

    private void AddAtomically(string word, string address, string sum) => Assign($"atomicrmw add ptr {Pointer(address, 0)}, {word} {sum} monotonic");
}
