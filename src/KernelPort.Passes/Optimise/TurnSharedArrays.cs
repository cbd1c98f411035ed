using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Passes.Optimise;

/// <summary>Lays two-dimensional shared arrays out by columns where the threads of a block then use neighbours: `tile[x][y]` becomes `tile[y][x]`. Shared memory is a
/// kernel's own, so its order is ours, as long as every use names both indices and the inner one is known to be within its bounds.</summary>
public sealed class TurnSharedArrays(int x, int y, int z, int width) : IPass
{
    // What a use costs by the distance of neighbouring lanes' elements: side by side, near enough to be read together, one by one.
    private const int Together = 1;
    private const int Near = 4;
    private const int NearSteps = 4;
    private const int OneByOne = 16;

    // A use in a loop stands for so many.
    private const int Turns = 8;

    // Not for a little.
    private const int Gain = 2;

    public Module Run(Module module) => module with { Functions = module.Functions.Select(Run).ToEquatable() };

    private Function Run(Function function)
    {
        if (!function.Variables.Any(v => IsTable(v)))
        {
            return function;
        }
        var uses = new Uses(function, LaneShapes.Of(function, (x, y, z), width), new Ranges(function, (x, y, z)));
        uses.Walk(function);
        var turned = Enumerable.Range(0, function.Variables.Count).Where(i => IsTable(function.Variables[i]) && uses.AreBetterTurned(i)).ToHashSet();
        return turned.Count == 0 ? function : new Turn(turned).Rewrite(function);
    }

    private static bool IsTable(Variable v) => v is { Space: AddressSpace.Shared, IsDynamic: false, Type: ArrayType { Element: ArrayType { Element: ScalarType } } };

    /// <summary>An element of a table by both its indices.</summary>
    private static (int Variable, Expr Outer, Expr Inner)? ElementOf(Place place) =>
        place is Element { Type: ScalarType, Base: Element { Base: VariablePlace v } row } e ? (v.Id.Index, row.Index, e.Index) : null;

    private static ArrayType Turned(IrType type) => type is ArrayType { Element: ArrayType row } table
        ? table with { Element = row with { Length = table.Length }, Length = row.Length }
        : throw new System.Diagnostics.UnreachableException(type.ToString());

    /// <summary>What all uses cost as they are and turned; and the tables that are used in any other way.</summary>
    private sealed class Uses(Function function, LaneShapes shapes, Ranges ranges) : VariableAccesses
    {
        private readonly Dictionary<int, (long Now, long Turned)> _costs = [];
        private readonly HashSet<int> _others = [];
        private int _weight = 1;

        public bool AreBetterTurned(int variable) => !_others.Contains(variable) && _costs.TryGetValue(variable, out var cost) && cost.Turned * Gain <= cost.Now;

        protected override void Enter(Stmt statement)
        {
            if (statement is Loop loop)
            {
                // Walked here for all its turns but one.
                int before = _weight;
                _weight *= Turns - 1;
                Walk(loop.Body);
                Walk(loop.Continuing);
                _weight = before;
            }
            if (statement is Load { Volatile: true } or Store { Volatile: true })
            {
                return;
            }
            var place = statement switch { Load l => l.Source, Store s => s.Target, _ => null };
            if (place is not null && ElementOf(place) is var (variable, outer, inner) && IsTable(function.Variables[variable]) && ranges.Of(inner) is var (least, most)
                && least >= 0 && most < ((ArrayType)((Element)place).Base.Type).Length)
            {
                Announce((VariablePlace)((Element)((Element)place).Base).Base);
                var table = (ArrayType)function.Variables[variable].Type;
                var (now, turned) = _costs.GetValueOrDefault(variable);
                var (i, j) = (shapes.Of(outer), shapes.Of(inner));
                _costs[variable] = (now + (_weight * Cost(i, j, ((ArrayType)table.Element).Length)), turned + (_weight * Cost(j, i, table.Length)));
            }
        }

        protected override void Other(int variable) => _others.Add(variable);

        private static int Cost(LaneShape outer, LaneShape inner, long length) => outer.IsVarying || inner.IsVarying ? OneByOne
            : Math.Abs((outer.Stride * length) + inner.Stride) switch { 0 => 0, 1 => Together, <= NearSteps => Near, _ => OneByOne };
    }

    private sealed class Turn(HashSet<int> turned) : Rewriter
    {
        public override Function Rewrite(Function function) => base.Rewrite(function) with
        {
            Variables = function.Variables.Select((v, i) => turned.Contains(i) ? v with { Type = Turned(v.Type) } : v).ToEquatable(),
        };

        protected override Place Leave(Place place)
        {
            if (ElementOf(place) is not var (variable, outer, inner) || !turned.Contains(variable))
            {
                return place;
            }
            var row = (Element)((Element)place).Base;
            var array = Turned(((VariablePlace)row.Base).Type);
            var whole = (VariablePlace)row.Base with { Type = array };
            return (Element)place with { Base = row with { Base = whole, Index = inner, Type = array.Element }, Index = outer };
        }
    }
}
