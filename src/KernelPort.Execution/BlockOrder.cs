using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>Whether the order in which blocks run could show in a kernel's results: it has atomics, fences or volatile accesses, writes surfaces, or writes a
/// global variable of the program. Blocks without any of these that still write each other's memory race, which is undefined in CUDA too.</summary>
internal sealed class BlockOrder : Walker
{
    private bool _found;

    public static bool MayDiffer(Ir.Module module, Function kernel)
    {
        var finder = new BlockOrder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        finder.Visit(module, kernel, seen);
        return finder._found;
    }

    private void Visit(Ir.Module module, Function f, HashSet<string> seen)
    {
        if (!seen.Add(f.Name))
        {
            return;
        }
        Walk(f);
        foreach (string callee in Calls.Of(f))
        {
            if (module.Find(callee) is { } inner)
            {
                Visit(module, inner, seen);
            }
        }
    }

    protected override void Enter(Stmt statement) => _found |= statement switch
    {
        Atomic => true,
        Load { Volatile: true } or Store { Volatile: true } => true,
        Call c => c.Intrinsic == Intrinsics.FenceDevice || c.Intrinsic == Intrinsics.FenceSystem || c.Intrinsic == Intrinsics.SurfaceWrite,
        _ => false,
    };
}
