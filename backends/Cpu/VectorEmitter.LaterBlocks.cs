using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>Blocks that each walk a row of their own, or take turns along a row of the grid: where a launch is beyond the caches, what a block soon after will read is asked for
/// while this one writes, as a processor does not foresee where rows end. It is a hint: nothing depends on its being right.</summary>
internal sealed partial class VectorEmitter
{
    // A block takes about half as long as memory does to bring what one needs.
    private const int BlocksAhead = 2;

    // Blocks of a row of the grid take turns: what they will need lies in the next row.
    private const int RowsAhead = 1;

    // Where that block will read: addresses of vectors in straight code, up to the next label.
    private readonly SortedSet<string> _laterBlocks = new(StringComparer.Ordinal);

    /// <summary>Notes a read of rows whose place depends on the block.</summary>
    private void NoteForLaterBlock(Place place, Value address)
    {
        if (_writtenOnly is null || (_blockAlong is null && _frame.Yields.Count == 0) || !IsAll(_mask) || place is not Deref { Pointer: var pointer } || place.Type is not ScalarType
            || _units * _width * place.Type.Size < LineBytes || StepOfBlock(pointer) is not { } step)
        {
            return;
        }
        var rows = Enumerable.Range(0, _units).Where(u => u * _width * place.Type.Size % LineBytes == 0).Select(u => At(address, u)).ToArray();
        if (Array.TrueForAll(rows, a => a.Uniform && a.Stride == place.Type.Size) && Expression(step) is { Scalar: { } bytes })
        {
            _laterBlocks.UnionWith(rows.Select(r => AssignOnce($"add i64 {LineOf(r)}, {bytes}")));
        }
    }

    /// <summary>Reads a few elements apart are one line.</summary>
    private string LineOf(Piece row)
    {
        if (row.Near is not var (start, offset))
        {
            return row.Name;
        }
        long line = (offset + (LineBytes / 2)) & -LineBytes;
        return line == 0 ? start : AssignOnce(Build.Invariant($"add i64 {start}, {line}"));
    }

    /// <summary>Asks for what is there.</summary>
    private void AskFor(string[] addresses)
    {
        foreach (string at in addresses)
        {
            Declare("declare void @llvm.prefetch.p0(ptr, i32, i32, i32)");
            // Read, to be kept in all caches, as data.
            Line($"call void @llvm.prefetch.p0(ptr {Pointer(at, 0)}, i32 0, i32 3, i32 1)");
        }
    }

    /// <summary>What an address, in bytes, or a number goes up by to the block that far ahead; null where it stays, as far as can be seen.</summary>
    private Expr? StepOfBlock(Expr e)
    {
        static Expr Wide(Expr x) => x.Type == IrType.I64 ? x : new Cast(IrType.I64, x);
        switch (e)
        {
            case CoordinateOf x when x.Which == (_blockAlong is null ? Coordinate.BlockX : Coordinate.BlockY):
                return Build.I64(_blockAlong is null ? BlocksAhead : RowsAhead);
            case LetRef x when _frame.Definitions.TryGetValue(x.Id, out var definition):
                return StepOfBlock(definition);
            case Cast { Operand.Type: { IsInteger: true } or PointerType } x:
                return StepOfBlock(x.Operand);
            case PointerOffset x:
                var step = StepOfBlock(x.Index);
                var inBytes = step is null ? null : new Binary(IrType.I64, BinaryOp.Mul, step, Build.I64(((PointerType)x.Type).Pointee.Size));
                return StepOfBlock(x.Pointer) is not { } before ? inBytes : inBytes is null ? before : new Binary(IrType.I64, BinaryOp.Add, before, inBytes);
            case Binary { Op: BinaryOp.Add } x:
                return StepOfBlock(x.Left) is not { } left ? StepOfBlock(x.Right) : StepOfBlock(x.Right) is { } right ? new Binary(IrType.I64, BinaryOp.Add, left, right) : left;
            case Binary { Op: BinaryOp.Mul } x:
                return StepOfBlock(x.Left) is { } each ? Times(each, x.Right) : StepOfBlock(x.Right) is { } other ? Times(other, x.Left) : null;
            default:
                return null;
        }
        Expr? Times(Expr each, Expr by) => StepOfBlock(by) is null && _frame.Shapes.Of(by).IsUniform ? new Binary(IrType.I64, BinaryOp.Mul, each, Wide(by)) : null;
    }
}
