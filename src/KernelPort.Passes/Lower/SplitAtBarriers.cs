using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;
using KernelPort.Passes.Optimise;

namespace KernelPort.Passes.Lower;

/// <summary>
/// Makes of a kernel in value form what one block does, for targets without threads: each region between barriers becomes a loop over the block's
/// threads, what lives across barriers an array with an element a thread, shared memory a local variable of the block. What the block runs as a whole
/// (<see cref="BarrierRegions"/>) stays as it is, its conditions taken of the first thread; where threads part and some come to a barrier, of the first of these, and their regions are for
/// them alone. Kernels without shared memory and barriers stay threads.
/// </summary>
public sealed class SplitAtBarriers(int x, int y, int z) : IPass
{
    /// <summary>Bytes that a block may keep for its threads.</summary>
    public long LargestFrame { get; init; } = 256 * 1024;

    /// <summary>Shared memory stays shared, and the arrays for what lives across barriers are shared too: for targets where a block has fast memory of its own.</summary>
    public bool KeepsShared { get; init; }

    public Module Run(Module module) => module with { Functions = module.Functions.Select(f => IsOfBlock(f) && Refusal(module, f) is null ? new Work(f, x, y, z, KeepsShared).Run() : f).ToEquatable() };

    /// <summary>Whether the kernel becomes one that is called once a block.</summary>
    public static bool IsOfBlock(Function f) => f.IsKernel && (BarrierRegions.HasBarrier(f.Body) || f.Variables.Any(v => v.Space == AddressSpace.Shared));

    /// <summary>Why a kernel cannot be split; null where it can.</summary>
    public Obstacle? Refusal(Module module, Function kernel)
    {
        var shapes = LaneShapes.Of(kernel, (x, y, z), 1);
        var regions = BarrierRegions.Of(kernel, shapes, guards: true);
        var finder = new Unsplittable(regions, Last(regions, kernel));
        finder.Walk(kernel);
        return regions.Irregular is { } parting ? new Obstacle("a barrier where threads part", parting.From.Span)
            : finder.Found is { } found ? found
            : Calls.Of(kernel).Select(module.Find).OfType<Function>().FirstOrDefault(f => BarrierRegions.HasBarrier(f.Body)) is { } called ? new Obstacle("a barrier in a function that is called", called.From.Span)
            : !KeepsShared && new Work(kernel, x, y, z, false).FrameBytes > LargestFrame ? new Obstacle("more memory for a block's threads than a stack has", kernel.From.Span)
            : null;
    }

    /// <summary>The statements behind which no thread has any more to do.</summary>
    private static EquatableArray<Stmt> Last(BarrierRegions regions, Function kernel) => regions.Split(kernel.Body).LastOrDefault() is { IsWhole: false, Run: var run } ? run : [];

    private sealed class Unsplittable(BarrierRegions regions, EquatableArray<Stmt> last) : Walker
    {
        private readonly HashSet<Stmt> _ends = new(last.SelectMany(Ends), ReferenceEqualityComparer.Instance);

        public Obstacle? Found { get; private set; }

        // Of a loop within it a return would have to leave first.
        private static IEnumerable<Stmt> Ends(Stmt s) => s switch
        {
            Return => [s],
            If x => x.Then.Concat(x.Else).SelectMany(Ends),
            _ => [],
        };

        protected override void Enter(Stmt statement) => Found ??= statement switch
        {
            Call { Intrinsic: var i } when i.Effect.HasFlag(Effect.Convergent) && i != Intrinsics.Barrier && i != Intrinsics.GridBarrier => new Obstacle($"'{i.Name}'", statement.From.Span),
            Return when !regions.IsWhole(statement) && !_ends.Contains(statement) => new Obstacle("a return of some threads of a block", statement.From.Span),
            _ => null,
        };
    }

    private sealed class Work : Rewriter
    {
        private readonly Function _kernel;
        private readonly int _x;
        private readonly int _y;
        private readonly int _threads;
        private readonly BarrierRegions _regions;
        private readonly CrossingValues _crossing;
        private readonly List<NamedValue> _lets;
        private readonly List<Variable> _variables;
        private readonly Dictionary<LetId, VariableId> _slots = [];
        private readonly Dictionary<Coordinate, LetId> _coordinates = [];
        private readonly Dictionary<LetId, LetId> _taken = [];
        private readonly Stack<VariableId[]> _yields = new();
        private readonly Stack<(VariableId[] Results, VariableId[] Carried)> _loops = new();
        private readonly BlockValues? _values;
        private readonly HandedOn? _handed;
        private readonly HashSet<VariableId> _single = [];
        private readonly VariableId _counter;
        private readonly VariableId _first;
        private Expr _thread = Build.I64(0);
        private bool _inRegion;

