using System.Runtime.InteropServices;
using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>printf: every active lane writes its text, lanes in order.</summary>
internal sealed class PrintInstruction(PrintFormat format, Slot[] arguments) : Instruction
{
    public override void Run(BlockRun block, Group group)
    {
        foreach (int lane in group.Active)
        {
            int next = 0;
            foreach (var piece in format.Pieces)
            {
                if (piece.IsText)
                {
                    block.Printed.Append(piece.Text);
                    continue;
                }
                int? width = piece.Width == -1 ? (int)Integer(block, arguments[next++], lane) : piece.Width;
                int? precision = piece.Precision == -1 ? (int)Integer(block, arguments[next++], lane) : piece.Precision;
                var slot = arguments[next++];
                string flags = width < 0 ? piece.Flags + "-" : piece.Flags;
                var shape = piece with { Flags = flags, Width = width is { } w ? Math.Abs(w) : null, Precision = precision < 0 ? null : precision };
                block.Printed.Append(slot.Type == IrType.F32 ? PrintedNumber.Float(shape, block.Values<float>(slot)[lane])
                    : slot.Type == IrType.F64 ? PrintedNumber.Float(shape, block.Values<double>(slot)[lane])
                    : PrintedNumber.Integer(shape, Integer(block, slot, lane)));
            }
        }
    }

    /// <summary>Its bits, extended by its sign where it has one.</summary>
    private static long Integer(BlockRun block, Slot slot, int lane)
    {
        var bytes = block.Bytes(slot).Slice(lane * slot.Size, slot.Size);
        return slot.Size == 8 ? MemoryMarshal.Read<long>(bytes) : slot.Type.IsSigned ? MemoryMarshal.Read<int>(bytes) : MemoryMarshal.Read<uint>(bytes);
    }
}
