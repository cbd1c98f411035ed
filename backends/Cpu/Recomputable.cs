using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Backends.Cpu;

/// <summary>The values that a region computes anew rather than keep across a barrier: affine ones, of coordinates and of what is one for the block.</summary>
internal sealed class Recomputable : Walker
{
    private readonly LaneShapes _shapes;
    private readonly Dictionary<LetId, Expr> _definitions = [];
    private readonly Dictionary<LetId, bool> _known = [];

    private Recomputable(LaneShapes shapes) => _shapes = shapes;

    public static Recomputable Of(Function kernel, LaneShapes shapes)
    {
        var values = new Recomputable(shapes);
        values.Walk(kernel);
        return values;
    }

    protected override void Enter(Stmt statement)
    {
        if (statement is Let x)
        {
            _definitions[x.Id] = x.Value;
        }
    }

    public bool Contains(LetId id)
    {
        if (!_known.TryGetValue(id, out bool known))
        {
            _known[id] = known = !_shapes.Of(id).IsVarying && _definitions.TryGetValue(id, out var value) && Operands(value).All(o => _shapes.Of(o).IsOfBlock || Contains(o));
        }
        return known;
    }

    /// <summary>What to compute, in order, so that a value is there.</summary>
    public IEnumerable<(LetId Id, Expr Value)> Steps(LetId id)
    {
        var value = _definitions[id];
        return Operands(value).Where(o => !_shapes.Of(o).IsOfBlock).SelectMany(Steps).Append((id, value));
    }

    private static IReadOnlyList<LetId> Operands(Expr value)
    {
        var names = new Names();
        names.Walk(value);
        return names.Found;
    }

    private sealed class Names : Walker
    {
        public List<LetId> Found { get; } = [];

        protected override void Enter(Expr expression)
        {
            if (expression is LetRef r)
            {
                Found.Add(r.Id);
            }
        }
    }
}