        // Within the arm of a condition that parts threads: which of them are in it, and the first of those.
        private VariableId? _guard;
        private LetRef? _firstThread;

        private readonly AddressSpace _space;

        public Work(Function kernel, int x, int y, int z, bool keepsShared)
        {
            _space = keepsShared ? AddressSpace.Shared : AddressSpace.Local;
            (_kernel, _x, _y, _threads) = (kernel, x, y, x * y * z);
            var shapes = LaneShapes.Of(kernel, (x, y, z), 1);
            _regions = BarrierRegions.Of(kernel, shapes, guards: true);
            _crossing = CrossingValues.Of(kernel, _regions);
            _handed = keepsShared ? null : HandedOn.In(kernel);
            _values = keepsShared ? null : BlockValues.Of(kernel, _regions, _crossing, shapes);
            _lets = [.. kernel.Lets];
            _variables = [.. kernel.Variables];
            for (int i = 0; i < _variables.Count; i++)
            {
                var v = _variables[i];
                // What the launch says the size of stays memory that comes from outside.
                _variables[i] = v.IsDynamic ? v
                    : v.Space == AddressSpace.Shared ? v with { Space = _space }
                    : _crossing.Contains(new VariableId(i)) ? v with { Type = new ArrayType(v.Type, _threads), Space = _space } : v;
            }
            _counter = new VariableId(_variables.Count);
            _variables.Add(new Variable("thread", IrType.U32, AddressSpace.Local));
            _first = new VariableId(_variables.Count);
            _variables.Add(new Variable("first", IrType.U32, AddressSpace.Local));
        }

        /// <summary>What the block keeps, its shared memory included.</summary>
        public long FrameBytes => _variables.Sum(v => v.Type.Size) + Enumerable.Range(0, _kernel.Lets.Count).Where(i => IsKept(new LetId(i))).Sum(i => _kernel.Lets[i].Type.Size * _threads);

        public Function Run()
        {
            var body = List(_kernel.Body);
            return _kernel with { Body = body, Lets = _lets.ToEquatable(), Variables = _variables.ToEquatable() };
        }

        private LetId Name(string name, IrType type)
        {
            _lets.Add(new NamedValue(name, type));
            return new LetId(_lets.Count - 1);
        }

        private bool IsKept(LetId id) => _values?.IsKept(id) ?? _crossing.Contains(id);

        private VariableId Slot(LetId id)
        {
            id = _values?.Place(id) ?? id;
            if (!_slots.TryGetValue(id, out var slot))
            {
                _slots[id] = slot = new VariableId(_variables.Count);
                bool single = _values is not null && _values.IsSingle(id);
                if (single)
                {
                    _single.Add(slot);
                }
                _variables.Add(new Variable(_kernel.Lets[id.Index].Name, single ? _kernel.TypeOf(id) : new ArrayType(_kernel.TypeOf(id), _threads), single ? AddressSpace.Local : _space));
            }
            return slot;
        }

        private VariableId[] Slots(IEnumerable<LetId> ids) => [.. ids.Select(Slot)];

        /// <summary>A slot's element of the thread that is being written.</summary>
        private Place Of(VariableId slot)
        {
            if (_single.Contains(slot))
            {
                return new VariablePlace(_variables[slot.Index].Type, slot);
            }
            var array = (ArrayType)_variables[slot.Index].Type;
            return new Element(array.Element, new VariablePlace(array, slot), _thread);
        }

        private EquatableArray<Stmt> List(EquatableArray<Stmt> body)
        {
            var result = new List<Stmt>();
            foreach (var (isWhole, run) in _regions.Split(body))
            {
                if (isWhole)
                {
                    Whole(run[0], result);
                }
                else
                {
                    Region(run, _yields.Count > 0 ? _yields.Peek() : [], result);
                }
            }
            return result.ToEquatable();
        }

