using KernelPort.Ir;

namespace KernelPort.Engines.Verification;

/// <summary>What a kernel's body says about how it wants to be launched: the axes it looks at, dynamic shared memory.</summary>
internal sealed class KernelShape : Walker
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Module _module;

    private KernelShape(Module module) => _module = module;

    /// <summary>1, 2 or 3.</summary>
    public int Axes { get; private set; } = 1;

    public bool HasDynamicShared { get; private set; }

    public static KernelShape Of(Module module, Function kernel)
    {
        var shape = new KernelShape(module);
        shape.Visit(kernel);
        return shape;
    }

    private void Visit(Function f)
    {
        if (_seen.Add(f.Name))
        {
            HasDynamicShared |= f.Variables.Any(v => v.IsDynamic);
            Walk(f);
        }
    }

    protected override void Enter(Stmt statement)
    {
        if (statement is Invoke i && _module.Find(i.Function) is { } callee)
        {
            Visit(callee);
        }
    }

    protected override void Enter(Expr expression)
    {
        // The grid's extents alone say nothing: flattened indices name them all.
        if (expression is CoordinateOf { Which: Coordinate.ThreadY or Coordinate.BlockY })
        {
            Axes = Math.Max(Axes, 2);
        }
        else if (expression is CoordinateOf { Which: Coordinate.ThreadZ or Coordinate.BlockZ })
        {
            Axes = 3;
        }
    }
}
