using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Backends.Cpu;

/// <summary>A kernel as a loop over blocks, in which the block runs what has barriers in it as a whole, and the regions between as loops over groups of lanes.</summary>
internal sealed partial class VectorEmitter
{
    // Vectors of a block.
    private readonly int _total;

    // Vectors of a group, in the region being written.
    private int _units = 1;

    // The number within the block of each of the group's vectors, and the coordinates of their threads.
    private string[] _index = [];
    private Dictionary<Coordinate, Value> _coordinates = [];

    // threadIdx.x of the first lane of each of the group's vectors; whether it is the same for all of them.
    private string[] _column = [];

    // The same as a number that the group's vectors share, and a known number more.
    private (string From, long More)[] _columnFrom = [];
    private bool _oneRow;

    // The pointers of shared arrays that lie on the stack, by their addresses; and the bytes kept free behind an array, for wide reads.
    private readonly Dictionary<string, string> _arrays = new(StringComparer.Ordinal);
    private const int MaxOnStack = 32 * 1024;
    private const int Behind = 256;

    // An array that is read so more often stays in memory.
    private const int MaxBroadcasts = 4;

    private CrossingValues? _crossing;
    private BarrierRegions _regions = null!;
    private Recomputable _recomputable = null!;

    private bool HasCalledBarrier(Function function) =>
        Calls.Of(function).Select(_module.Find).OfType<Function>().Any(f => BarrierRegions.HasBarrier(f.Body) || HasCalledBarrier(f));

    private void Kernel(Function kernel, LaneShapes shapes)
    {
        _regions = BarrierRegions.Of(kernel, shapes);
        // A barrier in what stays a call is in no region: the block then goes in lock step.
        bool called = HasCalledBarrier(kernel);
        bool whole = _regions.HasBarriers && _regions.AreRegular && !called;
        _crossing = whole ? CrossingValues.Of(kernel, _regions) : null;
        _recomputable = Recomputable.Of(kernel, shapes);
        _writtenOnly = WrittenOnly.Of(kernel, _frame.Definitions);
        DecideStreaming();
        _late = LateAdds.Of(_module, kernel, _frame.Definitions, _frame.Used);
        _entry.Append("  %scratch = alloca [64 x i8], align 64\n");
        Begin("blocks");
        Line("%block = phi i64 [ %first, %begin ], [ %block.next, %block.done ]");
        Line("%column = phi i64 [ %column.first, %begin ], [ %column.next, %block.done ]");
        Line("%row = phi i64 [ %row.first, %begin ], [ %row.next, %block.done ]");
        Line("%plane = phi i64 [ %plane.first, %begin ], [ %plane.next, %block.done ]");
        bool together = whole || _regions.HasBarriers || called;
        bool apart = !together && !HasPartedReturn(kernel) && AreBlocksApart(kernel);
        int row = apart && _block.X % _width == 0 ? _block.X / _width : 0;
        int units = together ? _total : RegionSize.Of(kernel, kernel.Body, shapes, _total, _width, row);
        bool along = apart && units < _total;
        BlockCoordinates(along);
        _units = _total;
        Group(0, null);
        DeclareVariables();
        if (HasPartedReturn(kernel))
        {
            _frame.Live = NewSlot(IrType.Bool, LaneShape.Varying, true);
            WriteMask(_frame.Live, _mask);
        }
        if (whole)
        {
            _frame.ReturnTo = null;
            WholeBlock(kernel.Body);
        }
        else
        {
            Region(kernel.Body, units);
        }
        // Shared memory ends with the block.
        _held.Clear();
        Go("block.done");
        Begin("block.done");
        NextBlock(along ? "%along" : "1");
        Begin("block.end");
        AddLate();
        EndStreaming();
        Line("ret i32 0");
        if (_traps)
        {
            Begin("block.trapped");
            Line("ret i32 1");
        }
    }

    private sealed class PartedReturns(LaneShapes shapes) : Walker
    {
        public bool Found { get; private set; }