        /// <summary>A loop over the threads.</summary>
        private void Region(EquatableArray<Stmt> run, VariableId[] yields, List<Stmt> result)
        {
            Hoist(run, result);
            var index = Name("thread", IrType.U32);
            _thread = new Cast(IrType.I64, new LetRef(IrType.U32, index));
            _inRegion = true;
            var work = new List<Stmt>();
            var made = run.SelectMany(CrossingValues.MadeBy).ToHashSet();
            var loads = Take(_crossing.NamedIn(run).Where(id => !made.Contains(id)));
            foreach (var s in run.Where(s => !IsHoisted(s) && !IsOnlyHanded(s, run)))
            {
                if (s is Yield y)
                {
                    work.AddRange(y.Values.Select((v, i) => (Value: v, To: yields[i])).Where(h => !_single.Contains(h.To) && !LiesIn(h.Value, h.To)).Select(h => new Store(Of(h.To), Expression(Written(h.Value, run))) { From = s.From }));
                    continue;
                }
                work.Add(Children(s));
                foreach (var id in CrossingValues.MadeBy(s).Where(IsKept))
                {
                    work.Add(new Store(Of(Slot(id)), new LetRef(_kernel.TypeOf(id), id)) { From = s.From });
                }
            }
            EquatableArray<Stmt> turn = [.. _coordinates.OrderBy(c => c.Key).Select(c => new Let(c.Value, CoordinateAt(c.Key, new LetRef(IrType.U32, index)))), .. loads, .. work];
            if (_guard is { } guard)
            {
                var here = Name("here", IrType.Bool);
                turn = [new Load(here, Of(guard)), new If(new LetRef(IrType.Bool, here), turn, [])];
            }
            if (_values is null || work.Exists(s => s is not (Let or Load { Volatile: false })))
            {
                result.AddRange(ForThreads(index, turn));
            }
            Leave();
            if (run[^1] is Yield given)
            {
                HandWhole([.. given.Values.Select((v, i) => (v: Written(v, run), yields[i])).Where(h => _single.Contains(h.Item2) && !LiesIn(h.v, h.Item2))], result);
            }
        }

        private bool IsHoisted(Stmt s) => _values is not null && CrossingValues.MadeBy(s).Any(_values.IsHoisted);

        /// <summary>Whether a value lies already where it goes.</summary>
        private bool LiesIn(Expr value, VariableId slot) => _values is not null && value is LetRef r && _slots.TryGetValue(_values.Place(r.Id), out var own) && own == slot;

        /// <summary>Whether a region's statement only makes what it hands on.</summary>
        private bool IsOnlyHanded(Stmt s, EquatableArray<Stmt> run) => s is Let x && _handed is not null && run[^1] is Yield && _handed.IsOnlyHanded(x.Id);

        private Expr Written(Expr value, EquatableArray<Stmt> run) => _handed is not null && value is LetRef r && run.Any(s => s is Let x && x.Id == r.Id) ? _handed.Written(value) : value;

        /// <summary>What the block computes once, for all threads of a region.</summary>
        private void Hoist(EquatableArray<Stmt> run, List<Stmt> result)
        {
            foreach (var s in run.Where(s => IsHoisted(s) && !IsOnlyHanded(s, run)))
            {
                result.AddRange(Take(_crossing.NamedIn([s]).Where(_values!.IsSingle)));
                result.Add(Children(s));
                Leave();
            }
        }

        /// <summary>The block hands on what is one for all its threads.</summary>
        private void HandWhole(IReadOnlyList<(Expr Value, VariableId To)> handed, List<Stmt> result)
        {
            result.AddRange(Take(handed.SelectMany(h => LetNames.In(h.Value)).Where(id => _crossing.Contains(id) && _values!.IsSingle(id)).Distinct().OrderBy(id => id.Index)));
            result.AddRange(handed.Select(h => new Store(Of(h.To), Expression(h.Value))));
            Leave();
        }

        private IEnumerable<Stmt> ForThreads(LetId index, EquatableArray<Stmt> turn)
        {
            var counter = new VariablePlace(IrType.U32, Counter());
            var next = Name("thread", IrType.U32);
            yield return new Store(counter, Build.U32(0));
            yield return new Loop(
                [
                    new Load(index, counter),
                    new If(new Binary(IrType.Bool, BinaryOp.Ge, new LetRef(IrType.U32, index), Build.U32(_threads)), [new Break()], []),
                    .. turn,
                ],
                [new Load(next, counter), new Store(counter, new Binary(IrType.U32, BinaryOp.Add, new LetRef(IrType.U32, next), Build.U32(1)))]);
        }

        private VariableId Counter()
        {
            if (_values is null)
            {
                return _counter;
            }
            _variables.Add(new Variable("thread", IrType.U32, AddressSpace.Local));
            return new VariableId(_variables.Count - 1);
        }

