using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Backends.Cpu;

/// <summary>How many reads of a shared array hand one element to all lanes of a vector. The processor does that from memory at no cost, from a register not.</summary>
internal sealed class Broadcasts : Walker
{
    private readonly LaneShapes _shapes;
    private readonly Dictionary<int, int> _reads = [];

    private Broadcasts(LaneShapes shapes) => _shapes = shapes;

    public static Broadcasts Of(Function kernel, LaneShapes shapes)
    {
        var reads = new Broadcasts(shapes);
        reads.Walk(kernel);
        return reads;
    }

    public int From(int variable) => _reads.GetValueOrDefault(variable);

    protected override void Enter(Stmt statement)
    {
        if (statement is Load x && Build.VariableOf(x.Source) is { Id.Index: var variable } && _shapes.OfAddress(x.Source).IsVectorUniform)
        {
            _reads[variable] = From(variable) + 1;
        }
    }
}
