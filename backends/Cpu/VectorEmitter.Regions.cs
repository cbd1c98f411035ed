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
        bool along = apart && units < _total && _blocks == 1;
        BlockCoordinates(along);
        _units = _total;
        Group(null);
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
        NextBlock(along ? "%along" : Build.Invariant($"{_blocks}"));
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
        // Where blocks of a row of the grid take turns and a group is a piece of a row of threads, rows go one after the other, each block by block.
        int row = _block.X / _width / units;
        int pieces = _blockAlong is not null && row > 1 && _block.X % (units * _width) == 0 && groups % row == 0 ? row : 1;
        string? turn = null;
        string? piece = null;
        string again = Label();
        string? done = _crossing is null ? Label() : null;
        _splits.Clear();
        if (groups > 1)
        {
            body = Once(body);
            SplitArrays(body);
            turn = BeginTurns(again);
        }
        string block = Label();
        string further = Label();
        if (_blockAlong is not null)
        {
            BeginTurns(block, _blockAlong);
            piece = pieces > 1 ? BeginTurns(further) : null;
            _blockX = Assign($"trunc i64 {Assign($"add i64 %column, {Assign($"load i64, ptr {_blockAlong}")}")} to i32");
        }
        Group(turn, piece is null ? null : (piece, pieces));
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
        EndTurns(further, piece, Build.Invariant($"{pieces}"));
        EndTurns(block, _blockAlong, "%along");
        EndTurns(again, turn, Build.Invariant($"{groups / pieces}"));
    }

    /// <summary>A loop that counts from 0; where its number lies.</summary>
    private string BeginTurns(string label, string? number = null)
    {
        number ??= Alloca("i64");
        Line($"store i64 0, ptr {number}");
        Go(label);
        Begin(label);
        return number;
    }

    private void EndTurns(string label, string? number, string end)
    {
        if (number is not null)
        {
            string next = Assign($"add i64 {Assign($"load i64, ptr {number}")}, 1");
            Line($"store i64 {next}, ptr {number}");
            string behind = Label();
            Branch(Assign($"icmp ult i64 {next}, {end}"), label, behind);
            Begin(behind);
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
        Group(null);
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