        /// <summary>What the statements that follow take of other regions, as loads of the thread's elements or computed again.</summary>
        private List<Stmt> Take(IEnumerable<LetId> ids)
        {
            var loads = new List<Stmt>();
            foreach (var id in ids.Where(id => _values is null || !_values.IsHoisted(id)))
            {
                if (_values is not null && _values.IsRecomputed(id))
                {
                    Recompute(id, loads);
                    continue;
                }
                var fresh = Name(_kernel.Lets[id.Index].Name, _kernel.TypeOf(id));
                _taken[id] = fresh;
                loads.Add(new Load(fresh, Of(Slot(id))));
            }
            return loads;
        }

        private void Recompute(LetId id, List<Stmt> lets)
        {
            if (_taken.ContainsKey(id))
            {
                return;
            }
            var value = _values!.Definition(id);
            foreach (var named in LetNames.In(value).Where(n => !_kernel.Parameters.Contains(n) && !_values.IsHoisted(n) && !_taken.ContainsKey(n)).OrderBy(n => n.Index))
            {
                if (_values.IsSingle(named))
                {
                    lets.AddRange(Take([named]));
                }
                else
                {
                    Recompute(named, lets);
                }
            }
            var fresh = Name(_kernel.Lets[id.Index].Name, _kernel.TypeOf(id));
            lets.Add(new Let(fresh, Expression(value)));
            _taken[id] = fresh;
        }

        private void Leave()
        {
            _taken.Clear();
            _coordinates.Clear();
            _thread = _firstThread is null ? Build.I64(0) : new Cast(IrType.I64, _firstThread);
            _inRegion = false;
        }

        /// <summary>A condition that parts threads, with barriers in it: each arm is for those of the threads that take it, if there are any.</summary>
        private void Guarded(If x, List<Stmt> result)
        {
            var results = Slots(x.Results);
            var then = Guard("then");
            var otherwise = Guard("else");
            var (outer, first) = (_guard, _firstThread);
            // Nobody outside of the guard around this one is in either arm.
            if (_values is null || outer is not null)
            {
                (_guard, _firstThread) = (null, null);
                Region([new Yield([Build.Bool(false), Build.Bool(false)])], [then, otherwise], result);
                (_guard, _firstThread) = (outer, first);
                Leave();
            }
            Region(_values is not null && x.Else.IsEmpty ? [new Yield([x.Condition])] : [new Yield([x.Condition, new Unary(UnaryOp.LogicalNot, x.Condition)])], [then, otherwise], result);
            _yields.Push(results);
            foreach (var (guard, arm) in new[] { (then, x.Then), (otherwise, x.Else) }.Where(a => !a.Item2.IsEmpty))
            {
                result.AddRange(FindFirst(guard));
                var found = Name("first", IrType.U32);
                result.Add(new Load(found, new VariablePlace(IrType.U32, _first)));
                (_guard, _firstThread) = (guard, new LetRef(IrType.U32, found));
                Leave();
                result.Add(new If(new Binary(IrType.Bool, BinaryOp.Lt, _firstThread, Build.U32(_threads)), List(arm), []) { From = x.From });
                (_guard, _firstThread) = (outer, first);
                Leave();
            }
            _yields.Pop();
        }

        private VariableId Guard(string name)
        {
            _variables.Add(new Variable(name, new ArrayType(IrType.Bool, _threads), _space));
            return new VariableId(_variables.Count - 1);
        }

        private List<Stmt> FindFirst(VariableId guard)
        {
            var place = new VariablePlace(IrType.U32, _first);
            var (index, here, so) = (Name("thread", IrType.U32), Name("here", IrType.Bool), Name("first", IrType.U32));
            _thread = new Cast(IrType.I64, new LetRef(IrType.U32, index));
            var better = new Binary(IrType.Bool, BinaryOp.LogicalAnd, new LetRef(IrType.Bool, here), new Binary(IrType.Bool, BinaryOp.Eq, new LetRef(IrType.U32, so), Build.U32(_threads)));
            var turn = new Stmt[] { new Load(here, Of(guard)), new Load(so, place), new If(better, [new Store(place, new LetRef(IrType.U32, index))], []) };
            Leave();
            return [new Store(place, Build.U32(_threads)), .. ForThreads(index, turn.ToEquatable())];
        }

        private Expr CoordinateAt(Coordinate which, Expr thread) => which switch
        {
            Coordinate.ThreadX when _values is not null && _x == _threads => thread,
            Coordinate.ThreadY when _values is not null && _x == _threads => Build.U32(0),
            Coordinate.ThreadZ when _values is not null && _x * _y == _threads => Build.U32(0),
            Coordinate.ThreadY when _values is not null && _x * _y == _threads && _x > 1 => new Binary(IrType.U32, BinaryOp.Div, thread, Build.U32(_x)),
            Coordinate.ThreadX => new Binary(IrType.U32, BinaryOp.Rem, thread, Build.U32(_x)),
            Coordinate.ThreadY => new Binary(IrType.U32, BinaryOp.Rem, new Binary(IrType.U32, BinaryOp.Div, thread, Build.U32(_x)), Build.U32(_y)),
            _ => new Binary(IrType.U32, BinaryOp.Div, thread, Build.U32(_x * _y)),
        };

