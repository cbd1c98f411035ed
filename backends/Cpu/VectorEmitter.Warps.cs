using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>Warp operations: a warp is 32 neighbouring lanes of one group.</summary>
internal sealed partial class VectorEmitter
{
    private const int Warp = 32;

    private bool _traps;

    private int VectorsOfWarp => Math.Min(_units, Warp / _width);

    private void EmitCall(Call x)
    {
        var i = x.Intrinsic;
        StoreWaiting();
        if (i == Intrinsics.Barrier || i == Intrinsics.WarpBarrier || i == Intrinsics.FenceBlock || i == Intrinsics.FenceDevice || i == Intrinsics.FenceSystem)
        {
            // Lock step within the group: everybody is here, and memory is in order.
            return;
        }
        if (i == Intrinsics.Trap)
        {
            EmitTrap();
            return;
        }
        if (HostCalls.Contains(i))
        {
            EmitHostCall(x);
            return;
        }
        if (!Blocks.Contains(i) && !Reductions.ContainsKey(i))
        {
            throw new NotVectorised($"'{i.Name}'");
        }
        var a = x.Arguments.Select(Expression).ToArray();
        if (x.Result is not { } id)
        {
            return;
        }
        if (i == Intrinsics.MatchAny || Reductions.ContainsKey(i))
        {
            Bind(id, AmongLanes(i, a[0], a[1]));
            return;
        }
        Value Votes(Func<Piece, Piece> result) => PerWarp(Ballot(And(_mask, Lanes(a[1]))), result);
        Bind(id, i.Name switch
        {
            "ballot" => PerWarp(Ballot(And(_mask, Lanes(a[1]))), v => v),
            "active_mask" => PerWarp(Ballot(_mask), v => v),
            "vote_any" => Votes(v => CastValue(BinaryValue(BinaryOp.Ne, IrType.Bool, v, Number(IrType.U64, 0)), IrType.I32)),
            "vote_all" => PerWarp(Ballot(AndNot(_mask, Lanes(a[1]))), v => CastValue(BinaryValue(BinaryOp.Eq, IrType.Bool, v, Number(IrType.U64, 0)), IrType.I32)),
            _ => Shuffle(i, a[1], a[2], a[3]),
        });
    }

    /// <summary>Where a lane comes to a trap the launch is over.</summary>
    private void EmitTrap()
    {
        _traps = true;
        string nobody = Label();
        Branch(Any(_mask), "block.trapped", nobody);
        Begin(nobody);
        _mask = [.. _mask.Select(_ => Off)];
        _occupied = false;
    }

    private Value PerWarp(Piece[] warps, Func<Piece, Piece> result)
    {
        var each = warps.Select(result).ToArray();
        return new Value(each[0].Type, [.. Enumerable.Range(0, _units).Select(u => each[u / VectorsOfWarp])]);
    }

    /// <summary>The votes of each warp of the group.</summary>
    private Piece[] Ballot(string[] votes)
    {
        var warps = new List<Piece>();
        for (int u = 0; u < _units; u += VectorsOfWarp)
        {
            string? all = null;
            for (int v = 0; v < VectorsOfWarp && u + v < _units; v++)
            {
                string bits = Assign($"zext i{_width} {Bits(votes[u + v])} to i64");
                string moved = v == 0 ? bits : Assign(Build.Invariant($"shl i64 {bits}, {v * _width}"));
                all = all is null ? moved : Assign($"or i64 {all}, {moved}");
            }
            warps.Add(new Piece(IrType.U64, all!, true));
        }
        return [.. warps];
    }

    private Value Shuffle(Intrinsic kind, Value value, Value which, Value width)
    {
        if (value.Parts is not null)
        {
            throw new NotVectorised("a shuffle of a struct");
        }
        return width.Scalar is { } w && which.Scalar is { } k && int.TryParse(w, out int segment) && int.TryParse(k, out int distance) && _threads % Warp == 0 && value.Type != IrType.Bool
            ? KnownShuffle(kind, value, distance, segment)
            : AnyShuffle(kind, value, which, width);
    }

    /// <summary>The lane a lane reads from; its own where that lies outside of its segment.</summary>
    private static int Source(Intrinsic kind, int lane, int k, int segment)
    {
        int start = lane & -segment;
        int last = start + segment;
        int source = kind.Name switch
        {
            "shuffle" => start | (k & (segment - 1)),
            "shuffle_up" => lane - k,
            "shuffle_down" => lane + k,
            _ => lane ^ k,
        };
        bool outside = source >= last || source < 0 || (kind.Name is "shuffle_up" or "shuffle_down" && source < start);
        return outside ? lane : source;
    }

