using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Lower;

/// <summary>A kernel takes every so many-th block of its grid in turn, for machines whose grids are smaller than CUDA's: the extents of the grid that is meant are its last
/// arguments, and what was its body is a function of a block. Blocks share nothing but what is there for all of them: a barrier stands between two whose threads share memory or exchange values.</summary>
public sealed class LoopOverBlocks : IPass
{
    private static readonly (Coordinate Which, string Name)[] Ours =
    [
        (Coordinate.BlockX, "blockX"), (Coordinate.BlockY, "blockY"), (Coordinate.BlockZ, "blockZ"), (Coordinate.GridDimX, "gridX"), (Coordinate.GridDimY, "gridY"), (Coordinate.GridDimZ, "gridZ"),
    ];

    public Module Run(Module module)
    {
        var taken = module.Functions.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var uses = module.Functions.ToDictionary(f => f.Name, f => UsesOf(module, f), StringComparer.Ordinal);
        var functions = new List<Function>();
        foreach (var f in module.Functions)
        {
            var ofBlock = new OfBlock(f, uses).Run();
            if (!f.IsKernel)
            {
                functions.Add(ofBlock);
                continue;
            }
            string name = f.Name + "_block";
            for (int i = 2; !taken.Add(name); i++)
            {
                name = Build.Invariant($"{f.Name}_block_{i}");
            }
            functions.Add(ofBlock with { Name = name, SourceName = name, IsKernel = false, Bounds = null });
            functions.Add(Kernel(module, f, name, uses[f.Name]));
        }
        return module with { Functions = functions.ToEquatable() };
    }

    private static Function Kernel(Module module, Function f, string ofBlock, IReadOnlyList<Coordinate> used)
    {
        var lets = f.Parameters.Select(p => f.Lets[p.Index]).ToList();
        LetId New(string name)
        {
            lets.Add(new NamedValue(name, IrType.U32));
            return new LetId(lets.Count - 1);
        }
        LetRef Value(LetId id) => new(lets[id.Index].Type, id);
        Binary U32(BinaryOp op, Expr left, Expr right) => new(IrType.U32, op, left, right);
        var arguments = Enumerable.Range(0, lets.Count).Select(i => new LetId(i)).ToList();
        LetId x = New("gridX"), y = New("gridY"), z = New("gridZ");
        List<LetId> parameters = [.. arguments, x, y, z];
        var block = new VariablePlace(IrType.U32, new VariableId(0));
        LetId at = New("at"), next = New("next");
        Expr Of(Coordinate which) => which switch
        {
            Coordinate.BlockX => U32(BinaryOp.Rem, Value(at), Value(x)),
            Coordinate.BlockY => U32(BinaryOp.Rem, U32(BinaryOp.Div, Value(at), Value(x)), Value(y)),
            Coordinate.BlockZ => U32(BinaryOp.Div, U32(BinaryOp.Div, Value(at), Value(x)), Value(y)),
            Coordinate.GridDimX => Value(x),
            Coordinate.GridDimY => Value(y),
            _ => Value(z),
        };
        EquatableArray<Stmt> body =
        [
            new Store(block, new CoordinateOf(Coordinate.BlockX)),
            new Loop(
                [
                    new Load(at, block),
                    new If(new Binary(IrType.Bool, BinaryOp.Ge, Value(at), U32(BinaryOp.Mul, U32(BinaryOp.Mul, Value(x), Value(y)), Value(z))), [new Break()], []),
                    new Invoke(null, ofBlock, [.. arguments.Select(Value), .. used.Select(Of)]),
                    .. Meet(module, f) ? [new Call(null, Intrinsics.Barrier, [])] : Array.Empty<Stmt>(),
                ],
                [new Load(next, block), new Store(block, U32(BinaryOp.Add, Value(next), new CoordinateOf(Coordinate.GridDimX)))]),
        ];
        return f with { Parameters = parameters.ToEquatable(), Lets = lets.ToEquatable(), Variables = [new Variable("block", IrType.U32, AddressSpace.Local)], Body = body };
    }

    /// <summary>Whether threads share memory or exchange anything: then none may be a block ahead of another.</summary>
    private static bool Meet(Module module, Function function) =>
        Reachable(module, function).Any(f => f.Variables.Any(v => v.Space == AddressSpace.Shared) || CallFinder.Has(f, i => i.Effect.HasFlag(Effect.Convergent)));

    private static IReadOnlyList<Coordinate> UsesOf(Module module, Function function)
    {
        var finder = new Finder();
        foreach (var f in Reachable(module, function))
        {
            finder.Walk(f);
        }
        return [.. Ours.Select(o => o.Which).Where(finder.Found.Contains)];
    }

    private static List<Function> Reachable(Module module, Function function)
    {
        var found = new List<Function> { function };
        for (int i = 0; i < found.Count; i++)
        {
            found.AddRange(Calls.Of(found[i]).Select(module.Find).OfType<Function>().Distinct().Where(f => !found.Contains(f)));
        }
        return found;
    }

    private sealed class Finder : Walker
    {
        public HashSet<Coordinate> Found { get; } = [];

        protected override void Enter(Expr expression)
        {
            if (expression is CoordinateOf c)
            {
                Found.Add(c.Which);
            }
        }
    }

    /// <summary>A function with the coordinates of a block that it uses, or what it calls, as its last parameters.</summary>
    private sealed class OfBlock(Function function, Dictionary<string, IReadOnlyList<Coordinate>> uses) : Rewriter
    {
        private readonly Dictionary<Coordinate, LetRef> _values = [];
        private readonly List<NamedValue> _lets = [.. function.Lets];

        public Function Run()
        {
            foreach (var which in uses[function.Name])
            {
                _values[which] = new LetRef(IrType.U32, new LetId(_lets.Count));
                _lets.Add(new NamedValue(Ours.First(o => o.Which == which).Name, IrType.U32));
            }
            return _values.Count == 0 ? function : Rewrite(function) with { Parameters = [.. function.Parameters, .. Ours.Where(o => _values.ContainsKey(o.Which)).Select(o => _values[o.Which].Id)], Lets = _lets.ToEquatable() };
        }

        protected override Expr Leave(Expr expression) => expression is CoordinateOf c && _values.TryGetValue(c.Which, out var value) ? value with { From = c.From } : expression;

        protected override IEnumerable<Stmt>? Expand(Stmt statement) =>
            statement is Invoke i ? [i with { Arguments = [.. i.Arguments, .. uses[i.Function].Select(u => _values[u])] }] : null;
    }
}