        private void Whole(Stmt s, List<Stmt> result)
        {
            switch (s)
            {
                case If x when _regions.IsGuarded(x):
                    Guarded(x, result);
                    break;
                case If x:
                    result.AddRange(Take(LetNames.In(x.Condition).Where(_crossing.Contains).OrderBy(l => l.Index)));
                    var condition = Expression(x.Condition);
                    Leave();
                    _yields.Push(Slots(x.Results));
                    result.Add(new If(condition, List(x.Then), List(x.Else)) { From = x.From });
                    _yields.Pop();
                    break;
                case Loop x:
                    var carried = Slots(x.Carried.Select(c => c.Id));
                    Hand([.. x.Carried.Select(c => c.Initial)], carried, result);
                    _loops.Push((Slots(x.Results), carried));
                    _yields.Push(carried);
                    result.Add(Stepping(new Loop(List(x.Body), List(x.Continuing)) { From = x.From }));
                    _yields.Pop();
                    _loops.Pop();
                    break;
                case Break x:
                    Hand(x.Values, _loops.Peek().Results, result);
                    result.Add(x with { Values = [] });
                    break;
                case Continue x:
                    Hand(x.Values, _loops.Peek().Carried, result);
                    result.Add(x with { Values = [] });
                    break;
                case Return:
                    result.Add(s);
                    break;
                case Call { Intrinsic: var i } when i == Intrinsics.GridBarrier:
                    // The block as a whole waits for the others.
                    result.Add(s);
                    break;
            }
        }

        /// <summary>A loop's one number that the block hands on at the end of a turn becomes its step, as of a for.</summary>
        private Loop Stepping(Loop loop)
        {
            if (!loop.Continuing.IsEmpty || Flow.HasContinue(loop.Body) || loop.Body is not [.., Store { Target: VariablePlace v } last] || !_single.Contains(v.Id))
            {
                return loop;
            }
            int from = loop.Body.Count - 1;
            while (from > 0 && loop.Body[from - 1] is Load { Source: VariablePlace load } && _single.Contains(load.Id))
            {
                from--;
            }
            return from > 0 && loop.Body[from - 1] is Store ? loop : loop with { Body = loop.Body.AsSpan()[..from].ToArray().ToEquatable(), Continuing = loop.Body.AsSpan()[from..].ToArray().ToEquatable() };
        }

        /// <summary>Every thread gives values to where the block goes next.</summary>
        private void Hand(EquatableArray<Expr> values, VariableId[] to, List<Stmt> result)
        {
            if (values.Count > 0)
            {
                Region([new Yield(values)], to, result);
            }
        }

        // A thread of the last region has done its part; the next one's turn begins.
        protected override IEnumerable<Stmt>? Expand(Stmt statement) => statement is Return && _inRegion ? [new Continue { From = statement.From }] : null;

        protected override Expr Leave(Expr expression)
        {
            switch (expression)
            {
                case LetRef r when _taken.TryGetValue(r.Id, out var fresh):
                    return r with { Id = fresh };
                case CoordinateOf { Which: Coordinate.ThreadX or Coordinate.ThreadY or Coordinate.ThreadZ } c:
                    if (!_inRegion)
                    {
                        return _firstThread is null ? Build.U32(0) : CoordinateAt(c.Which, _firstThread);
                    }
                    if (_values is not null && CoordinateAt(c.Which, ((Cast)_thread).Operand) is var own && own is LetRef or Literal)
                    {
                        return own;
                    }
                    if (!_coordinates.TryGetValue(c.Which, out var id))
                    {
                        _coordinates[c.Which] = id = Name(_values is null ? c.Which.ToString() : "t" + c.Which.ToString()[1..], IrType.U32);
                    }
                    return new LetRef(IrType.U32, id);
                default:
                    return expression;
            }
        }

        protected override Place Leave(Place place) =>
            place is VariablePlace v && v.Id.Index < _kernel.Variables.Count && _kernel.Variables[v.Id.Index].Space != AddressSpace.Shared && _crossing.Contains(v.Id) ? Of(v.Id) : place;
    }
}