        protected override void Enter(Stmt statement) => Found |= statement is Return && shapes.IsApart(statement);
    }

    private bool HasPartedReturn(Function kernel)
    {
        var finder = new PartedReturns(_frame.Shapes);
        finder.Walk(kernel);
        return finder.Found;
    }

    /// <summary>What the block runs from beginning to end.</summary>
    private void WholeBlock(EquatableArray<Stmt> body)
    {
        EquatableArray<Stmt>[] parts = [.. _regions.Split(body).Select(p => p.Run)];
        var later = LaterReads.OfEach(parts);
        for (int i = 0; i < parts.Length; i++)
        {
            _laterReads = later[i];
            List(parts[i]);
        }
    }

    /// <summary>What the block runs, statement by statement.</summary>
    private void List(EquatableArray<Stmt> body)
    {
        foreach (var (isWhole, run) in _regions.Split(body))
        {
            if (_ended)
            {
                return;
            }
            if (isWhole)
            {
                Whole(run[0]);
            }
            else
            {
                Region(run, RegionSize.Of(_frame.Function, run, _frame.Shapes, _total, _width));
            }
        }
    }

    private void Whole(Stmt s)
    {
        switch (s)
        {
            case If x:
                WholeIf(x);
                break;
            case Loop x:
                WholeLoop(x);
                break;
            case Break x:
                var target = _frame.Leavables.Peek();
                Hand(target.Results, x.Values);
                Go(target.Exit);
                break;
            case Continue x:
                target = _frame.Leavables.First(l => l.IsLoop);
                Hand(target.Carried, x.Values);
                Go(target.Next);
                break;
            case Return:
                Go("block.done");
                break;
            case Call x when x.Intrinsic == Intrinsics.GridBarrier:
                EmitHostCall(x);
                break;
            case Call { Intrinsic: var i } when i != Intrinsics.Barrier:
                throw new NotVectorised($"'{i.Name}'");
        }
    }

    private Slot[] CrossingSlots(IEnumerable<LetId> ids) => [.. ids.Select(id => SlotFor(id, true))];

    /// <summary>Hands values on to where the block goes next.</summary>
    private void Hand(Slot[] slots, EquatableArray<Expr> values)
    {
        if (values.Count > 0)
        {
            _frame.Yields.Push(slots);
            bool loops = values.Count * _total > MaxCopies && !IsWrittenOut();
            Region([new Yield(values)], loops ? RegionSize.OfCopyInTurns(_total) : RegionSize.OfCopy(_total));
            _frame.Yields.Pop();
        }
    }

    // So many vectors are copied one by one whatever lies in memory.
    private const int MaxCopies = 64;

    private bool? _isWrittenOut;

    /// <summary>Whether all regions take the whole block at once, so that what crosses barriers lies in registers, not in memory by a number.</summary>
    private bool IsWrittenOut() => _isWrittenOut ??= TakesWhole(_frame.Function.Body);

    private bool TakesWhole(EquatableArray<Stmt> body) => _regions.Split(body).All(r => !r.IsWhole
        ? RegionSize.Of(_frame.Function, r.Run, _frame.Shapes, _total, _width) == _total
        : r.Run[0] switch { If x => TakesWhole(x.Then) && TakesWhole(x.Else), Loop x => TakesWhole(x.Body) && TakesWhole(x.Continuing), _ => true });

    private void ReadUniform(IEnumerable<LetId> ids)
    {
        foreach (var id in ids.Where(id => _frame.Shapes.Of(id).IsOfBlock))
        {
            _frame.Lets[id.Index] = Read(_frame.Crossing[id]);
        }
    }

    private void WholeIf(If x)
    {
        var results = CrossingSlots(x.Results);
        string then = Label();
        string otherwise = Label();
        string join = Label();
        bool reached = false;
        Branch(Expression(x.Condition).Pieces[0].Name, then, otherwise);
        _frame.Yields.Push(results);
        foreach (var (label, arm) in new[] { (then, x.Then), (otherwise, x.Else) })
        {
            Begin(label);
            List(arm);
            reached |= !_ended;
            Go(join);
        }
        _frame.Yields.Pop();
        if (reached)
        {
            Begin(join);
            ReadUniform(x.Results);
        }
    }

