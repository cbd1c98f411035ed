using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Optimise;

/// <summary>Makes variables of the elements of local arrays that are only read and written by literal indices: `a[1] = x` becomes `a_1 = x`.</summary>
public sealed class SplitArrays : IPass
{
    private const long MaxElements = 256;

    public Module Run(Module module) => module with { Functions = module.Functions.Select(f => new Work(f).Run()).ToEquatable() };

    /// <summary>The array and the flat index of an element; null where an index is no literal within bounds.</summary>
    private static (int Variable, long Index)? ElementOf(Place place)
    {
        if (place is VariablePlace v)
        {
            return (v.Id.Index, 0);
        }
        if (place is not Element { Index: Literal index, Base.Type: ArrayType array } e || ElementOf(e.Base) is not { } outer)
        {
            return null;
        }
        long at = Build.AsInt(index);
        return at < 0 || at >= array.Length ? null : (outer.Variable, (outer.Index * array.Length) + at);
    }

    private static IrType ScalarOf(IrType type) => type is ArrayType a ? ScalarOf(a.Element) : type;

    /// <summary>Finds arrays with other uses.</summary>
    private sealed class Uses : Walker
    {
        private readonly HashSet<Place> _known = new(ReferenceEqualityComparer.Instance);

        public HashSet<int> Kept { get; } = [];

        protected override void Enter(Stmt statement)
        {
            var place = statement switch { Load { Volatile: false } x => x.Source, Store { Volatile: false } x => x.Target, _ => null };
            while (place is Member m)
            {
                place = m.Base;
            }
            if (place is Element { Type: not ArrayType } && ElementOf(place) is not null)
            {
                for (var p = place; ; p = ((Element)p).Base)
                {
                    _known.Add(p);
                    if (p is VariablePlace)
                    {
                        break;
                    }
                }
            }
        }

        protected override void Enter(Place place)
        {
            if (place is VariablePlace v && !_known.Remove(place))
            {
                Kept.Add(v.Id.Index);
            }
        }
    }

    private sealed class Work(Function function) : Rewriter
    {
        private readonly List<Variable> _variables = [.. function.Variables];
        private readonly Dictionary<int, int> _first = [];

        public Function Run()
        {
            var uses = new Uses();
            uses.Walk(function);
            for (int i = 0; i < function.Variables.Count; i++)
            {
                var v = function.Variables[i];
                long count = v.Type.Size / Math.Max(1, ScalarOf(v.Type).Size);
                if (v.Space != AddressSpace.Local || v.Type is not ArrayType || count > MaxElements || uses.Kept.Contains(i))
                {
                    continue;
                }
                _first[i] = _variables.Count;
                for (int e = 0; e < count; e++)
                {
                    _variables.Add(new Variable(Build.Invariant($"{v.Name}_{e}"), ScalarOf(v.Type), AddressSpace.Local) { From = v.From });
                }
            }
            return _first.Count == 0 ? function : Rewrite(function) with { Variables = _variables.ToEquatable() };
        }

        protected override Place Leave(Place place) => place is Element { Type: not ArrayType } && ElementOf(place) is { } e && _first.TryGetValue(e.Variable, out int first)
            ? new VariablePlace(place.Type, new VariableId(first + (int)e.Index))
            : place;
    }
}
