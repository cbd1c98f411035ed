using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <content>
/// Rows that a block's threads walk through side by side (<see cref="RowLoop"/>): as much of a row at a time as a tensor takes, whatever the block's width. What a later
/// loop over the same row wants again stays where it is, where the whole row came at once.
/// </content>
internal sealed partial class VectorEmitter
{
    // Elements of a row at a time; 0 for no more than the block has threads.
    private readonly int _rowLanes;

    // While a row is written, n is how many of its elements there are.
    private bool _inRow;

    private int _rows;

    private readonly RowValues _kept = new();

    // What statements before them have done already.
    private readonly HashSet<Stmt> _done = new(ReferenceEqualityComparer.Instance);

    // Where the last element of a row is known to have come with the first: the condition that it did not.
    private string _comesInPieces = "";

    /// <summary>False, and nothing printed, where a loop is no such row.</summary>
    private bool EmitRow(Loop x)
    {
        if (_rowLanes == 0 || _merged > 1 || !_mask.IsFull || _block.Y * _block.Z > 1 || _block.X % 8 != 0 || RowLoop.Of(x) is not { } row)
        {
            return false;
        }
        var tree = TreeBehind(row);
        var state = Save();
        var reads = _reads.ToList();
        try
        {
            if (Row(row, tree) && _laneLoops == state.LaneLoops && _spans == state.Spans)
            {
                _rows++;
                _done.UnionWith(tree is null ? [] : [tree.Store, tree.Loop]);
                return true;
            }
        }
        catch (NotVectorised)
        {
            // In pieces of the block's width it has a form, or says why not.
        }
        _kept.Clear();
        Restore(state);
        _reads.AddRange(reads);
        return false;
    }

    private bool Row(RowLoop row, TreeStore? tree)
    {
        var first = Expression(row.First);
        var limit = Expression(row.Limit);
        var step = Expression(row.Step);
        if (first is not { Kind: Kind.Affine } || !first.Wrapped.IsEmpty || first.Strides != new Strides("1", "0", "0") || !limit.IsUniform || !step.IsUniform || !Scalars.TryInt(step.Text, out long by) || by != _block.X || !IsSame(row))
        {
            return false;
        }
        string length = NewName("row");
        Line($"const int64_t {length} = {Scalars.Add(Wide(limit), Scalars.Negate(first.Text))};");
        if (WidthOf(row, first, length) is not { } width)
        {
            return false;
        }
        var sums = row.Folds.Select(f => Begin(f, row, tree)).ToList();
        DropTemporaries();
        Line($"for (int64_t r = 0; r < {length}; r += {width}) {{");
        _indent++;
        Line($"const int32_t n = int32_t({length} - r < {width} ? {length} - r : {width});");
        var (block, region, mask) = (_block, _region, _mask);
        (_block, _lanes, _inRow, _region) = (new Extent(_rowLanes), _rowLanes, true, []);
        _comesInPieces = $"{length} > {width}";
        _kept.Begin(row, $"{first.Text} {limit.Text}", _following.Peek());
        try
        {
            _mask = Full;
            _lets[row.Index.Index] = first with { Text = Scalars.Add(first.Text, "r") };
            Body2(row.Body);
            foreach (var (fold, sum) in row.Folds.Zip(sums))
            {
                TakeIn(fold, sum, block.X);
                DropTemporaries();
            }
        }
        finally
        {
            _kept.End();
            (_block, _lanes, _inRow, _comesInPieces) = (block, block.X, false, "");
            _mask = mask;
            // What is kept belongs to the statements around.
            region.AddRange(_region.Where(_kept.Slots.Contains));
            _free.UnionWith(_region.Except(_kept.Slots));
            _region = region;
        }
        _indent--;
        Raw("}");
        foreach (var (fold, sum) in row.Folds.Zip(sums))
        {
            if (sum.Kind == Kind.Uniform)
            {
                Raw(_m.Set(Piece(tree!.Memory, "0"), "0", sum.Text));
            }
            else if (ResultOf(row, fold) is { } result)
            {
                _lets[result.Index] = sum;
            }
        }
        return true;
    }