    private void WholeLoop(Loop x)
    {
        var ids = x.Carried.Select(c => c.Id).ToArray();
        var carried = CrossingSlots(ids);
        foreach (var (id, i) in HandedOn.Of(x, _regions).Where(h => _crossing!.Contains(h.Id) && _frame.Shapes.Of(h.Id) == carried[h.Carried].Shape))
        {
            _frame.Crossing[id] = carried[i];
        }
        var results = CrossingSlots(x.Results);
        string head = Label();
        string next = Label();
        string exit = Label();
        Hand(carried, x.Carried.Select(c => c.Initial).ToEquatable());
        Go(head);
        Begin(head);
        ReadUniform(ids);
        _frame.Leavables.Push(new Leavable(true, null, null, next, exit, carried, results));
        _frame.Yields.Push(carried);
        List(x.Body);
        Go(next);
        Begin(next);
        List(x.Continuing);
        _frame.Yields.Pop();
        _frame.Leavables.Pop();
        Go(head);
        Begin(exit);
        ReadUniform(x.Results);
    }

    /// <summary>Statements between barriers, for a group of vectors after the other.</summary>
    private void Region(EquatableArray<Stmt> body, int units)
    {
        _units = units;
        int groups = _total / units;
        string? turn = null;
        string again = Label();
        string? done = _crossing is null ? Label() : null;
        _splits.Clear();
        if (groups > 1)
        {
            body = Once(body);
            SplitArrays(body);
            turn = Alloca("i64");
            Line($"store i64 0, ptr {turn}");
            Go(again);
            Begin(again);
        }
        string? block = null;
        if (_blockAlong is not null)
        {
            block = Label();
            Line($"store i64 0, ptr {_blockAlong}");
            Go(block);
            Begin(block);
            _blockX = Assign($"trunc i64 {Assign($"add i64 %column, {Assign($"load i64, ptr {_blockAlong}")}")} to i32");
        }
        Group(groups, turn);
        if (_crossing is not null)
        {
            Recall(body);
        }
        if (_frame.Live is { } live)
        {
            _mask = And(_mask, ReadMask(live));
            _occupied = false;
        }
        _frame.ReturnTo = done;
        Body(body);
        if (done is not null)
        {
            Go(done);
            Begin(done);
        }
        if (block is not null)
        {
            string behind = Label();
            string following = Assign($"add i64 {Assign($"load i64, ptr {_blockAlong}")}, 1");
            Line($"store i64 {following}, ptr {_blockAlong}");
            Branch(Assign($"icmp ult i64 {following}, %along"), block, behind);
            Begin(behind);
        }
        if (turn is not null)
        {
            string next = Assign(Build.Invariant($"add i64 {Assign($"load i64, ptr {turn}")}, 1"));
            Line($"store i64 {next}, ptr {turn}");
            string over = Label();
            Branch(Assign(Build.Invariant($"icmp ult i64 {next}, {groups}")), again, over);
            Begin(over);
        }
    }

    /// <summary>What a region begins with and is one for the block is computed before its groups; the statements that are left.</summary>
    private EquatableArray<Stmt> Once(EquatableArray<Stmt> body)
    {
        bool IsOne(LetId id) => _frame.Shapes.Of(id).IsUniform && _frame.Function.TypeOf(id) is not StructType;
        EquatableArray<Stmt> first = [.. body.TakeWhile(s => s switch { Let x => IsOne(x.Id), Load { Volatile: false } x => IsOne(x.Id), _ => false })];
        if (first.IsEmpty || _crossing is null || _frame.Live is not null)
        {
            return body;
        }
        int units = _units;
        _units = 1;
        Group(1, null);
        Body(first);
        _units = units;
        return [.. body.Skip(first.Count)];
    }

