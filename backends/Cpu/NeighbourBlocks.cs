using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Backends.Cpu;

/// <summary>Kernels for which a block and its neighbour along x are one block of twice the width: threads know no more of their place there than which of the grid they are, and blocks have
/// nothing of their own.</summary>
internal sealed class NeighbourBlocks : Rewriter
{
    private enum Part { None, Thread, Block, Start }

    private readonly Dictionary<LetId, Part> _parts = [];
    private readonly int _width;

    private NeighbourBlocks(int width) => _width = width;

    /// <summary>Whether two at once are worth it, too: what one row of threads reads together, then serves two vectors.</summary>
    public static bool Serve(Function kernel, Extent block, LaneShapes shapes, int total, int width)
    {
        if (block.X != width || total < 2 || RegionSize.Of(kernel, kernel.Body, shapes, total, width) < Math.Min(width, 8))
        {
            return false;
        }
        var reads = new Reads(shapes);
        reads.Walk(kernel);
        var one = new NeighbourBlocks(block.X);
        var rest = new Rest(one._parts);
        rest.Walk(one.Rewrite(kernel));
        return reads is { ForRow: true, Along: true } && !rest.SeesMore;
    }

    protected override IEnumerable<Stmt>? Expand(Stmt statement)
    {
        if (statement is Let x && Of(x.Value) is not Part.None and var part)
        {
            _parts[x.Id] = part;
            return [];
        }
        return null;
    }

    /// <summary>The number of a thread is anything: a parameter would do.</summary>
    protected override Expr Leave(Expr expression) =>
        expression is Binary { Op: BinaryOp.Add } x && (Of(x.Left), Of(x.Right)) is (Part.Start, Part.Thread) or (Part.Thread, Part.Start) ? new CoordinateOf(Coordinate.GridDimX) : expression;

    private Part Of(Expr e) => e switch
    {
        CoordinateOf { Which: Coordinate.ThreadX } => Part.Thread,
        CoordinateOf { Which: Coordinate.BlockX } => Part.Block,
        LetRef x => _parts.GetValueOrDefault(x.Id),
        Cast { Operand.Type: { IsInteger: true } from } x when x.Type.IsInteger && x.Type.Size == from.Size => Of(x.Operand),
        Binary { Op: BinaryOp.Mul } x when Of(x.Left) == Part.Block && IsWidth(x.Right) => Part.Start,
        Binary { Op: BinaryOp.Mul } x when Of(x.Right) == Part.Block && IsWidth(x.Left) => Part.Start,
        _ => Part.None,
    };

    private bool IsWidth(Expr e) => e is Literal x && Build.AsInt(x) == _width;

    /// <summary>Whether threads of a row read one element, and rows of threads the same neighbours.</summary>
    private sealed class Reads(LaneShapes shapes) : Walker
    {
        public bool ForRow { get; private set; }

        public bool Along { get; private set; }

        protected override void Access(Place place, bool write)
        {
            if (!write && place is Deref { Pointer: var pointer })
            {
                var shape = shapes.Of(pointer);
                ForRow |= shape.IsVectorUniform && !shape.IsOfBlock;
                Along |= shape is { IsOfBlock: true, Stride: not 0 };
            }
        }
    }

    /// <summary>What is left when threads' numbers are gone.</summary>
    private sealed class Rest(Dictionary<LetId, Part> parts) : Walker
    {
        public bool SeesMore { get; private set; }

        protected override void Enter(Stmt statement) => SeesMore |= statement is Atomic or Call or Invoke or Load { Volatile: true } or Store { Volatile: true };

        protected override void Enter(Expr expression) =>
            SeesMore |= expression is CoordinateOf { Which: Coordinate.ThreadX or Coordinate.BlockX } || (expression is LetRef x && parts.ContainsKey(x.Id));

        protected override void Enter(Place place) => SeesMore |= place is VariablePlace;
    }
}