    private static LetId? ResultOf(RowLoop row, RowFold fold)
    {
        int at = KeptBy(row.Loop).ToList().IndexOf(fold.At);
        return at < 0 ? null : row.Loop.Results[at];
    }

    /// <summary>What a turn looks at is the same for all threads, or an element of a row of global memory.</summary>
    private bool IsSame(RowLoop row)
    {
        var own = row.Body.Select(s => s switch { Let l => l.Id, Load l => l.Id, _ => row.Index }).Append(row.Index).ToHashSet();
        var used = row.Body.SelectMany(s => LetUses.Of(s).Keys).Concat(row.Folds.SelectMany(f => LetUses.Of(new Yield([f.Value])).Keys)).Where(id => !own.Contains(id));
        return used.All(id => _lets[id.Index] is { } v && (v.IsUniform || v is { Kind: Kind.Pointer, IsStraight: true, Memory.IsGlobal: true, Strides.IsNone: true }))
            && !row.Body.Any(s => VariableUses.Of(s).Count > 0) && !row.KnowsThreads;
    }

    /// <summary>How many elements at a time: as many as a tensor takes, but the block's width where another order of reads and stores could be seen; null where that is not known.</summary>
    private string? WidthOf(RowLoop row, Value first, string length)
    {
        string all = Build.Invariant($"{_rowLanes}");
        if (!row.Stores)
        {
            return all;
        }
        // The lets that places are made of, for the first turn.
        _lets[row.Index.Index] = first;
        var places = new List<(Value At, bool IsStore)>();
        var read = new HashSet<LetId>();
        foreach (var s in row.Body)
        {
            if (s is Let l && !LetUses.Of(l).Keys.Any(read.Contains))
            {
                Bind(l.Id, Expression(l.Value));
            }
            else if (s is Let other)
            {
                read.Add(other.Id);
            }
            if ((s as Load)?.Source is { } source)
            {
                read.Add(((Load)s).Id);
                places.Add((Address(source), false));
            }
            if ((s as Store)?.Target is { } target)
            {
                places.Add((Address(target), true));
            }
        }
        if (places.Any(p => !p.At.IsStraight || p.At.Strides != new Strides("1", "0", "0")))
        {
            return null;
        }
        var conditions = new List<string>();
        foreach (var (a, i) in places.Select((p, i) => (p.At, i)))
        {
            foreach (var (b, j) in places.Select((p, j) => (p.At, j)).Skip(i + 1))
            {
                if ((places[i].IsStore || places[j].IsStore) && !(a.Memory == b.Memory && a.Text == b.Text))
                {
                    Used("Apart");
                    conditions.Add($"KpApart({Tensor(a.Memory!)}, {a.Text}, {Tensor(b.Memory!)}, {b.Text}, {length})");
                }
            }
        }
        if (conditions.Count == 0)
        {
            return all;
        }
        string width = NewName("w");
        Line($"const int64_t {width} = {string.Join(" && ", conditions.Distinct())} ? {_rowLanes} : {_block.X};");
        return width;
    }

    /// <summary>Where a fold's value grows: a number where the block's own reduction follows, else a lane a thread.</summary>
    private Value Begin(RowFold fold, RowLoop row, TreeStore? tree)
    {
        var carried = row.Loop.Carried[fold.At];
        var initial = Expression(carried.Initial);
        if (tree is not null && initial.IsUniform)
        {
            string name = NewName("f");
            Line($"float {name} = {initial.Text};");
            return Value.Scalar(IrType.F32, name);
        }
        int stored = ResultOf(row, fold) is { } result ? MemoryOf(result, row.Loop) : -1;
        var place = Value.Tensor(IrType.F32, stored >= 0 ? stored : RegionSlot());
        Assign(place, initial, Full);
        return place;
    }

