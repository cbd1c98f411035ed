using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Backends.Cpu;

/// <summary>How many vectors of a block a region computes at once: as many as its values leave registers for.</summary>
internal sealed class RegionSize : Walker
{
    // What a vector value takes of the machine's registers is left some room for temporaries. Vectors of 256 bits have half as many, but their instructions read
    // memory as fast, and two vectors at once hide what one waits for.
    private const int Registers = 32;
    private const int Registers256 = 24;
    private const int Lanes = 16;

    // Beyond this, more independent work gains nothing.
    private const int Enough = 4;

    // Where so many sums and products each wait for the one before, it takes so many vectors that the machine need not.
    private const int LongChain = 12;
    private const int EnoughForChain = 8;

    // Small loops that walk rows with few values take twice as many, which are twice as many neighbours.
    private const int FewValues = 3;
    private const int EnoughForRows = 8;

    // A region without loops of so many nodes is written out for the whole block where its threads exchange values: trees over shared memory. Where they do not,
    // it gains only what deciding once a block is worth, and that only where there is little else to do.
    private const int MaxFlat = 80;
    private const int MaxFlatAlone = 24;
    private const int MaxLanes = 256;

    private readonly LaneShapes _shapes;
    private readonly Function _function;
    private bool _loops;
    private bool _warps;
    private bool _shared;
    private bool _atomics;
    private bool _scattered;
    private int _most;
    private readonly Dictionary<LetId, int> _depths = [];
    private int _chain;
    private int _reads;

    private RegionSize(Function function, LaneShapes shapes)
    {
        _function = function;
        _shapes = shapes;
    }

    /// <param name="row">Vectors of a row of threads, where blocks along a row of the grid may take turns. Code without loops then takes one row at a time: memory is walked in few streams,
    /// and edges that a row has are decided once for all others. Where lanes do not lie side by side it goes by the block, whose lines then serve all its rows;
    /// and a chain longer than its reads, which a box's sum is not, needs more at once.</param>
    public static int Of(Function function, EquatableArray<Stmt> body, LaneShapes shapes, int total, int width, int row = 0)
    {
        var size = new RegionSize(function, shapes);
        size.Walk(body);
        size.Pressure(body, []);
        bool alongRow = row * width >= Lanes && !size._atomics && !size._loops && !size._scattered && size._chain < LongChain + size._reads;
        // Past the caches go whole lines.
        int least = Math.Max(1, (size._warps ? 32 : alongRow ? Lanes : 1) / width);
        // Lane after lane goes best where few are at hand; of bytes, so many are a line of the cache.
        int most = size._atomics ? Enough
            : alongRow ? Math.Min(row, Enough)
            : !size._loops && CodeSize.Of(body) <= (size._shared || size._warps ? MaxFlat : MaxFlatAlone) ? MaxLanes / width
            : size._most <= 2 && size._loops ? Lanes
            : !size._loops && size._chain >= LongChain ? EnoughForChain
            : width == Lanes && size._loops && size._most <= FewValues && CodeSize.Of(body) <= MaxFlat ? EnoughForRows
            : Enough;
        return Fit(Math.Max(least, Math.Min(most, size._loops || CodeSize.Of(body) > MaxFlat ? (width == Lanes ? Registers : Registers256) / Math.Max(1, size._most) : most)), total);
    }

    /// <summary>For regions that only copy.</summary>
    public static int OfCopy(int total) => Fit(Lanes, total);

    /// <summary>The same between places in memory.</summary>
    public static int OfCopyInTurns(int total) => Fit(Enough, total);

    /// <summary>The largest divisor of the total up to a number that is a power of two, or the total.</summary>
    private static int Fit(int wanted, int total)
    {
        if (total <= wanted)
        {
            return total;
        }
        int units = 1;
        while (units * 2 <= wanted && total % (units * 2) == 0)
        {
            units *= 2;
        }
        return units;
    }

    protected override void Enter(Stmt statement)
    {
        if (statement is Let x)
        {
            _depths[x.Id] = Depth(x.Value);
            _chain = Math.Max(_chain, _depths[x.Id]);
        }
        _loops |= statement is Loop;
        _reads += statement is Load ? 1 : 0;
        _atomics |= statement is Atomic;
        // Volatile memory is what warps without shuffles exchange values through.
        _warps |= statement is Load { Volatile: true } or Store { Volatile: true } || (statement is Call c && c.Intrinsic.Effect.HasFlag(Effect.Convergent));
    }

    protected override void Enter(Place place)
    {
        _scattered |= place is Deref { Pointer: var pointer } && _shapes.Of(pointer).IsVarying;
        _shared |= place switch
        {
            VariablePlace v => _function.Variables[v.Id.Index].Space == AddressSpace.Shared,
            Deref { Pointer.Type: PointerType { Space: not AddressSpace.Global } } => true,
            _ => false,
        };
    }

    /// <summary>How many sums and products a value waits for, one after the other.</summary>
    private int Depth(Expr e) => e switch
    {
        LetRef x => _depths.GetValueOrDefault(x.Id),
        Binary { Type.IsFloat: true } x => 1 + Math.Max(Depth(x.Left), Depth(x.Right)),
        Pure { Type.IsFloat: true, Arguments.IsEmpty: false } x => 1 + x.Arguments.Max(Depth),
        _ => 0,
    };

    private bool IsVector(LetId id) => _shapes.Of(id).IsVarying && _function.TypeOf(id) is not StructType;

    private int Weight(LetId id) => _function.TypeOf(id) is StructType s ? (_shapes.Of(id).IsVarying ? s.Fields.Count : 0) : IsVector(id) ? Math.Max(1, (int)_function.TypeOf(id).Size / 4) : 0;

    /// <summary>The most values in vectors that are live at once inside loops (or anywhere, where there are none), given what is live behind.</summary>
    private HashSet<LetId> Pressure(EquatableArray<Stmt> body, HashSet<LetId> live, bool inside = false)
    {
        live = [.. live];
        for (int i = body.Count - 1; i >= 0; i--)
        {
            var s = body[i];
            switch (s)
            {
                case Let or Load or Atomic or Call or Invoke:
                    live.ExceptWith(CrossingValues.MadeBy(s));
                    break;
                case If x:
                    foreach (var r in x.Results)
                    {
                        live.Remove(r);
                    }
                    var then = Pressure(x.Then, live, inside);
                    live = [.. then, .. Pressure(x.Else, live, inside)];
                    break;
                case Loop x:
                    foreach (var r in x.Results)
                    {
                        live.Remove(r);
                    }
                    // What a turn hands on, its last statement names.
                    var round = Pressure([.. x.Body, .. x.Continuing], live, true);
                    foreach (var c in x.Carried)
                    {
                        round.Remove(c.Id);
                    }
                    live = round;
                    break;
            }
            Names.Add(s, live);
            if (inside || !_loops)
            {
                _most = Math.Max(_most, live.Sum(Weight));
            }
        }
        return live;
    }

    private sealed class Names(HashSet<LetId> live) : Walker
    {
        public static void Add(Stmt s, HashSet<LetId> live) => new Names(live).Walk(s is If or Loop ? Own(s) : s);

        private static Stmt Own(Stmt s) => s is If x ? new Yield([x.Condition]) : new Yield(((Loop)s).Carried.Select(c => c.Initial).ToEquatable());

        protected override void Enter(Expr expression)
        {
            if (expression is LetRef r)
            {
                live.Add(r.Id);
            }
        }
    }
}