    /// <summary>Brings the values of other regions here.</summary>
    private void Recall(EquatableArray<Stmt> body)
    {
        foreach (var id in _crossing!.NamedIn(body).Where(id => !_frame.Shapes.Of(id).IsOfBlock && (_frame.Lets[id.Index] is not null || _frame.Crossing.ContainsKey(id))))
        {
            if (!_recomputable.Contains(id))
            {
                _frame.Lets[id.Index] = Read(_frame.Crossing[id]);
                continue;
            }
            foreach (var (step, value) in _recomputable.Steps(id))
            {
                _frame.Lets[step.Index] = Expression(value);
            }
        }
    }

    /// <summary>The vectors of a group: their numbers, the threads in them and the mask of those that exist.</summary>
    private void Group(int groups, string? turn)
    {
        string? first = turn is null ? null : Assign(Build.Invariant($"mul i64 {Assign($"load i64, ptr {turn}")}, {_units}"));
        _index = [.. Enumerable.Range(0, _units).Select(u => first is null ? Build.Invariant($"{u}") : Assign(Build.Invariant($"add i64 {first}, {u}")))];
        string? begin = first is null ? null : Assign(Build.Invariant($"mul nuw nsw i32 {Assign($"trunc i64 {first} to i32")}, {_width}"));
        string Lane(int u) => begin is null ? Build.Invariant($"{u * _width}") : u == 0 ? begin : Assign(Build.Invariant($"add nuw nsw i32 {begin}, {u * _width}"));
        var numbers = Enumerable.Range(0, _units).Select(u => new Piece(IrType.U32, Lane(u), true) { Stride = 1 }).ToArray();
        _coordinates = new Dictionary<Coordinate, Value>();
        void Same(Coordinate which, string name) => _coordinates[which] = Value.Of(new Piece(IrType.U32, name, true));
        Same(Coordinate.BlockX, _blockX);
        Same(Coordinate.BlockY, "%by");
        Same(Coordinate.BlockZ, "%bz");
        Same(Coordinate.BlockDimX, Build.Invariant($"{_block.X}"));
        Same(Coordinate.BlockDimY, Build.Invariant($"{_block.Y}"));
        Same(Coordinate.BlockDimZ, Build.Invariant($"{_block.Z}"));
        Same(Coordinate.GridDimX, "%gx");
        Same(Coordinate.GridDimY, "%gy");
        Same(Coordinate.GridDimZ, "%gz");
        Same(Coordinate.WarpSize, "32");
        Rows(numbers);
        Threads(Coordinate.ThreadY, numbers, _block.X, _block.Y);
        Threads(Coordinate.ThreadZ, numbers, _block.X * _block.Y, _block.Z);
        _mask = [.. numbers.Select(Existing)];
        _occupied = (_total * _width) - _threads < _units * _width;
    }

    /// <summary>threadIdx.x counts the lanes, from where each vector begins in its row of threads.</summary>
    private void Rows(Piece[] numbers)
    {
        Threads(Coordinate.ThreadX, numbers, 1, _block.X);
        bool along = !_frame.Shapes.Of(new CoordinateOf(Coordinate.ThreadX)).IsVarying && _block.X > 1;
        _column = along ? [.. Enumerable.Range(0, _units).Select(u => _coordinates[Coordinate.ThreadX] is var x && x.Pieces.Length == 1 ? x.Pieces[0].Name : x.Pieces[u].Name)] : [.. numbers.Select(_ => "0")];
        bool within = along && _block.X % (_units * _width) == 0;
        _columnFrom = [.. _column.Select((c, u) => within && !IsConstant(c) ? (_column[0], u * (long)_width) : (c, 0L))];
        _oneRow = _column.Distinct().Count() == 1;
        if (along)
        {
            _coordinates[Coordinate.ThreadX] = new Value(IrType.U32, [new Piece(IrType.U32, "0", true) { Stride = 1 }]) { Along = true };
        }
    }