    private void TakeIn(RowFold fold, Value sum, int threads)
    {
        int value = Materialise(Expression(fold.Value));
        if (sum.Kind == Kind.Tensor)
        {
            // As the threads would take turns.
            Line($"for (int32_t at = 0; at < n; at += {threads}) {fold.Operation}({Floats(sum.Slot)}, {Floats(sum.Slot)}, {_m.From(Floats(value), "uint32_t(at)")}, n - at < {threads} ? n - at : {threads});");
            _calls++;
            return;
        }
        int to = NewSlot();
        int work = NewSlot();
        Vector(fold.Operation == "Add" ? "ReduceSum" : "Reduce" + fold.Operation, Floats(to), Floats(value), Floats(work), "n");
        string one = NewName();
        Line($"const float {one} = {_m.Get(Floats(to), "0")};");
        // What is no number is passed over.
        Line($"{sum.Text} = {(fold.Operation == "Add" ? $"{sum.Text} + {one}" : $"{one} {(fold.Operation == "Max" ? ">" : "<")} {sum.Text} || {sum.Text} != {sum.Text} ? {one} : {sum.Text}")};");
    }

    /// <summary>The one fold of a row that goes to shared memory, a lane a thread, and is reduced there by the same operation.</summary>
    private sealed record TreeStore(Store Store, Loop Loop, Memory Memory);

    private TreeStore? TreeBehind(RowLoop row)
    {
        if (row.Folds is not [var fold] || ResultOf(row, fold) is not { } result || _uses.GetValueOrDefault(result) != 1 || (fold.Operation == "Add" && !_reassociates))
        {
            return null;
        }
        var (body, at, _) = _following.Peek();
        var rest = body.Skip(at + 1).Where(s => s is not Let && !IsBarrier(s)).Take(2).ToList();
        if (rest is not [Store { Value: LetRef stored, Target: Element { Base: VariablePlace, Index: var index } } store, Loop loop] || stored.Id != result || !IsLane(index))
        {
            return null;
        }
        var tree = Later(body.ToList().FindIndex(s => ReferenceEquals(s, loop)), () => TreeOf(loop));
        return tree is not null && tree.Operation == fold.Operation && tree.First == 0 && tree.Half * 2 == _block.X && tree.Memory.Length == _block.X && Address(store.Target).Memory == tree.Memory
            ? new TreeStore(store, loop, tree.Memory) : null;
    }

    private static bool IsBarrier(Stmt s) => s is Call { Result: null } c && (c.Intrinsic == Intrinsics.Barrier || c.Intrinsic == Intrinsics.WarpBarrier);

    // Inside a value that is kept: its parts need not be.
    private bool _isPart;

    /// <summary>A value of a row. One that an earlier loop over the row left is made again only where the row came in pieces.</summary>
    private Value RowValue(Expr e)
    {
        if (e is LetRef or Literal or CoordinateOf || e.Type != IrType.F32)
        {
            return Computed(e);
        }
        string key = _kept.KeyOf(e);
        if (_kept.Find(key, out var there))
        {
            InPieces(() =>
            {
                _place = there.Slot;
                Moved(Computed(e), there);
            });
            _place = -1;
            return there;
        }
        if (_isPart || !_kept.IsWanted(key))
        {
            return Computed(e);
        }
        _isPart = true;
        var value = Computed(e);
        _isPart = false;
        return Kept(key, value);
    }

    private Value RowLoad(Load x, Value from)
    {
        string key = _kept.KeyOf(x);
        if (_kept.Find(key, out var there))
        {
            InPieces(() =>
            {
                _place = there.Slot;
                Moved(LoadAt(from, x.Source.Type), there);
            });
            return there;
        }
        var value = LoadAt(from, x.Source.Type);
        return _kept.IsWanted(key) && from.Memory!.IsGlobal ? Kept(key, value) : value;
    }

    private Value Kept(string key, Value value)
    {
        if (value is { Kind: Kind.Tensor, Slot: < FirstInMemory } && value.Type == IrType.F32)
        {
            Keep(value);
            _kept.Keep(key, value);
        }
        return value;
    }

    private void Moved(Value from, Value to)
    {
        int made = Materialise(from);
        if (made != to.Slot)
        {
            Vector("KpCopy", Floats(to.Slot), Floats(made), N);
        }
    }

    private void InPieces(Action print)
    {
        Line($"if ({_comesInPieces}) {{");
        _indent++;
        print();
        _indent--;
        Raw("}");
    }
}
