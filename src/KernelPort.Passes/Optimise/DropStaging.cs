using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Passes.Optimise;

/// <summary>Shared arrays that only stage what a kernel reads anyway are read where they were copied from: `tile[y][x] = a[y * n + x]; barrier; ... tile[y][k]` becomes `a[y * n + k]`.
/// For machines whose caches do what the tile is for; barriers that nothing is left for go too. Only where each thread copies its own element, of memory that
/// nobody writes meanwhile (`const T* __restrict__`), and where neighbouring lanes then read one element or neighbours.</summary>
public sealed class DropStaging(int x, int y, int z, int width) : IPass
{
    /// <summary>The same module where nothing was dropped.</summary>
    public Module Run(Module module)
    {
        Function[] functions = [.. module.Functions.Select(f => f.IsKernel ? Run(f, module) : f)];
        return functions.Zip(module.Functions).All(f => ReferenceEquals(f.First, f.Second)) ? module : module with { Functions = functions.ToEquatable() };
    }

    private Function Run(Function kernel, Module module)
    {
        if (!kernel.Variables.Any(v => v.Space == AddressSpace.Shared) || Calls.Of(kernel).Count > 0)
        {
            return kernel;
        }
        var uses = new Uses(kernel);
        uses.Walk(kernel);
        var shapes = LaneShapes.Of(kernel, (x, y, z), width);
        var ranges = new Ranges(kernel, (x, y, z));
        var reads = new Dictionary<Load, Place>(ReferenceEqualityComparer.Instance);
        var dropped = new HashSet<Store>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < kernel.Variables.Count; i++)
        {
            if (kernel.Variables[i] is { Space: AddressSpace.Shared, IsDynamic: false } && !uses.Others.Contains(i) && uses.Stores.GetValueOrDefault(i) is [var store]
                && Staged.Of(kernel, store, uses, shapes, (x, y, z)) is { } staged && uses.Loads.GetValueOrDefault(i, []).Select(l => (l, staged.Source(l, ranges))).ToList() is var all
                && all.TrueForAll(l => l.Item2 is not null && IsCheap(l.Item2, shapes)))
            {
                dropped.Add(store);
                foreach (var (load, source) in all)
                {
                    reads[load] = source!;
                }
            }
        }
        if (dropped.Count == 0)
        {
            return kernel;
        }
        kernel = new Reading(reads, dropped).Rewrite(kernel);
        return NeedsBarriers(kernel, module) ? kernel : new WithoutBarriers().Rewrite(kernel);
    }

    private bool IsCheap(Place source, LaneShapes shapes) =>
        source is Deref { Pointer: PointerOffset p } && shapes.OfIndex(p.Index) is { IsVarying: false, Stride: 0 or 1 };

    /// <summary>Whether a value is a parameter through which memory is only read, and which nobody writes meanwhile.</summary>
    private static bool IsReadOnly(Function kernel, LetId id) => kernel.Parameters.Contains(id) && kernel.Lets[id.Index] is { PointsToConst: true, IsRestrict: true };

    /// <summary>Whether threads of a block may see each other's doings.</summary>
    private static bool NeedsBarriers(Function kernel, Module module)
    {
        var finder = new Sharing(kernel, module);
        finder.Walk(kernel);
        return finder.Found;
    }

    /// <summary>The loads and the stores of whole elements of each variable, in which list each stands, and the variables that are used in any other way.</summary>
    private sealed class Uses(Function kernel) : VariableAccesses
    {
        public Dictionary<int, List<Load>> Loads { get; } = [];

        public Dictionary<int, List<Store>> Stores { get; } = [];

        public HashSet<int> Others { get; } = [];

        public Dictionary<LetId, Expr> Definitions { get; } = [];

        public Dictionary<LetId, Load> Loaded { get; } = [];

        protected override void Enter(Stmt statement)
        {
            switch (statement)
            {
                case Let l:
                    Definitions[l.Id] = l.Value;
                    break;
                case Load l:
                    Loaded[l.Id] = l;
                    if (!l.Volatile && Known(l.Source) is { } read)
                    {
                        Add(Loads, read, l);
                    }
                    break;
                case Store s when !s.Volatile && Known(s.Target) is { } written:
                    Add(Stores, written, s);
                    break;
            }
        }

        private static void Add<T>(Dictionary<int, List<T>> all, int variable, T use)
        {
            if (!all.TryGetValue(variable, out var list))
            {
                all[variable] = list = [];
            }
            list.Add(use);
        }

        /// <summary>The variable of an element by all its indices.</summary>
        private int? Known(Place place)
        {
            if (place.Type is not ScalarType)
            {
                return null;
            }
            while (place is Element e)
            {
                place = e.Base;
            }
            if (place is not VariablePlace v || kernel.Variables[v.Id.Index].Space != AddressSpace.Shared)
            {
                return null;
            }
            Announce(v);
            return v.Id.Index;
        }

        protected override void Other(int variable) => Others.Add(variable);
    }

    /// <summary>A copy of read-only memory, an element a thread.</summary>
    private sealed class Staged
    {
        private readonly Uses _uses;
        private readonly LaneShapes _shapes;
        private readonly Place _source;
        private readonly IReadOnlyList<(Coordinate Of, int Extent)> _indices;
        private readonly HashSet<Load> _behind = new(ReferenceEqualityComparer.Instance);

        private Staged(Uses uses, LaneShapes shapes, Place source, IReadOnlyList<(Coordinate Of, int Extent)> indices) => (_uses, _shapes, _source, _indices) = (uses, shapes, source, indices);

        public static Staged? Of(Function kernel, Store store, Uses uses, LaneShapes shapes, (int X, int Y, int Z) block)
        {
            if (store.Value is not LetRef value || !uses.Loaded.TryGetValue(value.Id, out var load) || load.Volatile || load.Source.Type != store.Target.Type
                || load.Source is not Deref { Pointer: PointerOffset { Pointer: LetRef pointer } } || !IsReadOnly(kernel, pointer.Id) || shapes.PartedTimes(store) > 0 || ListWith(kernel.Body, store) is not { } list)
            {
                return null;
            }
            var indices = new List<(Coordinate, int)>();
            for (var place = store.Target; place is Element e; place = e.Base)
            {
                if (Stripped(e.Index, uses) is not CoordinateOf { Which: var which } || Extent(which, block) is not { } extent)
                {
                    return null;
                }
                indices.Add((which, extent));
            }
            // Each thread has an element of its own, or some would be known of others' copies only.
            int threads = indices.Aggregate(1, (n, i) => n * i.Item2);
            if (indices.Select(i => i.Item1).Distinct().Count() != indices.Count || threads != block.X * block.Y * block.Z)
            {
                return null;
            }
            var staged = new Staged(uses, shapes, load.Source, indices);
            staged.Follow(list, store);
            return staged;
        }

        private static int? Extent(Coordinate which, (int X, int Y, int Z) block) => which switch
        {
            Coordinate.ThreadX => block.X,
            Coordinate.ThreadY => block.Y,
            Coordinate.ThreadZ => block.Z,
            _ => null,
        };

        /// <summary>The loads that follow the copy in its turn, a barrier between.</summary>
        private void Follow(EquatableArray<Stmt> list, Store store)
        {
            bool met = false;
            foreach (var s in list.SkipWhile(s => !ReferenceEquals(s, store)).Skip(1))
            {
                if (s is Call { Intrinsic: var i } && i == Intrinsics.Barrier)
                {
                    met = true;
                }
                else if (met)
                {
                    new LoadFinder(_behind).Walk(s);
                }
            }
        }

        /// <summary>What a load of the array reads in truth; null where that cannot be told.</summary>
        public Place? Source(Load load, Ranges ranges)
        {
            if (!_behind.Contains(load))
            {
                return null;
            }
            var coordinates = new Dictionary<Coordinate, Expr>();
            var place = load.Source;
            foreach (var (of, extent) in _indices)
            {
                var index = ((Element)place).Index;
                if (ranges.Of(index) is not var (least, most) || least < 0 || most >= extent)
                {
                    return null;
                }
                coordinates[of] = Stripped(index, _uses) switch
                {
                    CoordinateOf c => c,
                    Literal l => Build.U32(Build.AsInt(l)),
                    var e => new Cast(IrType.U32, e),
                };
                place = ((Element)place).Base;
            }
            var source = (Deref)_source;
            var pointer = (PointerOffset)source.Pointer;
            return Moved(pointer.Index, coordinates) is { } moved ? source with { Pointer = new PointerOffset(pointer.Pointer, moved) { From = pointer.From } } : null;
        }

        /// <summary>An expression for the thread with other coordinates.</summary>
        private Expr? Moved(Expr e, Dictionary<Coordinate, Expr> coordinates)
        {
            var mover = new Mover(_uses, _shapes, coordinates);
            var moved = mover.Expression(e);
            return mover.IsLost ? null : moved;
        }

        private sealed class Mover(Uses uses, LaneShapes shapes, Dictionary<Coordinate, Expr> coordinates) : Rewriter
        {
            /// <summary>It needs a value that only the other thread has.</summary>
            public bool IsLost { get; private set; }

            protected override Expr Leave(Expr expression)
            {
                switch (expression)
                {
                    case CoordinateOf c:
                        return coordinates.TryGetValue(c.Which, out var other) && other != c ? other : c;
                    case LetRef r when !shapes.Of(r.Id).IsUniform:
                        if (uses.Definitions.TryGetValue(r.Id, out var value))
                        {
                            var moved = Expression(value);
                            return ReferenceEquals(moved, value) ? r : moved;
                        }
                        IsLost = true;
                        return r;
                    default:
                        return expression;
                }
            }
        }

        /// <summary>A number behind names and between integer types; its range is known to fit all.</summary>
        private static Expr Stripped(Expr e, Uses uses) => e switch
        {
            Cast { Type: { IsInteger: true, Size: >= 4 }, Operand.Type: { IsInteger: true, Size: >= 4 } } c => Stripped(c.Operand, uses),
            LetRef r when uses.Definitions.TryGetValue(r.Id, out var value) && value is Cast or CoordinateOf or Literal => Stripped(value, uses),
            _ => e,
        };

        /// <summary>The list in which a statement stands, under nothing but loops.</summary>
        private static EquatableArray<Stmt>? ListWith(EquatableArray<Stmt> body, Stmt statement) =>
            body.Any(s => ReferenceEquals(s, statement)) ? body : body.OfType<Loop>().Select(l => ListWith(l.Body, statement)).FirstOrDefault(l => l is not null);
    }

    private sealed class LoadFinder(HashSet<Load> found) : Walker
    {
        protected override void Enter(Stmt statement)
        {
            if (statement is Load l)
            {
                found.Add(l);
            }
        }
    }

    private sealed class Reading(Dictionary<Load, Place> reads, HashSet<Store> dropped) : Rewriter
    {
        protected override Stmt Children(Stmt statement) => statement is Load l && reads.TryGetValue(l, out var source) ? l with { Source = source } : base.Children(statement);

        protected override EquatableArray<Stmt> Statements(EquatableArray<Stmt> body) => base.Statements(body.Where(s => s is not Store t || !dropped.Contains(t)).ToEquatable());
    }

    /// <summary>Shared memory, what orders threads, or device memory that is both written and read.</summary>
    private sealed class Sharing(Function kernel, Module module) : Walker
    {
        public bool Found { get; private set; }

        protected override void Enter(Stmt statement) => Found |= statement switch
        {
            Atomic or Invoke => true,
            Call c => c.Intrinsic != Intrinsics.Barrier,
            Load { Volatile: true } or Store { Volatile: true } => true,
            Load l => !IsOwn(l.Source) && !IsReadOnly(l.Source),
            Store s => Build.SpaceOf(s.Target, kernel, module) is AddressSpace.Shared or AddressSpace.Generic,
            _ => false,
        };

        private bool IsOwn(Place place) => Build.SpaceOf(place, kernel, module) == AddressSpace.Local;

        private bool IsReadOnly(Place place)
        {
            while (place is Element or Member)
            {
                place = place is Element e ? e.Base : ((Member)place).Base;
            }
            var pointer = place is Deref d ? d.Pointer : null;
            while (pointer is PointerOffset p)
            {
                pointer = p.Pointer;
            }
            return (place is GlobalPlace && Build.SpaceOf(place, kernel, module) == AddressSpace.Constant)
                || (pointer is LetRef r && DropStaging.IsReadOnly(kernel, r.Id));
        }
    }

    private sealed class WithoutBarriers : Rewriter
    {
        protected override EquatableArray<Stmt> Statements(EquatableArray<Stmt> body) => base.Statements(body.Where(s => !BarrierRegions.IsBarrier(s)).ToEquatable());
    }
}