    /// <summary>A coordinate: the thread's number divided by what a step is, up to the extent.</summary>
    private void Threads(Coordinate which, Piece[] numbers, int step, int extent)
    {
        if (extent == 1)
        {
            _coordinates[which] = Value.Of(new Piece(IrType.U32, "0", true));
            return;
        }
        bool last = step * extent == _threads;
        var shape = _frame.Shapes.Of(new CoordinateOf(which));
        var pieces = numbers.Select((n, u) =>
        {
            if (step == 1 && _units * _width % extent == 0 && !shape.IsVarying)
            {
                // Groups of whole rows: each begins at 0.
                return Number(IrType.U32, u * _width % extent) with { Stride = shape.Stride };
            }
            var piece = shape.IsVarying ? Materialised(n) : n with { Stride = 0 };
            if (step > 1)
            {
                piece = Quotient("udiv", piece, step);
            }
            if (!last)
            {
                piece = Quotient("urem", piece, extent);
            }
            return piece with { Stride = shape.Stride };
        }).ToArray();
        _coordinates[which] = pieces.Distinct().Count() == 1 ? Value.Of(pieces[0]) : new Value(IrType.U32, pieces);
    }

    private Piece Quotient(string word, Piece a, int by) =>
        a.Uniform && Folded(word == "udiv" ? BinaryOp.Div : BinaryOp.Rem, IrType.U32, a, Number(IrType.U32, by)) is { } folded ? folded
        : a with { Name = Assign(Build.Invariant($"{word} {Type(a)} {a.Name}, {(a.Uniform ? $"{by}" : $"splat (i32 {by})")}")) };

    /// <summary>The lanes of a vector that are threads of the block: all, but in its last vector.</summary>
    private string Existing(Piece number)
    {
        if (_threads == _total * _width)
        {
            return On;
        }
        return Folded(BinaryOp.Lt, IrType.Bool, number, Number(IrType.U32, _threads)) is { } folded
            ? folded.Name == "true" ? On : folded.Name == "false" ? Off : folded.Name
            : Assign($"icmp ult {Vector("i32")} {Varying(number)}, {Splat("i32", Build.Invariant($"{_threads}"))}");
    }

    private void DeclareVariables()
    {
        var function = _frame.Function;
        var registers = RegisterVariables.Of(function);
        var reads = Broadcasts.Of(function, _frame.Shapes);
        for (int i = 0; i < function.Variables.Count; i++)
        {
            var v = function.Variables[i];
            if (registers[i])
            {
                _frame.Registers[i] = NewSlot(v.Type, LaneShape.Varying, true);
            }
            else
            {
                string address = _frame.Memory[i] = v.Space == AddressSpace.Shared ? SharedAddress(v, reads.From(i)) : EntryAssign($"ptrtoint ptr {Alloca(Build.Invariant($"[{v.Type.Size * _total * _width} x i8]"))} to i64");
                if (function.IsKernel)
                {
                    _variableAt[address] = i;
                }
            }
        }
    }

    private string SharedAddress(Variable v, int broadcasts)
    {
        string start = EntryAssign("ptrtoint ptr %shared to i64");
        if (v.IsDynamic)
        {
            // Behind all static arrays; the host adds the launch's bytes.
            return EntryAssign(Build.Invariant($"add i64 {start}, {DynamicShared}"));
        }
        if (v.Type.Size <= MaxOnStack && broadcasts <= MaxBroadcasts)
        {
            // Nobody sees a block's memory when it is done: what LLVM keeps in registers it need not store.
            string array = Alloca(Build.Invariant($"[{((v.Type.Size + 127) / 128 * 128) + Behind} x i8]"));
            string place = EntryAssign($"ptrtoint ptr {array} to i64");
            _arrays[place] = array;
            return place;
        }
        // No vector of any element spans two arrays.
        long alignment = Math.Max(128, v.Alignment);
        _sharedBytes = (_sharedBytes + alignment - 1) / alignment * alignment;
        string address = EntryAssign(Build.Invariant($"add i64 {start}, {_sharedBytes}"));
        _sharedBytes += v.Type.Size;
        return address;
    }
}
