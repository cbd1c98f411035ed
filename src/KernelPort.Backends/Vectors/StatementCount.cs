using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <summary>How many statements a function has.</summary>
internal sealed class StatementCount : Walker
{
    private int _count;

    public static int Of(Function function)
    {
        var counter = new StatementCount();
        counter.Walk(function);
        return counter._count;
    }

    protected override void Enter(Stmt statement) => _count++;
}
