using KernelPort.Ir;

namespace KernelPort.Passes.Lower;

/// <summary>Writes the block's size, known at compile time, for blockDim.</summary>
public sealed class FixBlockSize(int x, int y, int z) : IPass
{
    public Module Run(Module module) => new Work(x, y, z).Rewrite(module);

    private sealed class Work(int x, int y, int z) : Rewriter
    {
        protected override Expr Leave(Expr expression) => expression is CoordinateOf c ? c.Which switch
        {
            Coordinate.BlockDimX => Build.U32(x),
            Coordinate.BlockDimY => Build.U32(y),
            Coordinate.BlockDimZ => Build.U32(z),
            _ => expression,
        } : expression;
    }
}