    /// <summary>A shuffle by a literal: each vector is put together from the two it reads from.</summary>
    private Value KnownShuffle(Intrinsic kind, Value value, int k, int segment)
    {
        string word = Word(value.Type);
        var vectors = Enumerable.Range(0, _units).Select(u => Varying(At(value, u))).ToArray();
        var pieces = new Piece[_units];
        for (int u = 0; u < _units; u++)
        {
            int first = u / VectorsOfWarp * VectorsOfWarp;
            int inWarp = (u - first) * _width;
            int[] sources = [.. Enumerable.Range(0, _width).Select(l => Source(kind, inWarp + l, k, segment))];
            int[] from = [.. sources.Select(s => s / _width).Distinct()];
            if (from.Length > 2)
            {
                return AnyShuffle(kind, value, Value.Of(Number(IrType.I32, k)), Value.Of(Number(IrType.I32, segment)));
            }
            int one = from[0];
            int two = from[^1];
            string mask = Lanes("i32", l => (sources[l] % _width) + (sources[l] / _width == one ? 0 : _width));
            pieces[u] = new Piece(value.Type, Assign($"shufflevector {Vector(word)} {vectors[first + one]}, {Vector(word)} {vectors[first + two]}, <{_width} x i32> {mask}"), false);
        }
        return new Value(value.Type, pieces);
    }

    /// <summary>Each lane reads its source's value, through memory.</summary>
    private Value AnyShuffle(Intrinsic kind, Value value, Value which, Value width)
    {
        long size = value.Type == IrType.Bool ? throw new NotVectorised("a shuffle of bool") : value.Type.Size;
        string word = Word(value.Type);
        string memory = Alloca(Build.Invariant($"[{_units} x {Vector(word)}]"));
        for (int u = 0; u < _units; u++)
        {
            Line($"store {Vector(word)} {Varying(At(value, u))}, ptr {Assign($"getelementptr {Vector(word)}, ptr {memory}, i64 {u}")}");
        }
        string address = Assign($"ptrtoint ptr {memory} to i64");
        string firstOfGroup = Assign(Build.Invariant($"mul i32 {Assign($"trunc i64 {_index[0]} to i32")}, {_width}"));
        var pieces = new Piece[_units];
        for (int u = 0; u < _units; u++)
        {
            int first = u * _width;
            var own = new Piece(IrType.I32, Lanes("i32", l => first + l), false);
            var segment = CastValue(Materialised(At(width, u)), IrType.I32);
            var k = CastValue(Materialised(At(which, u)), IrType.I32);
            var start = BinaryValue(BinaryOp.And, IrType.I32, own, BinaryValue(BinaryOp.Sub, IrType.I32, Number(IrType.I32, 0), segment));
            var last = BinaryValue(BinaryOp.Add, IrType.I32, start, segment);
            var source = kind.Name switch
            {
                "shuffle" => BinaryValue(BinaryOp.Or, IrType.I32, start, BinaryValue(BinaryOp.And, IrType.I32, k, BinaryValue(BinaryOp.Sub, IrType.I32, segment, Number(IrType.I32, 1)))),
                "shuffle_up" => Inside(BinaryValue(BinaryOp.Sub, IrType.I32, own, k), start, last, own),
                "shuffle_down" => Inside(BinaryValue(BinaryOp.Add, IrType.I32, own, k), start, last, own),
                _ => Inside(BinaryValue(BinaryOp.Xor, IrType.I32, own, k), Number(IrType.I32, 0), last, own),
            };
            // A lane beyond the block reads its own value: the reference reports that, this engine does not look.
            var end = BinaryValue(BinaryOp.Sub, IrType.I32, Number(IrType.I32, _threads), new Piece(IrType.I32, firstOfGroup, true));
            source = Inside(Inside(source, Number(IrType.I32, 0), end, own), Number(IrType.I32, 0), Number(IrType.I32, _units * _width), own);
            var at = Add(new Piece(IrType.U64, address, true), Scale(CastValue(source, IrType.I64), size));
            pieces[u] = new Piece(value.Type, Gather(at, 0, word, (int)size, On), false);
        }
        return new Value(value.Type, pieces);
    }

    private Piece Inside(Piece source, Piece low, Piece high, Piece otherwise)
    {
        var enough = BinaryValue(BinaryOp.Ge, IrType.Bool, source, low);
        var below = BinaryValue(BinaryOp.Lt, IrType.Bool, source, high);
        return SelectValue(BinaryValue(BinaryOp.LogicalAnd, IrType.Bool, enough, below), source, otherwise);
    }
}
